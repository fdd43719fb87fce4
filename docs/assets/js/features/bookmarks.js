/** The dialog that lists the bookmarks, with their notes; export and import of all that is kept. */

import { show } from "../lib/dialog.js";
import { find } from "../lib/elements.js";
import { item } from "../lib/items.js";
import { addMarks, markOf, marks, removeMark, soundMarks, takeNote } from "../lib/marks.js";
import { say } from "../lib/notice.js";
import { addPlaces, places } from "../lib/places.js";
import { onTask } from "../lib/tasks.js";

const FORMAT = "safhatan-marks";
const MOST = 5e6; // bytes of a file; browsers keep no more
const order = new Intl.Collator("en", { numeric: true });

let fill = () => {};
addEventListener("storage", () => fill());

export async function open() {
  const dialog = await show("bookmarks", ["العلامات", "Bookmarks"]);
  const list = find(dialog, "ol");
  const file = find(dialog, "input");
  fill = () => {
    // Not under the hands of somebody who is writing a note.
    if (list.contains(document.activeElement)) return;
    const all = marks().sort(
      (one, other) =>
        order.compare(one.article, other.article) || order.compare(one.sentence, other.sentence),
    );
    list.replaceChildren(...all.map((mark, at) => entry(dialog, mark, all[at - 1])));
    dialog.toggleAttribute("data-empty", !all.length);
    find(dialog, '[data-do="export"]').hidden = !all.length && !places().length;
  };
  fill();
  onTask(dialog, { export: save, import: () => file.click(), go: () => dialog.close() });
  file.onchange = async () => {
    for (const one of file.files ?? []) await bring(one);
    file.value = "";
    fill();
  };
}

/** @param {Element} dialog @param {Mark} mark @param {Mark | undefined} before */
function entry(dialog, mark, before) {
  const made = item(dialog, mark, mark.sentence);
  const title = find(made, "cite");
  if (mark.article === before?.article) title.remove();
  else title.append(mark.title);
  takeNote(find(made, "textarea"), mark);
  // What is removed stays in its place until the dialog closes, to be brought back.
  const turn = (done = false, next = "") => {
    made.toggleAttribute("data-removed", done === (next === "undo"));
    find(made, `[data-do="${next}"]`).focus();
  };
  onTask(made, {
    remove() {
      mark = markOf(mark.article, mark.sentence) ?? mark;
      turn(removeMark(mark), "undo");
    },
    undo: () => turn(addMarks([mark]), "remove"),
  });
  return made;
}

/** Hand the reader one file with every bookmark and every place. */
function save() {
  const content = { format: FORMAT, version: 1, marks: marks(), places: places() };
  const link = document.createElement("a");
  // Freed with the page: sooner, some browsers would have nothing to save.
  link.href = URL.createObjectURL(new Blob([JSON.stringify(content)]));
  link.download = "safhatan.json";
  link.click();
}

/** Add what such a file holds to what is kept here. @param {File} file */
async function bring(file) {
  try {
    const content = file.size < MOST && JSON.parse(await file.text());
    if (content.format !== FORMAT || content.version !== 1) throw new Error();
    const { marks, places = [] } = content;
    if (![marks, places].every(Array.isArray)) throw new Error();
    const sound = soundMarks(marks);
    const count = `${sound.length} / ${marks.length}`;
    if (addMarks(sound) && addPlaces(places))
      say("imported", count);
  } catch {
    say("foreign");
  }
}
