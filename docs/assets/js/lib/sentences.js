/** The sentences of the article on this page. Both languages of one have one id: `p3s2`. */

/** Their elements, in both languages. */
export const sentences = [...document.querySelectorAll(".sentence")];

/** The article's id. */
export const article = document.querySelector(".bitext")?.dataset.article ?? "";

/** Every sentence's id, as they are read. */
export const ids = sentences.flatMap((one) => one.id || []);

/** By id, for it is asked of every sentence. @type {Record<string, HTMLElement[]>} */
const elements = {};
for (const one of sentences) (elements[one.dataset.pair] ??= []).push(one);

/** A sentence's elements: Arabic, then English. */
export const both = (id = "") => elements[id] ?? [];

/** What the page says of how it is read: `layout`, `hidden`, … */
export const { dataset } = document.documentElement;

/** Whether the English stands alone, as far as nothing is revealed. */
export const englishOnly = () =>
  dataset.layout === "english" || (dataset.layout === "reveal" && dataset.hidden === "ar");

/** The element that stands for a sentence: the Arabic where it is shown. */
export const shown = (id = "") => both(id)[englishOnly() ? 1 : 0];

const below = (/** @type {Element | null} */ one) => Number(one?.getBoundingClientRect().bottom) > 80;

/** The first sentence below the header, in either language. */
export function topmost() {
  // Pairs first: where a sentence stands is not known before its pair is laid out.
  return sentences.find((one) => below(one.closest(".pair")) && below(one));
}

/** The id of the sentence around an element, or "". */
export const idAt = (/** @type {any} */ node) => node?.closest?.(".sentence")?.dataset.pair ?? "";
