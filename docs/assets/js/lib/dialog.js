/** Dialogs, made of the fragments in assets/parts/ when they are first wanted. */

import { say, text } from "./notice.js";

/**
 * A fragment of HTML of ours, as elements.
 * @param {string} name
 * @returns {Promise<DocumentFragment>}
 */
export async function part(name) {
  const answer = await fetch(new URL(`../../parts/${name}.html`, import.meta.url));
  if (!answer.ok) throw new Error(`parts/${name}.html: ${answer.status}`);
  const fragment = document.createRange().createContextualFragment(await answer.text());
  for (const one of fragment.querySelectorAll("[data-needs]")) {
    // A control with nothing to act on is not shown.
    if (!document.querySelector(String(one.getAttribute("data-needs")))) one.remove();
  }
  return fragment;
}

/**
 * Show a fragment as a modal dialog; Escape, the button and a press beside it close it.
 * @param {string} name of the fragment
 * @param {[string, string]} title in Arabic and English
 * @returns {Promise<HTMLDialogElement>} the open dialog; it leaves the page when it closes
 */
export async function show(name, title) {
  let content;
  try {
    content = await part(name);
  } catch (error) {
    say("تعذّر التحميل. تحقق من الاتصال.", "Could not be loaded. Check the connection.");
    throw error;
  }
  document.querySelector("dialog.sheet")?.remove();
  const dialog = document.createElement("dialog");
  dialog.className = `sheet ${name}`;
  dialog.lang = "ar";
  dialog.dir = "rtl";
  dialog.setAttribute("aria-labelledby", "sheet-title");
  const heading = document.createElement("h2");
  heading.id = "sheet-title";
  heading.append(title[0], " ", text("en", title[1]));
  const close = document.createElement("button");
  close.type = "button";
  close.className = "close";
  close.ariaLabel = "إغلاق · Close";
  close.textContent = "✕";
  close.addEventListener("click", () => dialog.close());
  const head = document.createElement("header");
  head.append(heading, close);
  const body = document.createElement("div");
  body.append(content);
  dialog.append(head, body);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
