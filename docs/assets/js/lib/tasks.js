/** Buttons that say what they do: `data-do="copy"`. */

/**
 * Call the task of the button that is pressed within an element.
 * @param {Element} root
 * @param {Record<string, (button: HTMLElement) => unknown>} tasks by the value of `data-do`
 */
export function onTask(root, tasks) {
  root.addEventListener("click", (/** @type {any} */ { target }) => {
    const button = target.closest("[data-do]");
    if (button) tasks[button.dataset.do]?.(button);
  });
}
