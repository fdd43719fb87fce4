/** Dialogs. There is one at a time, made when it is asked for and gone when it is closed. */

import { find } from "./elements.js";
import { nameAll } from "./interface.js";
import { part } from "./parts.js";

/**
 * Show a fragment of assets/parts/, which begins with its heading, as a modal dialog, in the place
 * of one that is open.
 * @param {string} name the fragment's, and the dialog's class
 */
export async function show(name) {
  const content = await part(name);
  const former = document.querySelector("dialog");
  former?.close(); // gives the focus back before it leaves
  former?.remove();
  document.body.insertAdjacentHTML(
    "beforeend",
    `<dialog class="sheet ${name}" closedby="any" aria-labelledby="title"><header role="none"></header></dialog>`,
  );
  const dialog = find(document, "dialog");
  const title = find(content, "h2");
  title.id = "title";
  const notices = /** @type {HTMLTemplateElement} */ (find(document, "#notices"));
  find(dialog, "header").append(title, find(notices.content, "form").cloneNode(true));
  dialog.append(content);
  nameAll(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  return dialog;
}
