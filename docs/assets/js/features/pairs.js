/**
 * The current sentence: marked in both languages, one tab stop for the whole text, reached by
 * pointer, tap, link or key, and the way to what can be done with it. Ids are "" for none.
 */

import { onKeys } from "../lib/keys.js";
import { run } from "../lib/run.js";
import { dataset, englishOnly, idAt, ids, sentences, shown, topmost } from "../lib/sentences.js";

/** The sentence that was chosen, by whatever means. */
export let current = "";
/** @type {HTMLElement | undefined} what the tab key reaches of the text */
let stop;

/** Mark the current sentence in both languages, one that is pointed at, and no other. */
function mark(id = "") {
  for (const one of sentences) {
    one.toggleAttribute("data-marked", [id, current].includes(one.dataset.pair));
  }
}

/** Bring the focus to the tab stop. */
export const focus = () => stop?.focus({ preventScroll: true });

/** Make a sentence the tab stop, with its paragraph's controls; bring the focus, if the last had it. */
function hold(id = "") {
  const former = stop;
  stop = shown(id);
  for (const one of document.querySelectorAll(".pair > :is(a, button)")) {
    one.setAttribute("tabindex", one.parentElement?.contains(stop ?? null) ? "0" : "-1");
  }
  if (!stop || stop === former) return;
  stop.tabIndex = 0;
  if (former === document.activeElement) focus();
  former?.removeAttribute("tabindex");
}

/** Make a sentence the current one. */
export function choose(id = "") {
  current = id;
  dataset.moved = ""; // away from what the address points at
  mark(id);
  if (id) hold(id);
  document.dispatchEvent(new Event("sentence"));
}

/** Go on, or back, and into view; from none in view, to what the reader has scrolled to. */
export function move(step = 1, here = true) {
  const { top = 0, bottom = 0 } = stop?.getBoundingClientRect() ?? {};
  const seen = bottom > 0 && top < innerHeight;
  const at = ids.indexOf(idAt(seen ? stop : topmost())) + (current && seen ? step : 0);
  choose(ids[Math.min(Math.max(at, 0), ids.length - 1)]);
  if (here) focus();
  stop?.scrollIntoView({ block: "nearest" });
}

/** The sentence that has the focus, not a link in it. */
const focused = () => (stop === document.activeElement ? idAt(stop) : "");

/** Arrow keys move within the text; elsewhere the page scrolls. */
const arrow = (step = 1) => (focused() ? move(step) : false);

/** False where the layout has a use of its own for pressing a sentence. */
const press = (id = "") =>
  document.dispatchEvent(new CustomEvent("press", { detail: id, cancelable: true }));

/** Open a sentence's actions. */
export const act = (id = current) => (id ? run("actions", "open", id) : false);

/** Follow the address, also where the Arabic it points at is not shown. @param {Event} [change] */
function follow(change) {
  const id = location.hash.slice(1);
  const first = ids.find((one) => one === id || one.startsWith(`${id}s`));
  choose(first === id ? id : "");
  hold(first ?? (idAt(stop) || ids[0]));
  if (current && englishOnly() && (change || !scrollY)) stop?.scrollIntoView();
  delete dataset.moved;
}

/** @param {HTMLElement} reader the `.bitext` element */
export function start(reader) {
  reader.role = "group";
  reader.setAttribute("aria-labelledby", "reading-keys");
  follow();
  addEventListener("hashchange", follow);
  document.addEventListener("layout", () => hold(idAt(stop)));
  // Not pointerover, which comes too when the page moves under a mouse at rest.
  document.addEventListener("pointermove", ({ pointerType, target }) => {
    if (pointerType === "mouse") mark(idAt(target));
  });
  document.addEventListener("focusin", ({ target }) => {
    if (idAt(target)) choose(idAt(target));
  });
  // Not the document, which Safari on phones tells nothing of taps on text.
  reader.closest("main")?.addEventListener("click", (/** @type {any} */ { target }) => {
    if (getSelection()?.isCollapsed === false) return;
    if (target.closest("a, button, input, label, summary")) return;
    choose(idAt(target));
    if (current) focus(); // keys go on from here
    dataset.moved = "press";
    press(current);
    if (current) run("bar", "show");
  });
  onKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => arrow(1),
    ArrowUp: () => arrow(-1),
    ArrowLeft: () => arrow(englishOnly() ? -1 : 1),
    ArrowRight: () => arrow(englishOnly() ? 1 : -1),
    Enter: () => press(focused()) && act(focused()),
    b: () => (current ? run("actions", "keep", current) : false),
    p: () => run("listen", "toggle"),
    Escape: () => {
      choose("");
      return false;
    },
  });
}
