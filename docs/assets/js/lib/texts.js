/** The texts of sentences as they are copied, kept, spoken and cited. A missing one is "". */

import { both } from "./sentences.js";

/**
 * Text as it was written, vowels included that are hidden on the page, without the numbers of notes.
 * @param {Element | undefined} element
 */
function written(element) {
  if (!element || element.querySelector(".placeholder")) return "";
  const vowelled = element.closest(".bitext")?.vowelled;
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (!node.parentElement?.closest(".reference")) text += vowelled?.get(node) ?? node.textContent;
  }
  return text;
}

/** The title without its subtitle. */
export function title() {
  const [arabic = "", english = ""] = ["ar", "en"].map((language) =>
    [...document.querySelectorAll(`.title > [lang=${language}]:not(.subtitle) .sentence`)]
      .map(written)
      .join(" "),
  );
  return { arabic, english };
}

/** A sentence's texts and its address. */
export function content(id = "") {
  const [arabic = "", english = ""] = both(id).map(written);
  return { arabic, english, link: `${location.origin}${location.pathname}#${id}` };
}

/** A sentence's paragraph and number, in Arabic and in English. @returns {[string, string]} */
export function position(id = "") {
  const [paragraph, number] = id.slice(1).split("s");
  return [`الفقرة ${paragraph}، الجملة ${number}`, `Paragraph ${paragraph}, sentence ${number}`];
}

/**
 * Both texts of a sentence, with the title, its position and its address.
 * @param {string} state words that say how far the English can be trusted
 */
export function citation(id = "", state = "") {
  const { arabic, english, link } = content(id);
  const cited = english && `${english} ${state}`.trim();
  const titles = Object.values(title()).filter(Boolean);
  return [arabic, cited, `— ${titles.join(" · ")}`, position(id).join(" · "), link].filter(Boolean).join("\n");
}
