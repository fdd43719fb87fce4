/**
 * The layout that hides the English until it is asked for: a sentence by pressing it, or with
 * Enter; a paragraph by its button, or with r.
 */

import { onKeys } from "../lib/keys.js";
import { say } from "../lib/notice.js";
import { both, idAt, topmost } from "../lib/sentences.js";
import { choose } from "./pairs.js";

const hidden = "[lang=en] > .sentence:not([data-revealed])";
const button = `<button type="button" class="reveal" aria-expanded="false" lang="ar" dir="rtl">
  الترجمة <span lang="en" dir="ltr">Translation</span></button>`;

const revealing = () => document.documentElement.dataset.layout === "reveal";

/**
 * Show English sentences of a paragraph, or hide them, and say it.
 * @param {Element[]} sentences
 */
function turn(sentences, show = true) {
  for (const one of sentences) one.toggleAttribute("data-revealed", show);
  const pair = sentences[0]?.closest(".pair");
  pair?.querySelector(".reveal")?.setAttribute("aria-expanded", String(!pair.querySelector(hidden)));
  if (show) say("", sentences.map((one) => one.textContent).join(" "), true);
  else say("أُخفيت الترجمة.", "Translation hidden.", true);
}

/** Show all of a paragraph, or hide it. @param {Element | null | undefined} pair */
function turnAll(pair) {
  if (!pair || !revealing()) return false;
  const rest = [...pair.querySelectorAll(hidden)];
  return turn(rest.length ? rest : [...pair.querySelectorAll("[data-revealed]")], rest.length > 0);
}

/** Put the buttons there, once. */
export function start() {
  if (document.querySelector(".reveal")) return;
  for (const pair of document.querySelectorAll(".pair")) pair.insertAdjacentHTML("beforeend", button);
  document.dispatchEvent(new Event("layout")); // the buttons are to be reached with their sentences
  document.addEventListener("press", (event) => {
    const english = both(event.detail)[1];
    if (!revealing() || !english?.matches(hidden)) return;
    event.preventDefault();
    turn([english]);
  });
  document.querySelector("main")?.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.closest(".reveal")) turnAll(target.closest(".pair"));
    // The lines that wait for the English: its next sentence.
    const next = revealing() && target.matches(".pair > [lang=en]") && target.querySelector(hidden);
    if (!next) return;
    choose(idAt(next));
    turn([next]);
  });
  onKeys({
    r: () => turnAll((document.querySelector("[data-marked]") ?? topmost())?.closest(".pair")),
  });
}
