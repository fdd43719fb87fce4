/** A bar at the foot of the window with what a finger needs for the sentence it has chosen. */

import { part } from "../lib/dialog.js";
import { find, onTask } from "../lib/tasks.js";
import { act, move } from "./pairs.js";

const bar = find(await part("bar"), ".sentence-bar", HTMLElement);
onTask(bar, { previous: () => move(-1, false), act: () => act(), next: () => move(1, false) });
document.body.append(bar);
document.addEventListener("sentence", show);

/** Show the bar while there is a current sentence. */
export function show() {
  bar.hidden = !document.querySelector("[data-marked]");
}
