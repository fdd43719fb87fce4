/**
 * Choosing the current sentence by pointer, tap, link or key, and the keys that act on it.
 */

import { choose, current, focus, focused, hold, move, point } from "../lib/current.js";
import { dispatch } from "../lib/events.js";
import { named, onKeys } from "../lib/keys.js";
import { run } from "../lib/run.js";
import { dataset, englishOnly, idAt, ids, shown } from "../lib/sentences.js";

/** @param {HTMLElement} reader the `.bitext` element */
export function start(reader) {
  reader.role = "group";
  reader.setAttribute("aria-labelledby", "reading-keys");
  followAddress();
  addEventListener("hashchange", followAddress);
  document.addEventListener("safhatan:layout", () => hold());
  followPointer(reader);
  keepSelectionInColumn();
  takeKeys();
}

/**
 * Choose the sentence that the address points at, also where its Arabic is not shown; of a
 * paragraph, make the first sentence the tab stop.
 * @param {Event} [change]
 */
function followAddress(change) {
  const id = location.hash.slice(1);
  const first = ids.find((one) => one === id || one.startsWith(`${id}s`));
  choose(first === id ? id : "");
  hold(first);
  if (current && englishOnly() && (change || !scrollY)) shown(current)?.scrollIntoView();
  delete dataset.moved;
}

/** @param {HTMLElement} reader */
function followPointer(reader) {
  // Not pointerover, which comes too when the page moves under a mouse at rest.
  document.addEventListener("pointermove", ({ pointerType, target }) => {
    if (pointerType === "mouse") point(idAt(target));
  });
  document.addEventListener("focusin", ({ target }) => {
    if (idAt(target)) choose(idAt(target));
  });
  // Not the document, which Safari on phones tells nothing of taps on text.
  reader.closest("main")?.addEventListener("click", (/** @type {any} */ { target }) => {
    if (getSelection()?.isCollapsed === false) return;
    if (target.closest("a, button, input, label, summary")) return;
    const note = target.closest(".noted");
    let one = note ?? target;
    while (one?.matches("small")) one = one.previousElementSibling; // the sentence that it is about
    choose(idAt(one));
    if (current) focus(); // keys go on from here
    dataset.moved = "press";
    press(current);
    if (note) run("actions", "open", current);
    if (current) run("bar", "show");
  });
}

/**
 * A selection stays in the column it begins in (reader.css): of the other language, of numbers and
 * of labels it takes nothing.
 */
function keepSelectionInColumn() {
  document.addEventListener("pointerdown", (/** @type {any} */ { target }) => {
    const column = target.closest(".pair > [lang], .changes, .translators-note");
    if (column) dataset.selecting = column.lang || "aside";
    else delete dataset.selecting;
  });
  // All is all.
  document.addEventListener("keydown", (event) => {
    if (named(event) === "a" && (event.ctrlKey || event.metaKey)) delete dataset.selecting;
  });
}

function takeKeys() {
  // Arrows move within the text; elsewhere they are left to scroll the page.
  const arrow = (/** @type {number} */ step) => (focused() ? move(step) : false);
  onKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => arrow(1),
    ArrowUp: () => arrow(-1),
    ArrowLeft: () => arrow(englishOnly() ? -1 : 1),
    ArrowRight: () => arrow(englishOnly() ? 1 : -1),
    Enter() {
      const id = focused();
      return press(id) && id ? run("actions", "open", id) : false;
    },
    b: () => (current ? run("actions", "keep", current) : false),
    p: () => run("listen", "toggle"),
    Escape() {
      const panel = document.querySelector("dialog");
      if (panel) panel.close();
      else if (!document.querySelector(":popover-open")) choose(""); // which the browser closes
      return false;
    },
  });
}

/** Tell that a sentence is pressed. False where the layout has a use of its own for that. */
const press = (/** @type {string} */ id) => dispatch("safhatan:press", id);
