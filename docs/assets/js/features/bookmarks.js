/** The dialog that lists the bookmarks, with their notes; export and import of all that is kept. */

import { addBookmarks, bookmarkOf, bookmarks, removeBookmark, takeNote } from "../lib/bookmarks.js";
import { show } from "../lib/dialog.js";
import { find } from "../lib/elements.js";
import { asText, cards, exported, read } from "../lib/exported.js";
import { item } from "../lib/items.js";
import { say } from "../lib/notice.js";
import { addPlaces, places } from "../lib/places.js";
import { onTask } from "../lib/tasks.js";

let fill = () => {};
addEventListener("storage", () => fill());

/** Open the dialog. */
export async function open() {
  const dialog = await show("bookmarks");
  const file = find(dialog, "input");
  fill = () => list(dialog);
  fill();
  onTask(dialog, {
    export: () => save(exported(), "safhatan.json"),
    anki: () => save(cards(inOrder()), "safhatan.anki.txt"),
    text: () => save(asText(inOrder()), "safhatan.txt"),
    import: () => file.click(),
    go: () => dialog.close(),
  });
  file.onchange = async () => {
    for (const one of file.files ?? []) await add(one);
    file.value = "";
    fill();
  };
}

/** Show what is kept now. @param {HTMLDialogElement} dialog */
function list(dialog) {
  const entries = find(dialog, "ol");
  // Not under the hands of somebody who is writing a note.
  if (entries.contains(document.activeElement)) return;
  const all = inOrder();
  entries.replaceChildren(...all.map((one, at) => entry(dialog, one, all[at - 1])));
  dialog.toggleAttribute("data-empty", !all.length);
  find(dialog, '[data-do="export"]').hidden = !all.length && !places().length;
  for (const kind of ["anki", "text"]) find(dialog, `[data-do="${kind}"]`).hidden = !all.length;
}

const { compare } = new Intl.Collator("en", { numeric: true });

/** By article, and within one by sentence. @param {Bookmark} one @param {Bookmark} other */
const inReadingOrder = (one, other) =>
  compare(one.article, other.article) || compare(one.sentence, other.sentence);

const inOrder = () => bookmarks().sort(inReadingOrder);

/**
 * An entry of the list, under its article's title if it is that article's first.
 * @param {Element} dialog
 * @param {Bookmark} bookmark
 * @param {Bookmark | undefined} former the one before in the list
 */
function entry(dialog, bookmark, former) {
  const made = item(dialog, bookmark, bookmark.sentence);
  const title = find(made, "cite");
  if (bookmark.article === former?.article) title.remove();
  else title.append(bookmark.title);
  takeNote(find(made, "textarea"), bookmark);
  // What is removed stays in its place until the dialog closes, to be brought back.
  const turn = (done = false, next = "") => {
    made.toggleAttribute("data-removed", done === (next === "undo"));
    find(made, `[data-do="${next}"]`).focus();
  };
  onTask(made, {
    remove() {
      bookmark = bookmarkOf(bookmark.article, bookmark.sentence) ?? bookmark;
      turn(removeBookmark(bookmark), "undo");
    },
    undo: () => turn(addBookmarks([bookmark]), "remove"),
  });
  return made;
}

/** Hand the reader a file. @param {string} content @param {string} name */
function save(content, name) {
  const link = document.createElement("a");
  // Freed with the page: sooner, some browsers would have nothing to save.
  link.href = URL.createObjectURL(new Blob([content]));
  link.download = name;
  link.click();
}

/** Add what such a file holds to what is kept here, and say how much that is. @param {File} file */
async function add(file) {
  try {
    const { sound, total, places } = await read(file);
    if (addBookmarks(sound) && addPlaces(places)) say("imported", `${sound.length} / ${total}`);
  } catch {
    say("foreign");
  }
}
