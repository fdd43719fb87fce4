/** The reader's preferences; the script in the page's head reads and applies them. */

import { say } from "./notice.js";

/**
 * Choose, keep and apply; where it cannot be kept it is applied to this page alone.
 * @param {string} name
 * @param {string | number} value
 */
export function choosePreference(name, value) {
  const chosen = { ...safhatan.read(), [name]: value };
  try {
    localStorage.setItem(safhatan.key, JSON.stringify(chosen));
    safhatan.apply();
  } catch {
    say("لن يُحفظ هذا الاختيار.", "This choice cannot be kept.");
    safhatan.apply({ [name]: value });
  }
}
