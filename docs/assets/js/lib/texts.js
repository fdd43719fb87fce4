/** The texts of sentences as they are copied, kept, spoken and cited. A missing one is "". */

import { both } from "./sentences.js";

/**
 * Text as it is shown, without the numbers of notes.
 * @param {Element | undefined} element
 * @param {Map<Node, string>} [vowelled] what the vowels have been taken from, as it was written
 */
function plain(element, vowelled) {
  if (!element || element.querySelector(".placeholder")) return "";
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (!node.parentElement?.closest(".reference")) text += vowelled?.get(node) ?? node.textContent;
  }
  return text;
}

/** Text as it was written, with the vowels that are hidden on the page. @param {Element} [element] */
const written = (element) => plain(element, element?.closest(".bitext")?.vowelled);

/** The title without its subtitle, as it was written. */
export function title() {
  const [arabic = "", english = ""] = ["ar", "en"].map((language) =>
    [...document.querySelectorAll(`.title > [lang=${language}]:not(.subtitle) .sentence`)]
      .map(written)
      .join(" "),
  );
  return { arabic, english };
}

/** A sentence's texts as they were written, and its address. */
export const content = (id = "") => withLink(id, written);

/** A sentence's texts as they are shown, which is how they are copied, and its address. */
export const seen = (id = "") => withLink(id, plain);

/** @param {string} id @param {(element: Element) => string} read */
function withLink(id, read) {
  const [arabic = "", english = ""] = both(id).map((one) => read(one));
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
  const { arabic, english, link } = seen(id);
  const cited = english && `${english} ${state}`.trim();
  const titles = Object.values(title()).filter(Boolean);
  return [arabic, cited, `— ${titles.join(" · ")}`, position(id).join(" · "), link].filter(Boolean).join("\n");
}
