/** The dialog that lists the bookmarks, with their notes; export and import of all that is kept. */

import { show } from "../lib/dialog.js";
import { addMarks, keepMark, marks, removeMark, soundMarks } from "../lib/marks.js";
import { say, text } from "../lib/notice.js";
import { addPlaces, places } from "../lib/places.js";
import { find, onTask } from "../lib/tasks.js";

const FORMAT = "safhatan-marks";

/** Open the dialog. */
export async function open() {
  const dialog = await show("bookmarks", ["العلامات", "Bookmarks"]);
  const list = find(dialog, "ol", HTMLOListElement);
  const template = find(dialog, "template", HTMLTemplateElement);
  const file = find(dialog, "[type=file]", HTMLInputElement);
  const fill = () => {
    const all = marks().sort(
      (one, other) =>
        one.article.localeCompare(other.article) ||
        one.sentence.localeCompare(other.sentence, "en", { numeric: true }),
    );
    list.replaceChildren(...all.map((mark) => item(mark, template)));
    dialog.toggleAttribute("data-empty", all.length === 0);
  };
  fill();
  onTask(dialog, {
    export: save,
    import: () => file.click(),
    go: () => dialog.close(),
    remove: (button) => {
      const [article = "", sentence = ""] = button.closest("li")?.dataset.of?.split("#") ?? [];
      removeMark({ article, sentence });
      fill();
      find(dialog, ".close", HTMLElement).focus();
    },
  });
  file.addEventListener("change", async () => {
    await bring(file.files?.[0]);
    file.value = "";
    fill();
  });
}

/**
 * @param {import("../lib/marks.js").Mark} mark
 * @param {HTMLTemplateElement} template
 */
function item(mark, template) {
  const entry = find(document.importNode(template.content, true), "li", HTMLElement);
  entry.dataset.of = `${mark.article}#${mark.sentence}`;
  const link = find(entry, "a", HTMLAnchorElement);
  link.href = `${safhatan.base}articles/${encodeURIComponent(mark.article)}/#${mark.sentence}`;
  link.append(text("ar", mark.arabic), text("en", mark.english));
  entry.querySelector("cite")?.append(mark.title);
  const note = find(entry, "textarea", HTMLTextAreaElement);
  note.value = mark.note;
  note.addEventListener("change", () =>
    keepMark({ ...mark, note: note.value.trim(), time: Date.now() }),
  );
  return entry;
}

/** Hand the reader one file with every bookmark and every place. */
function save() {
  const content = { format: FORMAT, version: 1, marks: marks(), places: places() };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(
    new Blob([JSON.stringify(content, null, 2)], { type: "application/json" }),
  );
  link.download = "safhatan.json";
  link.click();
  URL.revokeObjectURL(link.href);
}

/**
 * Add what such a file holds to what is kept here.
 * @param {File | undefined} file
 */
async function bring(file) {
  if (!file) return;
  try {
    const content = JSON.parse(await file.text());
    if (content?.format !== FORMAT || content.version !== 1) throw new Error("not ours");
    const count = soundMarks(content.marks).length;
    if (addMarks(content.marks) && addPlaces(content.places)) {
      say(`العلامات المستوردة: ${count}`, `Bookmarks imported: ${count}`);
    }
  } catch {
    say("ليس هذا ملف علامات من «صفحتان».", "This is not a file of bookmarks from Safhatan.");
  }
}
