/** Finding elements, and making those that every dialog and notice is made of. */

/**
 * The first element within another that matches; there has to be one.
 * @type {{
 *   <Name extends keyof HTMLElementTagNameMap>(root: ParentNode, selector: Name): HTMLElementTagNameMap[Name];
 *   (root: ParentNode, selector: string): HTMLElement;
 * }}
 */
export const find = (/** @type {ParentNode} */ root, /** @type {string} */ selector) => {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return /** @type {any} */ (found);
};

/**
 * A new span that says its language and direction.
 * @param {"ar" | "en"} language
 * @param {string} content
 */
export function text(language, content) {
  const span = document.createElement("span");
  span.lang = language;
  span.dir = language === "ar" ? "rtl" : "ltr";
  span.textContent = content;
  return span;
}
