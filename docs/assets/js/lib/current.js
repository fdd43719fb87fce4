/**
 * The current sentence: the one the reader has chosen, by whatever means. It is shown in both
 * languages, and keys and buttons act on it. Of all the text the Tab key reaches one sentence, the
 * tab stop: the current one, or the one that was current last. An id is "" where there is none.
 */

import { dispatch } from "./events.js";
import { both, dataset, idAt, ids, shown, topmost } from "./sentences.js";

/** The current sentence's id. */
export let current = "";
/** @type {HTMLElement | undefined} the tab stop */
let stop;
/** The ids of those that point() showed last. @type {string[]} */
let before = [];

/** Show the current sentence, and one that is pointed at, and no other, in both languages. */
export function point(id = "") {
  const now = [id, current];
  for (const one of [...now, ...before].flatMap(both)) {
    one.toggleAttribute("data-current", now.includes(one.dataset.pair));
  }
  before = now;
}

/** Bring the focus to the tab stop. */
export const focus = () => stop?.focus({ preventScroll: true });

/** The id of the sentence that has the focus itself, which a link in it has not. */
export const focused = () => (stop === document.activeElement ? idAt(stop) : "");

/**
 * Make a sentence the tab stop, together with the buttons of its paragraph; bring the focus, if the
 * former tab stop had it. Without an id it is the same sentence again, in the language now shown.
 */
export function hold(id = idAt(stop) || ids[0]) {
  const former = stop;
  stop = shown(id);
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".pair > :is(a, button)"))) {
    const reached = one.parentElement?.contains(/** @type {HTMLElement} */ (stop)) ? 0 : -1;
    if (one.tabIndex !== reached) one.tabIndex = reached;
  }
  if (!stop || stop === former) return;
  stop.tabIndex = 0;
  if (former === document.activeElement) focus();
  former?.removeAttribute("tabindex");
}

/** Make a sentence the current one, or none. */
export function choose(id = "") {
  current = id;
  dataset.moved = ""; // away from what the address points at
  point();
  if (id) hold(id);
  dispatch("safhatan:sentence", id);
}

/**
 * Make the next sentence the current one, or with -1 the one before, and scroll it into view. Where
 * the tab stop is out of view, it is the first sentence in view instead.
 */
export function move(step = 1, focusing = true) {
  const { top = 0, bottom = 0 } = stop?.getBoundingClientRect() ?? {};
  const seen = bottom > 0 && top < innerHeight;
  const at = ids.indexOf(idAt(seen ? stop : topmost())) + (current && seen ? step : 0);
  choose(ids[Math.min(Math.max(at, 0), ids.length - 1)]);
  if (focusing) focus();
  stop?.scrollIntoView({ block: "nearest" });
}
