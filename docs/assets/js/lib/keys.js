/** Keys that work anywhere on the page, whichever script the keyboard writes. */

/**
 * The key as a Latin keyboard names it: on an Arabic one the key of j writes ت, that of b لا.
 * @param {KeyboardEvent} event
 */
export function named({ key, code, shiftKey }) {
  if (key === "؟") return "?";
  if (/^[!-~]+$/.test(key) && !(shiftKey && key[1])) return key[1] || shiftKey ? key : key.toLowerCase();
  return shiftKey ? "" : code.replace("Slash", "/").replace(/^(Key|Digit)/, "").toLowerCase();
}

/**
 * Call a function when its key is pressed, unless that is part of a shortcut or happens in a field
 * or in a dialog. A function that returns false leaves the key to the browser. Keys that write
 * something work only while the reader's preferences have them on.
 * @param {Record<string, () => unknown>} keys functions by the key's name
 */
export function onKeys(keys) {
  document.addEventListener("keydown", (event) => {
    const name = named(event);
    const act = keys[name];
    if (!act || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.activeElement?.closest("select, :read-write") || document.querySelector("dialog:modal")) return;
    // Held down, what turns something on and off would do so again and again.
    if ((event.repeat && "bpr".includes(name)) || (!name[1] && safhatan.read().keys === "off")) return;
    if (act() !== false) event.preventDefault();
  });
}
