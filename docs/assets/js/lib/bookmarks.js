/** Bookmarked sentences, each with a private note. */

import { sound, store } from "./storage.js";

/** What is sound of a content of any shape. @returns {Mark[]} @param {unknown} content */
export const soundMarks = (content) =>
  sound(content, "sentence", "title", "arabic", "english", "note").filter((one) =>
    /^p\d+s\d+$/.test(one.sentence),
  );

const kept = store("marks", soundMarks);

export const marks = kept.read;

const name = ({ article = "", sentence = "" }) => `${article}#${sentence}`;

/** @param {(all: Map<string, Mark>) => unknown} task changes the bookmarks, by name */
function change(task) {
  const done = kept.update((list) => {
    const all = new Map(list.map((one) => [name(one), one]));
    task(all);
    return [...all.values()];
  });
  if (done) dispatchEvent(new Event("marks"));
  return done;
}

/** The sentence's bookmark, if it has one. */
export const markOf = (article = "", sentence = "") =>
  marks().find((one) => name(one) === name({ article, sentence }));

/** Keep a bookmark, in the place of a former one of its sentence. @param {Mark} mark */
export const keepMark = (mark) => change((all) => all.set(name(mark), mark));

/** @param {Mark} mark */
export const removeMark = (mark) => change((all) => all.delete(name(mark)));

/** Add bookmarks. Of two the later stays, with the other's note too. @param {Mark[]} more */
export const addMarks = (more) =>
  change((all) => {
    for (const mark of more) {
      const own = all.get(name(mark)) ?? mark;
      const [old, late] = own.time > mark.time ? [mark, own] : [own, mark];
      const note = late.note.includes(old.note) ? late.note : `${late.note}\n${old.note}`.trim();
      all.set(name(mark), { ...late, note });
    }
  });

/**
 * Keep a note as it is typed, so that it is not lost however the field is left; what another tab
 * has written meanwhile is added.
 * @param {HTMLTextAreaElement} field
 * @param {Mark} mark
 */
export function takeNote(field, mark) {
  field.value = mark.note;
  field.oninput = () => {
    const now = markOf(mark.article, mark.sentence) ?? mark;
    if (now.note !== mark.note && !field.value.includes(now.note)) field.setRangeText(`\n${now.note}`, field.value.length, field.value.length);
    const noted = { ...now, note: field.value.trim(), time: Date.now() };
    if (keepMark(noted)) mark = noted;
  };
}
