/** How far the reader has come, article by article. */

import { sound, stored } from "./storage.js";

const MOST = 200; // articles; the oldest are forgotten

/** One place an article, the latest last. @returns {Place[]} @param {unknown} content of any shape */
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

export const places = kept.read;

/** @param {unknown[]} more of any shape */
export const addPlaces = (more, quiet = false) =>
  kept.update((all) => soundPlaces([...all, ...more]), quiet);

export const forgetPlace = (article = "") =>
  kept.update((all) => all.filter((one) => one.article !== article));
