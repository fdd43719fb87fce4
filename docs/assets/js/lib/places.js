/** How far the reader has come in each article. */

import { sound, stored } from "./storage.js";

const MOST = 200; // articles; the oldest are forgotten

/** How far a place is: the number of its paragraph, and the end is beyond all. @param {Place} place */
const far = ({ at }) => (at ? Number(at.slice(1)) : Infinity);

/**
 * The sound places in a content of any shape, one an article: the furthest, as if the reader had
 * been there when last in the article. The article that was read last comes last.
 * @returns {Place[]}
 * @param {unknown} content
 */
function soundPlaces(content) {
  /** @type {Map<string, Place>} */
  const furthest = new Map();
  const all = sound(content, "at", "arabic", "english");
  for (const one of all.sort((one, other) => one.time - other.time)) {
    if (!/^(p\d+)?$/.test(one.at) || !Number.isFinite(one.of)) continue;
    const former = furthest.get(one.article) ?? one;
    furthest.delete(one.article);
    furthest.set(one.article, { ...one, at: far(former) > far(one) ? former.at : one.at });
  }
  return [...furthest.values()].slice(-MOST);
}

const kept = stored("places", soundPlaces);

/** All places, the latest last. */
export const places = kept.read;

/** Add places of any shape; what is not sound of them is left out. @param {unknown[]} more */
export const addPlaces = (more, quiet = false) =>
  kept.update((all) => soundPlaces([...all, ...more]), quiet);

/** How far the reader has come in an article. */
export const placeIn = (article = "") => kept.read().find((one) => one.article === article);

/** Forget how far the reader has come in an article. */
export const forgetPlace = (article = "") =>
  kept.update((all) => all.filter((one) => one.article !== article));
