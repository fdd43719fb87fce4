/** Signs the articles of a list that can be read without a network. */

import { find } from "../lib/elements.js";
import { articleAt } from "../lib/listed.js";
import { ask, isThere } from "../lib/worker.js";

/** @param {HTMLElement} list has a template beside it with what the sign says */
export async function start(list) {
  if (!(await isThere())) return;
  const { content } = /** @type {HTMLTemplateElement} */ (find(document, "template.available"));
  const show = async () => {
    const { chosen, read } = await ask("available").catch(() => ({ chosen: [], read: [] }));
    const here = new Set([...chosen, ...read]);
    for (const entry of list.children) {
      entry.querySelector(".available")?.remove();
      if (!here.has(articleAt(entry.querySelector("a")?.href))) continue;
      find(entry, ".about").append(content.cloneNode(true));
    }
  };
  document.addEventListener("safhatan:available", show);
  // The list may be filtered.
  new MutationObserver(show).observe(list, { childList: true });
  await show();
}
