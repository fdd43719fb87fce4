/** Buttons that say what they do: `data-do="copy"`. */

/**
 * Call the task of the button that is pressed within an element.
 * @param {Element} root
 * @param {Record<string, (button: HTMLElement) => unknown>} tasks
 */
export function onTask(root, tasks) {
  root.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-do]") : null;
    if (button instanceof HTMLElement) tasks[String(button.dataset.do)]?.(button);
  });
}

/**
 * The element within another that matches; it has to be there.
 * @template {HTMLElement} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function find(root, selector, kind) {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${selector}`);
  return found;
}
