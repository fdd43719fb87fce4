/** Bookmarked sentences, each with a private note. */

import { sound, store } from "./storage.js";

/**
 * @param {unknown} content of any shape
 * @returns {Mark[]} what is sound of it
 */
export const soundMarks = (content) =>
  sound(content, "sentence", /^p\d+s\d+$/, "title", "arabic", "english", "note");

const kept = store("marks", soundMarks);

/** Every bookmark. */
export const marks = kept.read;

/** @param {(all: Map<string, Mark>) => unknown} task changes the bookmarks by sentence */
function change(task) {
  const done = kept.update((all) => {
    const found = new Map(all.map((one) => [name(one), one]));
    task(found);
    return [...found.values()];
  });
  if (done) dispatchEvent(new Event("marks"));
  return done;
}

/** @param {Pick<Mark, "article" | "sentence">} one */
const name = ({ article, sentence }) => `${article}#${sentence}`;

/**
 * The sentence's bookmark, if it has one.
 * @param {string} article
 * @param {string} sentence
 */
export const markOf = (article, sentence) =>
  marks().find((one) => one.article === article && one.sentence === sentence);

/** Keep a bookmark, in the place of a former one of its sentence. @param {Mark} mark */
export const keepMark = (mark) => change((all) => all.set(name(mark), mark));

/** @param {Mark} mark */
export const removeMark = (mark) => change((all) => all.delete(name(mark)));

/**
 * Add bookmarks. Of two of one sentence the later stays, and a note that would be lost with the
 * other is added to its own.
 * @param {Mark[]} others
 */
export const addMarks = (others) =>
  change((all) => {
    for (const mark of others) {
      const own = all.get(name(mark)) ?? mark;
      const [old, late] = own.time > mark.time ? [mark, own] : [own, mark];
      const note = late.note.includes(old.note) ? late.note : `${late.note}\n${old.note}`.trim();
      all.set(name(mark), { ...late, note });
    }
  });

/**
 * Keep a note while it is being typed: it is not lost however the field is left. What another
 * tab has written meanwhile is added to it.
 * @param {HTMLTextAreaElement} field
 * @param {Mark} mark
 */
export function takeNote(field, mark) {
  field.value = mark.note;
  field.oninput = () => {
    const now = markOf(mark.article, mark.sentence) ?? mark;
    if (now.note !== mark.note && !field.value.includes(now.note)) field.value += `\n${now.note}`;
    const noted = { ...now, note: field.value.trim(), time: Date.now() };
    if (keepMark(noted)) mark = noted;
  };
}
