/** Short notices, seen at the foot of the page and announced by screen readers. */

import { find } from "./tasks.js";

const region = document.createElement("div");
region.setAttribute("role", "status");
let timer = 0;

/** Show and announce; `unseen`, to screen readers alone, where the page itself shows it. */
export function announce(/** @type {Node[]} */ content, unseen = false) {
  region.className = unseen ? "notice visually-hidden" : "notice";
  region.replaceChildren();
  // What is outside an open dialog is neither seen nor announced.
  const place = document.querySelector("dialog:modal") ?? document.body;
  if (region.parentNode !== place) place.append(region);
  clearTimeout(timer);
  // A region is heard only if it was there before what is in it.
  timer = setTimeout(() => {
    region.append(...content);
    timer = setTimeout(() => region.replaceChildren(), 5000);
  }, 100);
}

/** Say what the page has words for, by their name in overrides/partials/notices.html. */
export function say(name = "", count = "", unseen = false) {
  const words = /** @type {HTMLTemplateElement} */ (find(document, "#notices")).content.cloneNode(true);
  const said = find(/** @type {DocumentFragment} */ (words), `[data-say=${name}]`);
  for (const gap of said.querySelectorAll("bdi")) gap.textContent = count;
  announce([...said.children], unseen);
}

/**
 * A span that says its language.
 * @param {"ar" | "en"} language
 * @param {string} content
 */
export function text(language, content) {
  const span = document.createElement("span");
  span.lang = language;
  span.dir = language === "ar" ? "rtl" : "ltr";
  span.textContent = content;
  return span;
}
