/** What can be done with a sentence: copy, listen, bookmark, suggest a correction. */

import { show } from "../lib/dialog.js";
import { keepMark, markOf, removeMark } from "../lib/marks.js";
import { say, text } from "../lib/notice.js";
import { article } from "../lib/sentences.js";
import { onTask } from "../lib/tasks.js";
import { citation, content, title } from "../lib/texts.js";

/**
 * Open the dialog of a sentence's actions.
 * @param {string} id
 */
export async function open(id) {
  const [paragraph, number] = id.slice(1).split("s");
  const dialog = await show("actions", [
    `الفقرة ${paragraph}، الجملة ${number}`,
    `Paragraph ${paragraph}, sentence ${number}`,
  ]);
  const sentence = content(id);
  const quote = dialog.querySelector("blockquote");
  quote?.append(text("ar", sentence.arabic), text("en", sentence.english));
  if (!sentence.english) dialog.querySelector('[data-do="english"]')?.remove();
  prepareNote(dialog, id);
  prepareSuggestion(dialog, id);
  const listenable = document.querySelector('[data-opens="listen"]:not([hidden])');
  if (!listenable) dialog.querySelector('[data-do="listen"]')?.remove();
  const copied = (/** @type {string} */ string) => () => copy(string, dialog);
  onTask(dialog, {
    link: copied(sentence.link),
    both: copied(citation(id)),
    arabic: copied(sentence.arabic),
    english: copied(sentence.english),
    keep: () => {
      keep(id);
      prepareNote(dialog, id);
    },
    listen: async () => {
      dialog.close();
      (await import("./listen.js")).play(id);
    },
  });
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const items = [...dialog.querySelectorAll("[data-do]")];
    const at = items.indexOf(/** @type {Element} */ (document.activeElement));
    const next = step && at >= 0 && items.at((at + step) % items.length);
    if (next instanceof HTMLElement) {
      next.focus();
      event.preventDefault();
    }
  });
}

/**
 * Bookmark a sentence, or remove its bookmark where it has no note to lose.
 * @param {string} id
 */
export function keep(id) {
  const mark = markOf(article, id);
  if (mark?.note) {
    say("للعلامة ملاحظة؛ احذفها من قائمة العلامات.", "It has a note; remove it in the list of bookmarks.");
  } else if (mark) {
    if (removeMark(mark)) say("أُزيلت العلامة.", "Bookmark removed.");
  } else {
    const { arabic, english } = content(id);
    const name = title();
    const made = { article, sentence: id, title: name.arabic, arabic, english, note: "", time: Date.now() };
    if (keepMark(made)) say("وُضعت علامة.", "Bookmarked.");
  }
}

/**
 * The bookmark's button says what it will do; a bookmarked sentence has room for a note.
 * @param {HTMLDialogElement} dialog
 * @param {string} id
 */
function prepareNote(dialog, id) {
  const mark = markOf(article, id);
  dialog.querySelector('[data-do="keep"]')?.setAttribute("aria-pressed", String(Boolean(mark)));
  const field = dialog.querySelector("textarea");
  if (!field?.parentElement) return;
  field.parentElement.hidden = !mark;
  field.value = mark?.note ?? "";
  field.onchange = () => {
    const now = markOf(article, id);
    if (now) keepMark({ ...now, note: field.value.trim(), time: Date.now() });
  };
}

/**
 * A link to a prefilled issue on GitHub, else to the catalog's edit page; none without a repository.
 * @param {HTMLDialogElement} dialog
 * @param {string} id
 */
function prepareSuggestion(dialog, id) {
  const link = dialog.querySelector("a[data-do]");
  const { repo, edit } = /** @type {HTMLElement} */ (document.querySelector(".site-header")).dataset;
  if (!(link instanceof HTMLAnchorElement) || !repo) return link?.parentElement?.remove();
  const catalog = document.querySelector(".bitext")?.getAttribute("data-catalog");
  if (new URL(repo).hostname === "github.com") {
    const issue = new URL(`${repo.replace(/\/$/, "")}/issues/new`);
    issue.searchParams.set("title", `Translation: ${article} ${id}`);
    issue.searchParams.set(
      "body",
      `${citation(id)}\n\nCatalog: ${catalog}\n\nSuggested English:\n\n\nWhy:\n`,
    );
    link.href = issue.href;
  } else if (edit) link.href = edit + catalog;
  else link.parentElement?.remove();
}

/**
 * @param {string} string
 * @param {HTMLDialogElement} dialog what a field has to be in to have the focus
 */
async function copy(string, dialog) {
  try {
    await navigator.clipboard.writeText(string);
  } catch {
    // Without https there is no clipboard to write to, but there is this.
    const field = document.createElement("textarea");
    const before = document.activeElement;
    field.value = string;
    dialog.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    if (before instanceof HTMLElement) before.focus();
    if (!copied) return say("تعذّر النسخ.", "Could not be copied.");
  }
  say("نُسخ.", "Copied.");
}
