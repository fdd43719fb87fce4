/** Buttons that say what they do: `data-do="copy"`. */

/**
 * Call the task of the button that is pressed within an element.
 * @param {Element} root
 * @param {Record<string, (button: HTMLElement) => unknown>} tasks
 */
export function onTask(root, tasks) {
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("[data-do]");
    if (button instanceof HTMLElement) tasks[String(button.dataset.do)]?.(button);
  });
}

/**
 * The element within another that matches; it has to be there.
 * @template {HTMLElement} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} kind
 */
export function find(root, selector, kind) {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`no ${selector}`);
}
