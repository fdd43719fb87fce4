/** The dialog of reading settings; each choice is applied to the page behind it at once. */

import { show } from "../lib/dialog.js";
import { choosePreference } from "../lib/preferences.js";

/** Open the dialog. */
export async function open() {
  const dialog = await show("settings");
  const inputs = [...dialog.querySelectorAll("input")];
  const fill = () => {
    const chosen = safhatan.read();
    for (const input of inputs) {
      const value = chosen[/** @type {keyof Preferences} */ (input.name)];
      const shown = input.parentElement?.querySelector("b");
      if (!shown) input.checked = input.value === value;
      else {
        input.value = `${Math.round(Number(value) * 100)}`;
        input.ariaValueText = shown.textContent = `${input.value}%`;
      }
    }
  };
  fill();
  // Here, or in another tab.
  document.addEventListener("safhatan:applied", fill);
  dialog.addEventListener("close", () => document.removeEventListener("safhatan:applied", fill));
  dialog.oninput = (event) => {
    const { name, type, value } = /** @type {HTMLInputElement} */ (event.target);
    choosePreference(name, type === "range" ? Number(value) / 100 : value);
  };
  dialog.querySelector("[data-reset]")?.addEventListener("click", () => {
    for (const name in safhatan.read()) {
      if (name !== "layout") choosePreference(name, safhatan.choices[name]?.[0] ?? 1);
    }
  });
}
