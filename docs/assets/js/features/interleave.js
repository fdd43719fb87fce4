/** Stacked by sentence: each English sentence stands below its Arabic one (reader.css). */

import { withEachPair } from "../lib/pieces.js";

let done = false;

/** Give every sentence its place in its paragraph, once. */
export function start() {
  if (done) return;
  done = true;
  withEachPair(arrange);
}

/** @param {Element} pair */
function arrange(pair) {
  /** The place of each sentence's Arabic. @type {Map<string, number>} */
  const places = new Map();
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (pair.querySelectorAll(".sentence"))) {
    const id = `${one.dataset.pair}`;
    const place = places.get(id) ?? 2 * places.size;
    one.style.order = `${places.has(id) ? place + 1 : place}`;
    places.set(id, place);
    // Its signs go with it.
    for (let sign = one.nextElementSibling; sign?.matches("small"); sign = sign.nextElementSibling)
      /** @type {HTMLElement} */ (sign).style.order = one.style.order;
  }
}
