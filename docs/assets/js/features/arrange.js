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
  const before = Math.max(top?.getBoundingClientRect().top ?? 0, HEADER);
  const reader = document.querySelector("[data-feature~=hold]");
  const restore = reader && putOff(reader);
  choosePreference(radio.name, radio.value);
  const place = () => {
    const after = shown(idAt(top))?.getBoundingClientRect().top ?? before;
    if (scrollY > 0) scrollBy({ top: after - before, behavior: "instant" });
  };
  place();
  if (restore) {
    requestAnimationFrame(() => {
      restore();
      // Before it is painted, what is near has its place.
      const resized = new ResizeObserver(() => {
        resized.disconnect();
        place();
      });
      resized.observe(reader);
    });
  }
}

/**
 * Of a long article lay out nothing that is out of sight, until what is returned is called: paragraphs
 * that were near, each a line as long as they were not translated, may be too many at their new length.
 * @param {Element} reader
 */
function putOff(reader) {
  const pairs = /** @type {HTMLElement[]} */ ([...reader.querySelectorAll(":scope > .pair:not(:focus-within)")]);
  const away = pairs.filter((pair) => {
    const { top, bottom } = pair.getBoundingClientRect();
    return bottom < 0 || top > innerHeight;
  });
  const say = (visibility = "", size = "") => {
    for (const { style } of away) {
      style.contentVisibility = visibility;
      style.containIntrinsicBlockSize = size; // what it was in the former layout is forgotten
    }
  };
  say("hidden", "12rem"); // as in reader.css
  return say;
}
