/** Buttons that say what they do: `data-do="copy"`. */

/**
 * Call the task of the button that is pressed within an element.
 * @param {Element} root
 * @param {Record<string, (button: HTMLElement) => unknown>} tasks
 */
export function onTask(root, tasks) {
  root.addEventListener("click", (/** @type {any} */ { target }) => {
    const button = target.closest("[data-do]");
    if (button) tasks[button.dataset.do]?.(button);
  });
}

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
