/** How far the reader has come in each article. */

import { sound, stored } from "./storage.js";

const MOST = 200; // articles; the oldest are forgotten

/**
 * The sound places in a content of any shape: the latest of each article, the latest of all last.
 * @returns {Place[]}
 * @param {unknown} content
 */
function soundPlaces(content) {
  const latest = new Map();
  const all = sound(content, "at", "arabic", "english");
  for (const one of all.sort((one, other) => one.time - other.time)) {
    latest.delete(one.article);
    if (/^(p\d+)?$/.test(one.at) && Number.isFinite(one.of)) latest.set(one.article, one);
  }
  return [...latest.values()].slice(-MOST);
}

const kept = stored("places", soundPlaces);

/** All places, the latest last. */
export const places = kept.read;

/** Add places of any shape; what is not sound of them is left out. @param {unknown[]} more */
export const addPlaces = (more, quiet = false) =>
  kept.update((all) => soundPlaces([...all, ...more]), quiet);

/** Forget how far the reader has come in an article. */
export const forgetPlace = (article = "") =>
  kept.update((all) => all.filter((one) => one.article !== article));
