/** Short notices, seen at the foot of the page and announced by screen readers. */

import { saying } from "./elements.js";
import { notices } from "./interface.js";

const region = document.createElement("div");
region.setAttribute("role", "status");
let timer = 0;

/** Show and announce; if `unseen`, only announce what the page itself shows. */
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

/** Say a notice of overrides/partials/notices.html, by its name there. */
export function say(name = "", count = "", unseen = false) {
  announce([...saying(notices(), name, count).children], unseen);
}
