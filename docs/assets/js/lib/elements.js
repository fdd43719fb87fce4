/** Finding elements, and making those that dialogs and notices are made of. */

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

/** New spans of a text in both languages, or of its Arabic alone where there is no English. */
export const inBoth = (arabic = "", english = "") => [
  text("ar", arabic),
  ...(english ? [text("en", english)] : []),
];

/**
 * Put values into the gaps of a text that stands there in each language, in all of them in one order.
 * @param {ParentNode} root
 * @param {(string | number)[]} values
 */
export function fillGaps(root, ...values) {
  root.querySelectorAll("bdi").forEach((gap, at) => {
    gap.textContent = `${values[at % values.length]}`;
  });
}

/**
 * A copy of what a template says by a name (`data-say`), with a count in its gaps.
 * @param {ParentNode} content the template's
 */
export function saying(content, name = "", /** @type {string | number} */ count = "") {
  const said = /** @type {HTMLElement} */ (find(content, `[data-say=${name}]`).cloneNode(true));
  fillGaps(said, count);
  return said;
}
