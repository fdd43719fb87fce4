/** How far the reader has come, article by article. */

import { store } from "./storage.js";

/**
 * at: the paragraph's id, "" where the article was read to its end. time: milliseconds.
 * @typedef {{ at: string, paragraph: number, of: number, arabic: string, english: string, time: number }} Place
 */

const MOST = 200; // articles; the oldest are forgotten

/**
 * @param {any} one
 * @returns {one is Place}
 */
const sound = (one) =>
  /^(p\d+)?$/.test(one?.at) &&
  ["paragraph", "of", "time"].every((name) => Number.isFinite(one[name])) &&
  ["arabic", "english"].every((name) => typeof one[name] === "string");

/**
 * What is sound of a content, by article.
 * @param {unknown} content
 * @returns {Record<string, Place>}
 */
export const soundPlaces = (content) =>
  Object.fromEntries(
    Object.entries(Object(content))
      .filter(([, place]) => sound(place))
      .sort(([, one], [, other]) => other.time - one.time)
      .slice(0, MOST),
  );

const kept = store("places", 1, soundPlaces);

/** Every place, the latest first. */
export const places = () => kept.read();

/**
 * @param {string} article
 * @param {Place} place
 */
export const keepPlace = (article, place) => kept.write({ ...places(), [article]: place }, true);

/** @param {string} article */
export function forgetPlace(article) {
  const { [article]: _, ...others } = places();
  return kept.write(others);
}

/**
 * Add places that were exported, the later of two winning.
 * @param {unknown} content
 */
export function addPlaces(content) {
  const all = places();
  for (const [article, place] of Object.entries(soundPlaces(content))) {
    if (!(Number(all[article]?.time) > place.time)) all[article] = place;
  }
  return kept.write(all);
}
