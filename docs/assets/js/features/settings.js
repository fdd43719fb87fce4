/** The dialog of reading settings: colours, faces, sizes, leading, vowel marks. */

import { show } from "../lib/dialog.js";
import { choosePreference } from "../lib/preferences.js";

/** Open the dialog; each choice is applied to the page behind it at once. */
export async function open() {
  const dialog = await show("settings", ["إعدادات القراءة", "Reading settings"]);
  const inputs = [...dialog.querySelectorAll("input")];
  const fill = () => {
    /** @type {Record<string, string | number>} */
    const chosen = { ...safhatan.read() };
    for (const input of inputs) {
      const value = chosen[input.name];
      const output = input.parentElement?.querySelector("b");
      if (!output) input.checked = input.value === value;
      else {
        input.value = String(Math.round(Number(value) * 100));
        input.ariaValueText = output.textContent = `${input.value}%`;
      }
    }
  };
  fill();
  dialog.addEventListener("input", (event) => {
    const { name, type, value } = /** @type {HTMLInputElement} */ (event.target);
    choosePreference(name, type === "range" ? Number(value) / 100 : value);
    fill();
  });
  dialog.querySelector("[data-reset]")?.addEventListener("click", () => {
    for (const name of new Set(inputs.map((input) => input.name)))
      choosePreference(name, safhatan.choices[name]?.[0] ?? 1);
    fill();
  });
}
