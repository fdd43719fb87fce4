/** Bookmarked sentences, each with a private note. */

import { dispatch } from "./events.js";
import { sound, stored } from "./storage.js";

/** The bookmarks in a content of any shape that have all that a bookmark has. @returns {Bookmark[]} */
export const soundBookmarks = (/** @type {unknown} */ content) =>
  sound(content, "sentence", "title", "arabic", "english", "note").filter((one) =>
    /^p\d+s\d+$/.test(one.sentence),
  );

// Bookmarks were once called marks, and readers' browsers keep them under that name.
const kept = stored("marks", soundBookmarks);

/** All bookmarks, in the order in which they were made. */
export const bookmarks = kept.read;

const name = ({ article = "", sentence = "" }) => `${article}#${sentence}`;

/**
 * @param {(all: Map<string, Bookmark>) => unknown} task changes the bookmarks, by name
 * @returns whether the change is kept
 */
function change(task) {
  const done = kept.update((list) => {
    const all = new Map(list.map((one) => [name(one), one]));
    task(all);
    return [...all.values()];
  });
  if (done) dispatch("safhatan:bookmarks", null);
  return done;
}

/** The sentence's bookmark, if it has one. */
export const bookmarkOf = (article = "", sentence = "") =>
  bookmarks().find((one) => name(one) === name({ article, sentence }));

/** Keep a bookmark, in the place of a former one of its sentence. @param {Bookmark} bookmark */
export const keepBookmark = (bookmark) => change((all) => all.set(name(bookmark), bookmark));

/** @param {Bookmark} bookmark */
export const removeBookmark = (bookmark) => change((all) => all.delete(name(bookmark)));

/** Put a bookmark among others. Of two of one sentence the later stays, with the other's note too. */
function put(/** @type {Map<string, Bookmark>} */ all, /** @type {Bookmark} */ one) {
  const own = all.get(name(one)) ?? one;
  const [old, late] = own.time > one.time ? [one, own] : [own, one];
  const note = late.note.includes(old.note) ? late.note : `${late.note}\n${old.note}`.trim();
  all.set(name(one), { ...late, note });
}

/** Add bookmarks. @param {Bookmark[]} more */
export const addBookmarks = (more) =>
  change((all) => {
    for (const one of more) put(all, one);
  });

/**
 * Give an article's bookmarks to other sentences of it.
 * @param {Map<string, string>} moved the new id of a sentence by the one that is kept
 */
export const moveBookmarks = (article = "", moved = new Map()) =>
  change((all) => {
    const ones = [...moved].flatMap(([sentence, to]) => {
      const one = all.get(name({ article, sentence }));
      all.delete(name({ article, sentence }));
      return one ? { ...one, sentence: to } : [];
    });
    for (const one of ones) put(all, one);
  });

/**
 * Keep a bookmark's note as it is typed, so that it is not lost however the field is left; what
 * another tab has written meanwhile is added.
 * @param {HTMLTextAreaElement} field
 * @param {Bookmark} bookmark
 */
export function takeNote(field, bookmark) {
  field.value = bookmark.note;
  field.oninput = () => {
    const now = bookmarkOf(bookmark.article, bookmark.sentence) ?? bookmark;
    if (now.note !== bookmark.note && !field.value.includes(now.note)) {
      field.setRangeText(`\n${now.note}`, field.value.length, field.value.length);
    }
    const noted = { ...now, note: field.value.trim(), time: Date.now() };
    if (keepBookmark(noted)) bookmark = noted;
  };
}
