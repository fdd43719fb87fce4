/** What can be done with a sentence: copy, listen, bookmark, suggest a correction. */

import { show } from "../lib/dialog.js";
import { keepMark, markOf, removeMark, takeNote } from "../lib/marks.js";
import { say, text } from "../lib/notice.js";
import { run } from "../lib/run.js";
import { article, both } from "../lib/sentences.js";
import { find, onTask } from "../lib/tasks.js";
import { citation, content, place, title } from "../lib/texts.js";

/** Open the dialog of a sentence's actions. */
export async function open(id = "") {
  const dialog = await show("actions", place(id));
  const { arabic, english, link } = content(id);
  dialog.querySelector("blockquote")?.append(text("ar", arabic), text("en", english));
  if (!english) dialog.querySelector('[data-do="english"]')?.closest("li")?.remove();
  const told = both(id)[1]?.dataset;
  const state = dialog.querySelector(`template.${told?.origin ?? told?.state}`)?.innerHTML;
  dialog.querySelector("a")?.setAttribute("href", suggestion(id));
  prepareNote(dialog, id);
  onTask(dialog, {
    link: () => copy(link),
    both: () => copy(citation(id, state)),
    arabic: () => copy(arabic),
    english: () => copy(english),
    keep: () => {
      keep(id);
      prepareNote(dialog, id);
    },
    listen: () => {
      dialog.close();
      run("listen", "play", id);
    },
  });
}

/** Bookmark a sentence, or remove its bookmark where it has no note to lose. */
export function keep(id = "") {
  const mark = markOf(article, id);
  if (mark?.note) {
    say("noted");
  } else if (mark) {
    if (removeMark(mark)) say("unmarked");
  } else {
    const { arabic, english } = content(id);
    const made = { article, sentence: id, title: title().arabic, arabic, english, note: "", time: Date.now() };
    if (keepMark(made)) say("marked");
  }
}

/** A bookmarked sentence has room for a note. @param {HTMLDialogElement} dialog */
function prepareNote(dialog, id = "") {
  const mark = markOf(article, id);
  find(dialog, '[data-do="keep"]').ariaPressed = `${!!mark}`;
  dialog.querySelector("label")?.toggleAttribute("hidden", !mark);
  if (mark) takeNote(find(dialog, "textarea"), mark);
}

/** The address of a prefilled issue on GitHub, or of the catalog's edit page. */
function suggestion(id = "") {
  const { issues, edit } = find(document, ".site-header").dataset;
  const catalog = find(document, ".bitext").dataset.catalog;
  const { arabic, english, link } = content(id);
  // GitHub takes about 8000 characters, of which an Arabic letter is six.
  const about = `${link}\n${catalog}\n\n${arabic}\n\n${english}`.slice(0, 1000);
  const issue = { title: `Translation: ${article} ${id}`, body: `${about}\n\nSuggested English:\n\n` };
  if (issues) return `${issues}?${new URLSearchParams(issue)}`;
  return edit + catalog.split("/").map(encodeURIComponent).join("/");
}

async function copy(string = "") {
  try {
    await navigator.clipboard.writeText(string);
  } catch {
    // Without https there is no clipboard to write to, but there is a command.
    document.oncopy = (event) => {
      event.clipboardData?.setData("text/plain", string);
      event.preventDefault();
    };
    const copied = document.execCommand("copy");
    document.oncopy = null;
    if (!copied) return say("uncopied");
  }
  say("copied");
}
