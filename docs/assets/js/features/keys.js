/** The dialog that lists the keys, and whether they work. */

import { show } from "../lib/dialog.js";
import { choosePreference } from "../lib/preferences.js";

/** Open the dialog. Single keys can be turned off, for those who speak to their computer. */
export async function open() {
  const dialog = await show("keys", ["مفاتيح", "Keys"]);
  const off = document.createElement("label");
  off.innerHTML =
    '<input type="checkbox" name="keys"> تعمل المفاتيح المفردة <span lang="en" dir="ltr">Single keys work</span>';
  const input = /** @type {HTMLInputElement} */ (off.firstChild);
  input.checked = safhatan.read().keys === "on";
  input.addEventListener("change", () => choosePreference("keys", input.checked ? "on" : "off"));
  dialog.append(off);
}
