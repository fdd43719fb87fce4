/** The dialog that lists the bookmarks, with their notes; export and import of all that is kept. */

import { show } from "../lib/dialog.js";
import { addMarks, markOf, marks, removeMark, soundMarks, takeNote } from "../lib/marks.js";
import { say } from "../lib/notice.js";
import { addPlaces, places } from "../lib/places.js";
import { lead } from "../lib/storage.js";
import { find, onTask } from "../lib/tasks.js";

const FORMAT = "safhatan-marks";
const MOST = 5e6; // bytes of a file; browsers keep no more

let fill = () => {};
for (const name of ["storage", "pageshow"]) addEventListener(name, () => fill());

/** Open the dialog. */
export async function open() {
  const dialog = await show("bookmarks", ["العلامات", "Bookmarks"]);
  const list = find(dialog, "ol", HTMLElement);
  const template = find(dialog, "template", HTMLTemplateElement);
  const file = find(dialog, "[type=file]", HTMLInputElement);
  fill = () => {
    // Not under the hands of somebody who is writing a note.
    if (list.contains(document.activeElement)) return;
    const all = marks().sort(
      (one, other) =>
        one.article.localeCompare(other.article) ||
        one.sentence.localeCompare(other.sentence, "en", { numeric: true }),
    );
    list.replaceChildren();
    all.forEach((mark, index) => {
      const entry = item(mark, template);
      if (mark.article === all[index - 1]?.article) entry.querySelector("cite")?.remove();
      list.append(entry);
    });
    dialog.toggleAttribute("data-empty", !all.length);
    find(dialog, '[data-do="export"]', HTMLElement).hidden = !all.length && !places().length;
  };
  fill();
  onTask(dialog, { export: save, import: () => file.click(), go: () => dialog.close() });
  file.addEventListener("change", async () => {
    if (file.files?.[0]) await bring(file.files[0]);
    file.value = "";
    fill();
  });
}

/**
 * @param {Mark} mark
 * @param {HTMLTemplateElement} template
 */
function item(mark, template) {
  const { article, sentence } = mark;
  const entry = find(document.importNode(template.content, true), "li", HTMLElement);
  entry.querySelector("cite")?.append(mark.title);
  lead(find(entry, "a", HTMLAnchorElement), mark, sentence);
  takeNote(find(entry, "textarea", HTMLTextAreaElement), mark);
  // What is removed stays in its place until the dialog closes, to be brought back.
  onTask(entry, {
    remove() {
      mark = markOf(article, sentence) ?? mark;
      entry.toggleAttribute("data-removed", removeMark(mark));
      find(entry, '[data-do="undo"]', HTMLElement).focus();
    },
    undo() {
      entry.toggleAttribute("data-removed", !addMarks([mark]));
      find(entry, '[data-do="remove"]', HTMLElement).focus();
    },
  });
  return entry;
}

/** Hand the reader one file with every bookmark and every place. */
function save() {
  const content = { format: FORMAT, version: 1, marks: marks(), places: places() };
  const link = document.createElement("a");
  // Freed with the page: sooner, some browsers would have nothing to save.
  link.href = URL.createObjectURL(
    new Blob([JSON.stringify(content, null, 2)], { type: "application/json" }),
  );
  link.download = "safhatan.json";
  link.click();
}

/** Add what such a file holds to what is kept here. @param {File} file */
async function bring(file) {
  try {
    const content = file.size < MOST && JSON.parse(await file.text());
    if (content.format !== FORMAT || content.version !== 1) throw new Error("not ours");
    const all = [...content.marks];
    const sound = soundMarks(all);
    const count = `${sound.length} / ${all.length}`;
    if (addMarks(sound) && addPlaces(content.places ?? []))
      say(`العلامات المستوردة: ${count}`, `Bookmarks imported: ${count}`);
  } catch {
    say("ليس هذا ملف علامات يقرؤه هذا الموقع.", "This is not a file of bookmarks that this site can read.");
  }
}
