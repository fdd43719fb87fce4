/** What can be done with a sentence: copy, listen, bookmark, suggest a correction. */

import { bookmarkOf, keepBookmark, removeBookmark, takeNote } from "../lib/bookmarks.js";
import { copy } from "../lib/clipboard.js";
import { show } from "../lib/dialog.js";
import { find, text } from "../lib/elements.js";
import { say } from "../lib/notice.js";
import { run } from "../lib/run.js";
import { article, both } from "../lib/sentences.js";
import { onTask } from "../lib/tasks.js";
import { citation, content, title } from "../lib/texts.js";

/** Open the dialog of a sentence's actions. */
export async function open(id = "") {
  const dialog = await show("actions");
  for (const heading of dialog.querySelectorAll("h2 > *")) {
    id.slice(1).split("s").forEach((number, at) => heading.querySelectorAll("bdi")[at]?.append(number));
  }
  const { arabic, english, link } = content(id);
  dialog.querySelector("blockquote")?.append(text("ar", arabic), text("en", english));
  if (!english) dialog.querySelector('[data-do="english"]')?.closest("li")?.remove();
  const told = both(id)[1]?.dataset;
  const state = dialog.querySelector(`template.${told?.origin ?? told?.state}`)?.innerHTML;
  dialog.querySelector("a")?.setAttribute("href", suggestion(id));
  showBookmark(dialog, id);
  /** @param {string} string */
  const tryCopy = async (string) => say((await copy(string)) ? "copied" : "uncopied");
  onTask(dialog, {
    link: () => tryCopy(link),
    both: () => tryCopy(citation(id, state)),
    arabic: () => tryCopy(arabic),
    english: () => tryCopy(english),
    keep() {
      keep(id);
      showBookmark(dialog, id);
    },
    listen() {
      dialog.close();
      run("listen", "play", id);
    },
  });
}

/** Bookmark a sentence, or remove its bookmark where it has no note to lose. */
export function keep(id = "") {
  const bookmark = bookmarkOf(article, id);
  if (bookmark?.note) {
    say("noted");
  } else if (bookmark) {
    if (removeBookmark(bookmark)) say("unbookmarked");
  } else {
    const { arabic, english } = content(id);
    const made = { article, sentence: id, title: title().arabic, arabic, english, note: "", time: Date.now() };
    if (keepBookmark(made)) say("bookmarked");
  }
}

/**
 * Show whether the sentence is bookmarked, and room for a note if it is.
 * @param {HTMLDialogElement} dialog
 */
function showBookmark(dialog, id = "") {
  const bookmark = bookmarkOf(article, id);
  find(dialog, '[data-do="keep"]').ariaPressed = `${!!bookmark}`;
  dialog.querySelector("label")?.toggleAttribute("hidden", !bookmark);
  if (bookmark) takeNote(find(dialog, "textarea"), bookmark);
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
