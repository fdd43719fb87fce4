/**
 * The layout that hides one language until it is asked for: a sentence by pressing it, or with
 * Enter; a paragraph by its button, or with r. The title is never hidden.
 */

import { current } from "../lib/current.js";
import { find, text } from "../lib/elements.js";
import { dispatch } from "../lib/events.js";
import { onKeys } from "../lib/keys.js";
import { announce, say } from "../lib/notice.js";
import { withEachPair } from "../lib/pieces.js";
import { both, dataset, shown, topmost } from "../lib/sentences.js";

const revealing = () => dataset.layout === "reveal";

/** The sentences of a paragraph in the language that is hidden. @param {Element} pair */
const covered = (pair) => [...pair.querySelectorAll(`:scope > [lang=${dataset.hidden}] .sentence`)];

/** Show sentences of a paragraph, or hide them, and say it. @param {Element[]} sentences */
function turn(sentences, show = true) {
  const pair = sentences[0]?.closest(".pair");
  if (!pair) return;
  for (const one of sentences) one.toggleAttribute("data-revealed", show);
  tell(pair);
  if (!show) return say("hidden", "", true);
  const language = dataset.hidden === "ar" ? "ar" : "en";
  announce([text(language, sentences.map((one) => one.textContent).join(" "))], true);
  sentences[0]?.scrollIntoView({ block: "nearest" });
}

/** Let the button of a paragraph say whether all of it is shown. @param {Element} pair */
function tell(pair) {
  const all = covered(pair).every((one) => one.hasAttribute("data-revealed"));
  pair.querySelector(".reveal")?.setAttribute("aria-expanded", `${all}`);
}

/** Show all of a paragraph, or hide it. @param {Element | null | undefined} pair */
function turnAll(pair) {
  if (!pair || !revealing()) return false;
  const all = covered(pair);
  const rest = all.filter((one) => !one.hasAttribute("data-revealed"));
  return turn(rest[0] ? rest : all, !!rest[0]);
}

/** Show a sentence, if it is hidden. @returns {boolean} whether it was */
export function reveal(id = "") {
  const one = both(id)[dataset.hidden === "ar" ? 0 : 1];
  if (!revealing() || !one || one.closest(".title") || one.hasAttribute("data-revealed")) return false;
  turn([one]);
  return true;
}

let begun = false; // an article that is a title alone has no buttons

/** Put the buttons there, once. */
export function start() {
  if (begun) return;
  begun = true;
  const { innerHTML } = find(document, "#reveal");
  withEachPair(
    (pair) => pair.insertAdjacentHTML("beforeend", innerHTML),
    () => dispatch("safhatan:layout", dataset.layout), // they are to be reached with their sentences
  );
  // The other language may be the hidden one now.
  document.addEventListener("safhatan:layout", () => {
    document.querySelectorAll(".pair:has([data-revealed])").forEach(tell);
  });
  document.addEventListener("safhatan:press", (event) => {
    if (reveal(event.detail)) event.preventDefault();
  });
  document.querySelector("main")?.addEventListener("click", (/** @type {any} */ { target }) => {
    if (target.closest(".reveal")) turnAll(target.closest(".pair"));
  });
  onKeys({
    r: () => turnAll((shown(current) ?? topmost())?.closest(".pair")),
  });
}
