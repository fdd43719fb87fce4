/** Dialogs, made of the fragments in assets/parts/ when they are first wanted. */

import { find } from "./tasks.js";

/** A fragment of HTML of ours, without the controls that have nothing to act on. */
export async function part(name = "") {
  const answer = await fetch(`${safhatan.base}assets/parts/${name}.html`);
  if (!answer.ok) throw new Error(answer.statusText);
  const fragment = document.createRange().createContextualFragment(await answer.text());
  for (const one of fragment.querySelectorAll("[data-needs]")) {
    if (!document.querySelector(one.dataset.needs)) one.remove();
  }
  return fragment;
}

/** Show a fragment as a modal dialog with a title in Arabic and English, until it is closed. */
export async function show(name = "", [arabic, english] = ["", ""]) {
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
