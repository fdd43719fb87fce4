/** The texts of sentences, to be copied, kept, spoken and cited. */

import { both } from "./sentences.js";

/** @type {Record<string, [string, string]>} */
const STATES = {
  machine: ["ترجمة آلية", "machine translation"],
  edited: ["ترجمة آلية محرَّرة", "edited machine translation"],
  stale: ["ترجمة قديمة", "outdated translation"],
};

/**
 * Text as it was written, vowel marks included even where they are hidden.
 * @param {Element | null | undefined} element
 */
function written(element) {
  if (!element || element.querySelector(".placeholder")) return "";
  const { vowelled } = /** @type {{ vowelled?: Map<Node, string> }} */ (element.closest(".bitext"));
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walk.nextNode()) {
    text += vowelled?.get(walk.currentNode) ?? walk.currentNode.textContent;
  }
  return text;
}

/** The title in both languages, without marks of state. */
export function title() {
  const sentences = (/** @type {string} */ language) =>
    [...document.querySelectorAll(`.title.pair > [lang=${language}]:not(.subtitle) .sentence`)]
      .map(written)
      .join(" ");
  return { arabic: sentences("ar"), english: sentences("en") };
}

/**
 * A sentence's texts, how its English stands ("reviewed", …) and its address.
 * @param {string} id
 */
export function content(id) {
  const [arabic, english] = both(id);
  const address = new URL(location.href);
  address.search = "";
  address.hash = id;
  return {
    arabic: written(arabic),
    english: written(english),
    state: english?.dataset.state ?? "missing",
    link: address.href,
  };
}

/**
 * Both texts with what is needed to cite them: how far the English can be trusted, title,
 * paragraph and sentence, link.
 * @param {string} id
 */
export function citation(id) {
  const { arabic, english, state, link } = content(id);
  const [paragraph, sentence] = id.slice(1).split("s");
  const name = title();
  const trust = STATES[state] ? ` [${STATES[state].join(" · ")}]` : "";
  return [
    arabic,
    ...(english ? [english + trust] : []),
    `— ${[name.arabic, name.english].filter(Boolean).join(" · ")}`,
    `الفقرة ${paragraph}، الجملة ${sentence} · paragraph ${paragraph}, sentence ${sentence}`,
    link,
  ].join("\n");
}
