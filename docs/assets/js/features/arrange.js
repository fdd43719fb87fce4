/** Changes the layout when the reader has chosen another. */

import { announce } from "../lib/notice.js";
import { choosePreference } from "../lib/preferences.js";
import { idAt, shown, topmost } from "../lib/sentences.js";

const HEADER = 70; // pixels

/**
 * Show what is chosen; the sentence at the top of the window stays there.
 * @param {HTMLInputElement} radio
 */
export function follow(radio) {
  const name = radio.parentElement?.lastElementChild?.cloneNode(true);
  if (name && !radio.matches(":focus")) announce([name]);
  const top = topmost();
  const where = (one = shown(idAt(top))) => one?.getBoundingClientRect().top ?? HEADER;
  const keep = (at = 0) => scrollY > 0 && scrollBy({ top: where() - at, behavior: "instant" });
  const before = Math.max(where(top), HEADER);
  const away = putOff();
  choosePreference(radio.name, radio.value);
  keep(before);
  // The nearest first, and few at once: no frame lays out much.
  const restore = (many = 4) =>
    away[0] &&
    requestAnimationFrame(() => {
      const at = where();
      for (const [, style] of away.splice(0, many)) style.cssText = "";
      // Before it is painted, what is near has its place.
      const resized = new ResizeObserver(() => {
        resized.disconnect();
        keep(at);
        restore(2 * many);
      });
      resized.observe(document.body);
    });
  restore();
}

/**
 * Of a long article lay out none of the paragraphs out of sight with the change: those that were near, each
 * a line as long as they were not translated, may be too many at their new length.
 * @returns {[number, CSSStyleDeclaration][]} how far away each is, in pixels, and its style; the nearest first
 */
function putOff() {
  const pairs = document.querySelectorAll("[data-feature~=hold] > .pair:not(:focus-within)");
  const away = /** @type {HTMLElement[]} */ ([...pairs])
    .map((pair) => {
      const { top, bottom } = pair.getBoundingClientRect();
      return /** @type {[number, CSSStyleDeclaration]} */ ([Math.max(-bottom, top - innerHeight), pair.style]);
    })
    .filter(([far]) => far > 0)
    .sort(([one], [other]) => one - other);
  // How high it was in the former layout is forgotten; it is as high as in reader.css.
  for (const [, style] of away)
    style.cssText = "content-visibility:hidden;contain-intrinsic-block-size:12rem";
  return away;
}
