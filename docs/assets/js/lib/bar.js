/** A bar at the foot of the window with what a finger needs for the sentence it has chosen. */

import { act, move } from "../features/pairs.js";
import { onTask } from "./tasks.js";

const bar = document.createElement("div");
bar.className = "sentence-bar";
bar.role = "toolbar";
bar.ariaLabel = "الجملة المختارة · Chosen sentence";
bar.lang = "ar";
bar.dir = "rtl";
bar.innerHTML = `
  <button type="button" data-do="previous" aria-label="السابقة · Previous">→</button>
  <button type="button" data-do="act" aria-haspopup="dialog">إجراءات <span lang="en" dir="ltr">Actions</span></button>
  <button type="button" data-do="next" aria-label="التالية · Next">←</button>`;
onTask(bar, { previous: () => move(-1, false), act, next: () => move(1, false) });
document.body.append(bar);
document.addEventListener("sentence", (event) => {
  bar.hidden = !(/** @type {CustomEvent<string>} */ (event).detail);
});
