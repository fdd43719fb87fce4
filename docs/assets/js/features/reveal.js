/**
 * The layout that hides the English until it is asked for: a sentence by pressing its Arabic or
 * with Enter, a paragraph by its button or with r.
 */

import { onKeys } from "../lib/keys.js";
import { say } from "../lib/notice.js";
import { both, idAt } from "../lib/sentences.js";

const root = document.documentElement;
const hidden = ".sentence:not([data-revealed])";
let started = false;

const revealing = () => root.dataset.layout === "reveal";

/**
 * @param {string} id of a sentence
 * @returns {boolean} false where its English was not hidden
 */
function reveal(id) {
  const english = both(id)[1];
  if (!revealing() || !english?.matches(hidden)) return false;
  english.dataset.revealed = "";
  count(english.closest(".pair"));
  say("", english.textContent ?? "", true);
  return true;
}

/**
 * Show a paragraph's English, or hide it where it is all shown.
 * @param {Element | null | undefined} pair
 */
function turn(pair) {
  if (!pair || !revealing()) return false;
  const english = [...pair.querySelectorAll("[lang=en] > .sentence")];
  const show = english.some((one) => one.matches(hidden));
  for (const one of english) one.toggleAttribute("data-revealed", show);
  count(pair);
  return true;
}

/**
 * The button says what it will do.
 * @param {Element | null} pair
 */
function count(pair) {
  const button = pair?.querySelector(".reveal");
  if (!button) return;
  const left = pair?.querySelector(`[lang=en] > ${hidden}`);
  button.innerHTML = left
    ? 'أظهر الترجمة <span lang="en" dir="ltr">Show</span>'
    : 'أخفِ الترجمة <span lang="en" dir="ltr">Hide</span>';
}

/** Put the buttons there, once. */
export function start() {
  if (started) return;
  started = true;
  for (const pair of document.querySelectorAll(".pair")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "reveal";
    button.lang = "ar";
    button.dir = "rtl";
    button.addEventListener("click", () => turn(pair));
    pair.append(button);
    count(pair);
  }
  document.addEventListener("click", (event) => {
    const id = idAt(event.target);
    if (id && getSelection()?.isCollapsed !== false) reveal(id);
  });
  // Before the key opens the sentence's actions.
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Enter" && reveal(idAt(document.activeElement))) event.preventDefault();
    },
    { capture: true },
  );
  onKeys({
    r: () => turn((document.querySelector("[data-marked]") ?? document.activeElement)?.closest(".pair")),
  });
}
