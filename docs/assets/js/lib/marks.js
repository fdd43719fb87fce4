/** Bookmarked sentences, each with a private note. */

import { store } from "./storage.js";

/**
 * A bookmark keeps its texts: it can be read where the article has changed or gone. time: ms.
 * @typedef {{ article: string, sentence: string, title: string, arabic: string, english: string,
 *   note: string, time: number }} Mark
 */

/**
 * @param {any} one
 * @returns {one is Mark}
 */
const sound = (one) =>
  /^p\d+s\d+$/.test(one?.sentence) &&
  Number.isFinite(one.time) &&
  ["article", "title", "arabic", "english", "note"].every((name) => typeof one[name] === "string");

/**
 * What is sound of a content.
 * @param {unknown} content
 * @returns {Mark[]}
 */
export const soundMarks = (content) => (Array.isArray(content) ? content.filter(sound) : []);

const kept = store("marks", 1, soundMarks);

/** Every bookmark, as they were added. */
export const marks = () => kept.read();

/**
 * @param {Pick<Mark, "article" | "sentence">} one
 * @returns {(other: Pick<Mark, "article" | "sentence">) => boolean} whether it is of that sentence
 */
const same = (one) => (other) => one.article === other.article && one.sentence === other.sentence;

/**
 * The sentence's bookmark, if it has one.
 * @param {string} article
 * @param {string} sentence
 */
export const markOf = (article, sentence) => marks().find(same({ article, sentence }));

/**
 * Keep a bookmark, in the place of a former one of its sentence.
 * @param {Mark} mark
 */
export function keepMark(mark) {
  const all = marks();
  const at = all.findIndex(same(mark));
  if (at < 0) all.push(mark);
  else all[at] = mark;
  return change(all);
}

/** @param {Pick<Mark, "article" | "sentence">} mark */
export const removeMark = (mark) => change(marks().filter((one) => !same(mark)(one)));

/**
 * Add bookmarks that were exported. Of two of one sentence the later stays, and a note that
 * would be lost with the other is added to its own.
 * @param {unknown} content
 */
export function addMarks(content) {
  const all = marks();
  for (const mark of soundMarks(content)) {
    const at = all.findIndex(same(mark));
    const own = all[at];
    if (!own) all.push(mark);
    else {
      const [old, late] = own.time > mark.time ? [mark, own] : [own, mark];
      const lost = old.note && !late.note.includes(old.note);
      all[at] = lost ? { ...late, note: `${late.note}\n${old.note}`.trim() } : late;
    }
  }
  return change(all);
}

/** @param {Mark[]} all */
function change(all) {
  const done = kept.write(all);
  if (done) document.dispatchEvent(new Event("marks"));
  return done;
}
