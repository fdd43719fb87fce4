/**
 * The current sentence: marked in both languages, one tab stop for the whole text, reached by
 * pointer, tap, link or key, and the way to what can be done with it.
 */

import { onKeys } from "../lib/keys.js";
import { both, idAt, ids, shown } from "../lib/sentences.js";

let current = "";
/** @type {HTMLElement | undefined} */
let stop;

/**
 * Mark a sentence and its counterpart, and no other; "" marks none.
 * @param {string} id
 */
function mark(id) {
  for (const old of document.querySelectorAll(".sentence[data-marked]")) {
    old.removeAttribute("data-marked");
  }
  for (const one of id ? both(id) : []) one.dataset.marked = "";
}

/**
 * Make a sentence the current one: marked, and the text's tab stop.
 * @param {string} id "" for none; the tab stop stays where it was
 */
export function choose(id) {
  current = id;
  mark(id);
  if (id) hold(id);
  document.dispatchEvent(new CustomEvent("sentence", { detail: id }));
}

/** @param {string} id */
function hold(id) {
  stop?.removeAttribute("tabindex");
  stop = shown(id);
  if (stop) stop.tabIndex = 0;
}

/**
 * Make a sentence the current one and bring it into view.
 * @param {string} id
 * @param {boolean} [focus] move the focus there too
 */
export function visit(id, focus = true) {
  choose(id);
  if (focus) stop?.focus({ preventScroll: true });
  stop?.scrollIntoView({ block: "nearest" });
}

/**
 * Go some sentences on, or back.
 * @param {number} step
 * @param {boolean} [focus] move the focus too
 */
export function move(step, focus = true) {
  const at = ids.indexOf(current || idAt(stop ?? null)) + (current ? step : 0);
  visit(String(ids[Math.min(Math.max(at, 0), ids.length - 1)]), focus);
}

/**
 * A function for an arrow key: it moves only from within the text, else the page scrolls.
 * @param {() => number} step
 */
const arrow = (step) => () => (idAt(document.activeElement) ? move(step()) : false);

/** Forward in the direction of the text that is shown: leftward in Arabic, rightward in English. */
const leftward = () => (stop?.lang === "en" || stop?.closest("[lang]")?.matches("[lang=en]") ? -1 : 1);

/** The sentence that the address points at, "" if none. */
function target() {
  return ids.find((id) => id === location.hash.slice(1)) ?? "";
}

/** Follow the address, also where the Arabic it points at is not shown. */
function follow() {
  const id = target();
  choose(id);
  if (id && !document.getElementById(id)?.checkVisibility()) shown(id)?.scrollIntoView();
}

/** Whether the reader is selecting text rather than pressing it. */
const selecting = () => getSelection()?.isCollapsed === false;

/** Open the current sentence's actions. */
export async function act() {
  if (current) (await import("./actions.js")).open(current);
}

/** @param {HTMLElement} reader the `.bitext` element */
export function start(reader) {
  hold(target() || String(ids[0]));
  follow();
  reader.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse") mark(idAt(event.target) || current);
  });
  reader.addEventListener("pointerleave", () => mark(current));
  reader.addEventListener("focusin", (event) => {
    const id = idAt(event.target);
    if (id && id !== current) choose(id);
  });
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || selecting()) return;
    if (event.target.closest("a, button, input, label, summary, dialog, .sentence-bar, .player")) return;
    const id = idAt(event.target);
    if (id && id === current && document.documentElement.dataset.layout !== "reveal") act();
    else choose(id);
    if (id) import("../lib/bar.js");
  });
  addEventListener("hashchange", follow);
  onKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: arrow(() => 1),
    ArrowUp: arrow(() => -1),
    ArrowLeft: arrow(leftward),
    ArrowRight: arrow(() => -leftward()),
    Enter: () => (idAt(document.activeElement) ? act() : false),
    b: () => (current ? import("./actions.js").then((actions) => actions.keep(current)) : false),
    p: () => import("./listen.js").then((listen) => listen.toggle()),
    Escape: () => choose(""),
  });
  document.addEventListener("layout", () => hold(current || idAt(stop ?? null)));
}
