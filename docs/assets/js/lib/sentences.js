/** The sentences of the article on this page. Both languages of one have one id: `p3s2`. */

const reader = /** @type {HTMLElement} */ (document.querySelector(".bitext"));

/** The article's id. */
export const article = String(reader.dataset.article);

/** Every sentence's id, as they are read. */
export const ids = [...reader.querySelectorAll(".sentence[id]")].map((one) => one.id);

/**
 * The sentence's elements: Arabic, then English.
 * @param {string} id
 * @returns {HTMLElement[]}
 */
export function both(id) {
  return [...reader.querySelectorAll(`.sentence[data-pair="${CSS.escape(id)}"]`)].filter(
    (one) => one instanceof HTMLElement,
  );
}

/**
 * The element that stands for the sentence in the layout in use: the Arabic wherever it is shown.
 * @param {string} id
 */
export function shown(id) {
  return both(id).find((one) => one.checkVisibility()) ?? both(id)[0];
}

/**
 * The id of the sentence that an element is in, "" if none.
 * @param {EventTarget | null} node
 */
export function idAt(node) {
  const sentence = node instanceof Element ? node.closest(".sentence") : null;
  return (sentence instanceof HTMLElement && sentence.dataset.pair) || "";
}
