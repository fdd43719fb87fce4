/**
 * A bar at the foot of the window with what a finger needs for the current sentence, as long as
 * that is in sight.
 */

import { choose, current, focus, move } from "../lib/current.js";
import { find } from "../lib/elements.js";
import { part } from "../lib/parts.js";
import { run } from "../lib/run.js";
import { both } from "../lib/sentences.js";
import { onTask } from "../lib/tasks.js";

/** @type {Promise<HTMLElement> | undefined} */
let made;
/** The elements of the current sentence that are in sight. @type {Set<Element>} */
const seen = new Set();
/** @type {IntersectionObserver | undefined} */
let sight;

async function make() {
  const bar = find(await part("bar"), ".sentence-bar");
  onTask(bar, {
    previous: () => move(-1, false),
    act: () => run("actions", "open", current),
    next: () => move(1, false),
    close() {
      focus(); // keys go on from here
      choose();
    },
  });
  find(document, "main").append(bar);
  sight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) seen[isIntersecting ? "add" : "delete"](target);
    bar.hidden = !current || !seen.size;
  });
  document.addEventListener("safhatan:sentence", show);
  return bar;
}

/** Show the bar while there is a current sentence that is in sight. */
export async function show() {
  made ??= make();
  made.catch(() => (made = undefined)); // the next sentence asks again
  const bar = await made;
  sight?.disconnect();
  seen.clear();
  bar.hidden = !current;
  for (const one of both(current)) sight?.observe(one);
}
