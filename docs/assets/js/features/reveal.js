/**
 * The layout that hides the English until it is asked for: a sentence by pressing it, or with
 * Enter; a paragraph by its button, by the lines that wait for it, or with r.
 */

import { current } from "../lib/current.js";
import { find, text } from "../lib/elements.js";
import { dispatch } from "../lib/events.js";
import { onKeys } from "../lib/keys.js";
import { announce, say } from "../lib/notice.js";
import { both, shown, topmost } from "../lib/sentences.js";

const { dataset } = document.documentElement;
const hidden = ".sentence[data-state]:not([data-revealed])";

const revealing = () => dataset.layout === "reveal";

/** Show English sentences of a paragraph, or hide them, and say it. @param {Element[]} sentences */
function turn(sentences, show = true) {
  for (const one of sentences) one.toggleAttribute("data-revealed", show);
  const pair = sentences[0]?.closest(".pair");
  pair?.querySelector(".reveal")?.setAttribute("aria-expanded", String(!pair.querySelector(hidden)));
  if (!show) return say("hidden", "", true);
  announce([text("en", sentences.map((one) => one.textContent).join(" "))], true);
  sentences[0]?.scrollIntoView({ block: "nearest" });
}

/** Show all of a paragraph, or hide it. @param {Element | null | undefined} pair */
function turnAll(pair) {
  if (!pair || !revealing()) return false;
  const rest = [...pair.querySelectorAll(hidden)];
  return turn(rest[0] ? rest : [...pair.querySelectorAll("[data-revealed]")], Boolean(rest[0]));
}

/** Put the buttons there, once. */
export function start() {
  if (document.querySelector(".reveal")) return;
  const { innerHTML } = find(document, "template");
  for (const pair of document.querySelectorAll(".pair")) pair.insertAdjacentHTML("beforeend", innerHTML);
  dispatch("safhatan:layout", dataset.layout); // the buttons are to be reached with their sentences
  document.addEventListener("safhatan:press", (event) => {
    const english = both(event.detail)[1];
    if (!revealing() || !english?.matches(hidden)) return;
    event.preventDefault();
    turn([english]);
  });
  document.querySelector("main")?.addEventListener("click", (/** @type {any} */ { target }) => {
    if (target.matches(`.reveal, .reveal *, :has(> ${hidden})`)) turnAll(target.closest(".pair"));
  });
  onKeys({
    r: () => turnAll((shown(current) ?? topmost())?.closest(".pair")),
  });
}
