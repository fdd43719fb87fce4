/** Dialogs. There is one at a time, made when it is asked for and gone when it is closed. */

import { find } from "./elements.js";
import { nameAll, notices } from "./interface.js";
import { part } from "./parts.js";

/**
 * Show a fragment of assets/parts/, which begins with its heading, as a dialog, in the place of one
 * that is open.
 * @param {string} name the fragment's, and the dialog's class
 * @param {boolean} modal whether the page waits for it; else it stays open while the reader reads on
 */
export async function show(name, modal = true) {
  const content = await part(name);
  const former = document.querySelector("dialog");
  former?.close(); // gives the focus back before it leaves
  former?.remove();
  document.body.insertAdjacentHTML(
    "beforeend",
    `<dialog class="sheet ${name}" closedby="${modal ? "any" : "closerequest"}" aria-labelledby="dialog-title"><header role="none"></header></dialog>`,
  );
  const dialog = find(document, "dialog");
  const title = find(content, "h2");
  title.id = "dialog-title";
  find(dialog, "header").append(title, find(notices(), "form").cloneNode(true));
  dialog.append(content);
  // As the interface runs, also where the page of somebody runs the other way.
  dialog.dir = document.dir;
  nameAll(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  if (modal) dialog.showModal();
  else dialog.show();
  return dialog;
}
