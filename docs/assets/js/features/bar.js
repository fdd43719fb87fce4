/** A bar at the foot of the window with what a finger needs for the current sentence. */

import { current, move } from "../lib/current.js";
import { find } from "../lib/elements.js";
import { part } from "../lib/parts.js";
import { run } from "../lib/run.js";
import { onTask } from "../lib/tasks.js";

/** @type {Promise<HTMLElement> | undefined} */
let made;

async function make() {
  const bar = find(await part("bar"), ".sentence-bar");
  onTask(bar, {
    previous: () => move(-1, false),
    act: () => run("actions", "open", current),
    next: () => move(1, false),
  });
  find(document, "main").append(bar);
  document.addEventListener("safhatan:sentence", show);
  return bar;
}

/** Show the bar while there is a current sentence. */
export async function show() {
  made ??= make();
  made.catch(() => (made = undefined)); // the next sentence asks again
  (await made).hidden = !current;
}
