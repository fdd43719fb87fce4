/** Dialogs. There is one at a time, made when it is asked for and gone when it is closed. */

import { find } from "./elements.js";
import { part } from "./parts.js";

/**
 * Show a fragment of assets/parts/ as a modal dialog, in the place of one that is open.
 * @param {string} name the fragment's, and the dialog's class
 * @param {[arabic: string, english: string]} title
 */
export async function show(name, [arabic, english]) {
  const content = await part(name);
  const former = document.querySelector("dialog");
  former?.close(); // gives the focus back before it leaves
  former?.remove();
  document.body.insertAdjacentHTML(
    "beforeend",
    `<dialog class="sheet ${name}" closedby="any" aria-labelledby="title" lang="ar" dir="rtl"><header role="none">` +
      `<h2 id="title">${arabic} <span lang="en" dir="ltr">${english}</span></h2>` +
      '<form method="dialog"><button class="close" aria-label="إغلاق · Close">✕</button></form></header></dialog>',
  );
  const dialog = find(document, "dialog");
  dialog.append(content);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  return dialog;
}
