/** Finds bookmarks again whose sentence has another id now, or is part of another, by its Arabic. */

import { bookmarks, moveBookmarks } from "./bookmarks.js";
import { article, ids } from "./sentences.js";
import { content } from "./texts.js";

/** A text's words with a space before and after each, without vowel marks and tatweel. */
const words = (text = "") => ` ${text.replace(/[\p{M}\u0640]/gu, "").trim()} `.replace(/\s+/g, " ");
const block = (id = "") => parseInt(id.slice(1));

/**
 * The id of the sentence in which a text begins, the nearest to where it was; "" if it is nowhere,
 * or still where it was.
 * @param {string} whole the words of the article
 * @param {number[]} starts where in them each sentence begins
 */
function found(whole, starts, wanted = "", former = "") {
  if (!wanted.trim() || whole.startsWith(wanted, starts[ids.indexOf(former)])) return "";
  const places = [];
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    places.push(ids[starts.findLastIndex((start) => start <= at)]);
  }
  const distance = (id = "") => Math.abs(block(id) - block(former));
  return places.sort((one, other) => distance(one) - distance(other))[0] ?? "";
}

/** Move the article's bookmarks to where their Arabic is now; a link to one that moved, too. */
export function refind() {
  const own = bookmarks().filter((one) => one.article === article);
  if (!own[0]) return;
  let whole = " ";
  const starts = ids.map((id) => {
    const start = whole.length - 1;
    whole += words(content(id).arabic).slice(1);
    return start;
  });
  const moved = new Map();
  for (const { arabic, sentence } of own) {
    const to = found(whole, starts, words(arabic), sentence);
    if (to && to !== sentence) moved.set(sentence, to);
  }
  const target = moved.get(location.hash.slice(1));
  if (moved.size && moveBookmarks(article, moved) && target) location.replace(`#${target}`);
}
