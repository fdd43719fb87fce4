/**
 * Lets a wide table be scrolled by the keyboard: Material's script puts each table of a page that
 * somebody wrote into a box that scrolls, which not every browser gives the focus.
 */

/** Make each box that scrolls a tab stop with a name, and no other. */
function reach() {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (box.scrollWidth > box.clientWidth) {
      box.setAttribute("tabindex", "0");
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", "جدول · Table");
    } else for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
  }
}

/** Begin once Material's script is done. */
export function start() {
  if (document.readyState === "complete") reach();
  else addEventListener("load", reach);
  addEventListener("resize", reach);
}
