/** The dialog of reading settings: colours, faces, sizes, leading, vowel marks. */

import { show } from "../lib/dialog.js";
import { choosePreference } from "../lib/preferences.js";

/** Show what is chosen now. @param {HTMLDialogElement} dialog */
function fill(dialog) {
  /** @type {Record<string, string | number>} */
  const chosen = { ...safhatan.read() };
  for (const input of dialog.querySelectorAll("input")) {
    const value = String(chosen[input.name]);
    if (input.type === "radio") input.checked = input.value === value;
    else input.value = value;
    const output = input.parentElement?.querySelector("output");
    if (output) output.value = `${Math.round(Number(value) * 100)}%`;
  }
}

/** Open the dialog; each choice is applied to the page behind it at once. */
export async function open() {
  const dialog = await show("settings", ["إعدادات القراءة", "Reading settings"]);
  fill(dialog);
  dialog.addEventListener("input", (event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const { name, type, value } = event.target;
    choosePreference(name, type === "range" ? Number(value) : value);
    fill(dialog);
  });
  dialog.querySelector("[data-reset]")?.addEventListener("click", () => {
    for (const input of dialog.querySelectorAll("input")) {
      const first = safhatan.choices[input.name]?.[0] ?? 1;
      choosePreference(input.name, first);
    }
    fill(dialog);
  });
}
