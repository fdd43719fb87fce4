/** Stacked by sentence: each English sentence stands below its Arabic one (reader.css). */

import { sentences } from "../lib/sentences.js";

let done = false;

/** Give every sentence its place in its paragraph, once. */
export function start() {
  if (done) return;
  done = true;
  /** @type {Map<string, number>} */
  const places = new Map();
  for (const one of sentences) {
    const id = `${one.dataset.pair}`;
    const place = places.get(id) ?? 2 * places.size;
    one.style.order = `${places.has(id) ? place + 1 : place}`;
    places.set(id, place);
    const sign = one.nextElementSibling;
    if (sign?.matches("small")) /** @type {HTMLElement} */ (sign).style.order = one.style.order;
  }
}
