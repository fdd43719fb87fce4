/**
 * Lets a wide table be scrolled by the keyboard: Material's script puts each table of a page that
 * somebody wrote into a box that scrolls, which not every browser gives the focus.
 */

import { nameOf } from "../lib/interface.js";

/** Make each box that scrolls a tab stop with a name, and no other. @param {HTMLElement} names has it */
function reach(names) {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    const scrolls = box.scrollWidth > box.clientWidth;
    box.role = scrolls ? "group" : null;
    box.ariaLabel = scrolls ? nameOf(names) : null;
    if (scrolls) box.setAttribute("tabindex", "0");
    else box.removeAttribute("tabindex");
  }
}

/** Begin once Material's script is done. */
export function start(/** @type {HTMLElement} */ names) {
  if (document.readyState === "complete") reach(names);
  else addEventListener("load", () => reach(names));
  addEventListener("resize", () => reach(names));
  document.addEventListener("safhatan:applied", () => reach(names)); // perhaps another language
}
