/** How far the reader has come, article by article. */

import { sound, store } from "./storage.js";

const MOST = 200; // articles; the oldest are forgotten

/**
 * @param {unknown} content of any shape
 * @returns {Place[]} what is sound of it: one place an article, the latest last
 */
function soundPlaces(content) {
  /** @type {Map<string, Place>} */
  const latest = new Map();
  const all = sound(content, "at", /^(p\d+)?$/, "arabic", "english");
  for (const one of all.sort((one, other) => one.time - other.time)) {
    latest.delete(one.article);
    if (Number.isFinite(one.of)) latest.set(one.article, one);
  }
  return [...latest.values()].slice(-MOST);
}

const kept = store("places", soundPlaces);

/** Every place, the latest last. */
export const places = kept.read;

/** Add places of any shape. @param {unknown[]} more @param {boolean} [quiet] */
export const addPlaces = (more, quiet) => kept.update((all) => soundPlaces([...all, ...more]), quiet);

/** @param {string} article */
export const forgetPlace = (article) =>
  kept.update((all) => all.filter((one) => one.article !== article));
