/** Keys that work anywhere on the page, whichever script the keyboard writes. */

/**
 * The key as a Latin keyboard names it: on an Arabic one the key of j writes ت.
 * @param {KeyboardEvent} event
 */
function named(event) {
  if (event.key.length > 1 || (event.key > " " && event.key <= "~")) return event.key;
  if (event.code === "Slash" || event.key === "؟") return event.shiftKey ? "?" : "/";
  return event.code.replace(/^(Key|Digit)/, "").toLowerCase();
}

/** Whether the keys belong to something else: a field, an open dialog, or nobody. */
function taken() {
  const focused = document.activeElement;
  return (
    document.querySelector("dialog:modal") !== null ||
    focused?.matches("textarea, select, input:not([type=radio], [type=checkbox])") ||
    focused?.closest("[contenteditable]") ||
    safhatan.read().keys === "off"
  );
}

/**
 * Call a function when its key is pressed without Ctrl, Alt or Meta. A function that returns
 * false leaves the key to the browser.
 * @param {Record<string, (event: KeyboardEvent) => unknown>} keys
 */
export function onKeys(keys) {
  document.addEventListener("keydown", (event) => {
    const act = keys[named(event)];
    if (!act || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!taken() && act(event) !== false) event.preventDefault();
  });
}
