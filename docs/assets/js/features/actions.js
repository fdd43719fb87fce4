/**
 * The panel of a sentence, at the foot of the window: both texts whole, how the English stands and
 * where it is from, and what can be done: bookmark, listen, copy, suggest a correction. The page
 * goes on beside it, and it follows the current sentence.
 */

import { bookmarkOf, keepBookmark, removeBookmark, takeNote } from "../lib/bookmarks.js";
import { copy } from "../lib/clipboard.js";
import { choose, current, focus, move } from "../lib/current.js";
import { show } from "../lib/dialog.js";
import { fillGaps, find, inBoth } from "../lib/elements.js";
import { say } from "../lib/notice.js";
import { run } from "../lib/run.js";
import { article, both, englishOnly, idAt } from "../lib/sentences.js";
import { standing } from "../lib/standing.js";
import { onTask } from "../lib/tasks.js";
import { citation, content, seen, title } from "../lib/texts.js";

const { dataset, style } = document.documentElement;

/** @type {HTMLDialogElement | undefined} */
let panel;
let id = "";

/** Open the panel of a sentence. */
export async function open(sentence = "") {
  const opener = document.activeElement;
  const dialog = await show("actions", false);
  panel = dialog;
  dataset.panel = "";
  find(dialog, "h2").after(find(dialog, ".steps"));
  if (sentence !== current) choose(sentence);
  fill(sentence);
  const height = new ResizeObserver(() => measure(dialog));
  height.observe(dialog);
  dialog.addEventListener("close", () => {
    height.disconnect();
    if (panel !== dialog) return;
    panel = undefined;
    delete dataset.panel;
  });
  // However it is closed the sentence stays chosen, and the focus goes to it, or to the button that
  // opened the panel; left to the browser, it would go to the sentence that was current at first.
  /** @param {Event} event */
  const leave = (event) => {
    event.preventDefault();
    const button = !idAt(opener) && opener?.closest("button");
    if (!button) focus();
    dialog.close();
    delete dataset.panel; // which hides the button
    if (button) button.focus();
  };
  dialog.addEventListener("keydown", (event) => event.key === "Escape" && leave(event));
  dialog.addEventListener("cancel", leave);
  dialog.addEventListener("submit", leave);
  tasks(dialog);
}

/** Let the page know how much of the window the panel takes. @param {HTMLElement} dialog */
const measure = (dialog) => style.setProperty("--panel", `${dialog.offsetHeight}px`);

document.addEventListener("safhatan:sentence", ({ detail }) => {
  if (!panel || detail === id) return;
  if (detail) fill(detail);
  else panel.close();
});
const showNow = () => panel && showBookmark(panel);
document.addEventListener("safhatan:bookmarks", showNow);
addEventListener("storage", showNow); // another tab's

/** @param {HTMLDialogElement} dialog */
function tasks(dialog) {
  /** @param {string} string */
  const tryCopy = async (string) => say((await copy(string)) ? "copied" : "uncopied");
  onTask(dialog, {
    previous: () => move(-1, false),
    next: () => move(1, false),
    link: () => tryCopy(seen(id).link),
    both: () => tryCopy(citation(id, dialog.querySelector(`template.${standing(id).sign}`)?.innerHTML)),
    arabic: () => tryCopy(seen(id).arabic),
    english: () => tryCopy(seen(id).english),
    keep: () => keep(id),
    listen() {
      dialog.close();
      run("listen", "play", id);
    },
  });
}

/** Show a sentence in the panel. */
function fill(sentence = "") {
  if (!panel) return;
  id = sentence;
  fillGaps(find(panel, "h2"), ...id.slice(1).split("s"));
  const { arabic, english } = seen(id);
  find(panel, "blockquote").replaceChildren(...inBoth(arabic, english));
  find(panel, '[data-do="english"]').hidden = !english;
  const { state, origin, notes } = standing(id);
  find(panel, ".stands").replaceChildren(...state, ...origin, ...notes);
  panel.querySelector("a")?.setAttribute("href", suggestion());
  showBookmark(panel);
  panel.scrollTop = 0;
  measure(panel);
  // What is compared is in sight, above all the language that is read.
  for (const one of englishOnly() ? both(id) : both(id).toReversed()) one.scrollIntoView({ block: "nearest" });
}

/** Bookmark a sentence, or remove its bookmark where it has no note to lose. */
export function keep(sentence = "") {
  const bookmark = bookmarkOf(article, sentence);
  if (bookmark?.note) {
    say("noted");
  } else if (bookmark) {
    if (removeBookmark(bookmark)) say("unbookmarked");
  } else {
    const { arabic, english } = content(sentence);
    const made = { article, sentence, title: title().arabic, arabic, english, note: "", time: Date.now() };
    if (keepBookmark(made)) say("bookmarked");
  }
}

/** Show whether the sentence is bookmarked, and room for a note if it is. @param {HTMLDialogElement} dialog */
function showBookmark(dialog) {
  const bookmark = bookmarkOf(article, id);
  const field = find(dialog, "textarea");
  find(dialog, '[data-do="keep"]').ariaPressed = `${!!bookmark}`;
  // Not under the hands of somebody who is writing the note.
  if (field === document.activeElement) return;
  find(dialog, "label").hidden = !bookmark;
  if (bookmark) takeNote(field, bookmark);
}

/** The address of a prefilled issue on GitHub, or of the catalog's edit page. */
function suggestion() {
  const { issues, edit } = find(document, ".site-header").dataset;
  const catalog = find(document, ".bitext").dataset.catalog;
  const { arabic, english, link } = content(id);
  // GitHub takes about 8000 characters, of which an Arabic letter is six.
  const about = `${link}\n${catalog}\n\n${arabic}\n\n${english}`.slice(0, 1000);
  const issue = { title: `Translation: ${article} ${id}`, body: `${about}\n\nSuggested English:\n\n` };
  if (issues) return `${issues}?${new URLSearchParams(issue)}`;
  return edit + catalog.split("/").map(encodeURIComponent).join("/");
}
