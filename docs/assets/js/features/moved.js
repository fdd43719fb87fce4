/** Takes what a reader kept of an article under its former names along to its present one. */

import { addBookmarks, bookmarks, removeBookmark } from "../lib/bookmarks.js";
import { addPlaces, forgetPlace, places } from "../lib/places.js";
import { article } from "../lib/sentences.js";

/** @param {HTMLElement} element names them */
export function start({ dataset }) {
  const former = `${dataset.former}`.split(" ");
  const kept = bookmarks().filter((one) => former.includes(one.article));
  if (kept[0] && addBookmarks(kept.map((one) => ({ ...one, article })))) kept.forEach(removeBookmark);
  const been = places().filter((one) => former.includes(one.article));
  if (!been[0] || !addPlaces(been.map((one) => ({ ...one, article })))) return;
  for (const one of been) forgetPlace(one.article);
}
