/** The page that stands for one that is not kept: what is kept, and can be let go of. */

import { address, articlePath } from "../lib/address.js";
import { find, inBoth } from "../lib/elements.js";
import { ask, isThere } from "../lib/worker.js";

/** @param {HTMLElement} element */
export async function start(element) {
  const wanted = new URLSearchParams(location.search).get("page");
  const to = new URL(wanted ?? "", location.href);
  const within = wanted && to.href.startsWith(address().href);
  find(element, ".not-kept").hidden = !within;
  if (within) find(element, ".not-kept a").setAttribute("href", to.href);
  if (!(await isThere())) return;

  const show = async () => {
    const { all, chosen, read } = await ask("available");
    find(element, ".none").hidden = all || chosen.length + read.length > 0;
    find(element, ".everything").hidden = !all;
    await Promise.all([list("chosen", chosen), list("read", all ? [] : read)]);
  };
  /** @param {string[]} articles */
  const list = async (name = "", articles) => {
    const section = find(element, `.${name}`);
    section.hidden = !articles.length;
    find(section, "ol").replaceChildren(...(await Promise.all(articles.map(entry))));
  };
  const entry = async (article = "") => {
    const made = find(document.importNode(find(element, "template").content, true), "li");
    const link = find(made, "a");
    link.href = articlePath(article);
    link.append(...(await titles(article)));
    find(made, "button").onclick = async () => {
      await ask("drop", { article });
      await show();
      find(element, "h1").focus();
    };
    return made;
  };
  await show();
}

/** An article's titles, as its page has them. */
async function titles(article = "") {
  // One that cannot be had is called by its id.
  const html = await fetch(articlePath(article)).then((answer) => answer.text(), () => "");
  const page = new DOMParser().parseFromString(html, "text/html");
  const [arabic, english] = ["h1", "[role=heading]"].map((one) => page.querySelector(`.title > ${one}`)?.textContent);
  return inBoth(arabic ?? article, english ?? "");
}
