/** Reads the article aloud, sentence by sentence, with a player at the foot of the window. */

import { choose, current, focus } from "../lib/current.js";
import { find } from "../lib/elements.js";
import { say } from "../lib/notice.js";
import { part } from "../lib/parts.js";
import { choosePreference } from "../lib/preferences.js";
import { both, dataset, englishOnly, idAt, ids, shown, topmost } from "../lib/sentences.js";
import { hush, speak } from "../lib/speech.js";
import { onTask } from "../lib/tasks.js";
import { content } from "../lib/texts.js";
import { voiceFor, voices } from "../lib/voices.js";

/** @type {HTMLElement | null} */
let player = null;
let at = 0; // index of the sentence at hand
let playing = false;

/**
 * Bring the player, or send it away. It begins with the current sentence, or the first in view.
 * @param {HTMLElement} [opener]
 */
export async function open(opener) {
  if (player) return close();
  await play(current || idAt(topmost()));
  if (opener) find(document, ".player [aria-pressed]").focus();
}

/** Read aloud from a sentence on. */
export async function play(id = "") {
  const made = find(await part("player"), ".player");
  if (!player) bring(made);
  at = Math.max(ids.indexOf(id), 0);
  goOn();
}

/** Play or pause. */
export async function toggle() {
  if (player) playing ? pause() : goOn();
  else if (document.querySelector('[data-opens="listen"]:not([hidden])')) await open();
}

/** Speak the sentence at hand, and then the following ones. */
function goOn() {
  pause();
  if (!goTo(at)) return fail();
  playing = true;
  show();
  speak(lines(at), safhatan.read().rate, () => (goTo(at + 1) ? goOn() : pause()), fail);
}

/** Stop; going on begins with the same sentence, because pausing speech fails on many phones. */
function pause() {
  playing = false;
  hush();
  show();
}

function fail() {
  pause();
  say("unspoken");
}

/**
 * Make a sentence the one at hand, or the nearest after it, with -1 before it, that has something
 * to say. Where there is none, nothing changes.
 * @returns whether there is one
 */
function goTo(index = 0, step = 1) {
  while (ids[index] && !lines(index).length) index += step;
  if (ids[index]) at = index;
  return at === index;
}

/** Go on to another sentence, speaking or not. */
const skip = (step = 1) => () => goTo(at + step, step) && (playing ? goOn() : show());

/** What is said of a sentence: its texts in the chosen languages, each with its voice. */
function lines(index = 0) {
  const texts = content(ids[index]);
  return (player?.querySelector("select")?.value.split("+") ?? []).flatMap((language) => {
    const text = language === "ar" ? texts.arabic : texts.english;
    const voice = voiceFor(language);
    return text && voice ? { text, voice } : [];
  });
}

/**
 * Show which sentence is at hand, and whether it is spoken. The page scrolls with it, unless the
 * reader has scrolled away from the one before.
 */
function show() {
  player?.querySelector("[aria-pressed]")?.setAttribute("aria-pressed", `${playing}`);
  const old = idAt(document.querySelector("[data-spoken]"));
  const id = player ? ids[at] : "";
  if (old === id) return;
  const { top = 0, bottom = 1 } = shown(old)?.getBoundingClientRect() ?? {};
  for (const one of both(old)) delete one.dataset.spoken;
  for (const one of both(id)) one.dataset.spoken = "";
  if (bottom > 0 && top < innerHeight) shown(id)?.scrollIntoView({ block: "nearest" });
}

/** @param {HTMLElement} made the new player */
function bring(made) {
  player = made;
  offerChoices(made);
  onTask(made, { toggle, previous: skip(-1), next: skip(1), close });
  // Leaving the page ends the voice, which some browsers would let go on.
  addEventListener("pagehide", pause);
  document.body.append(made);
  dataset.listening = "";
  choose(); // the sentence at hand is shown instead
}

/**
 * Let the reader choose the language, among those that have voices, and the speed; say which has none.
 * @param {HTMLElement} made
 */
function offerChoices(made) {
  const language = find(made, "select");
  const speed = find(made, "input");
  const { rate, speech } = safhatan.read();
  const wanted = englishOnly() ? "en" : speech;
  for (const line of made.querySelectorAll("[data-missing]")) {
    line.toggleAttribute("hidden", voices(`${line.getAttribute("data-missing")}`).length > 0);
  }
  for (const option of language.options) {
    option.disabled = !option.value.split("+").every((one) => voices(one).length);
  }
  const able = [...language.options].filter((one) => !one.disabled);
  language.value = (able.find((one) => one.value === wanted) ?? able[0])?.value ?? "";
  speed.value = `${rate}`;
  const tell = () => find(made, "b").replaceChildren(`${speed.value}×`);
  tell();
  made.oninput = tell;
  made.onchange = () => {
    choosePreference("rate", Number(speed.value));
    choosePreference("speech", language.value);
    if (playing) goOn();
  };
}

/** Send the player away; the keys go on from the sentence at hand. */
function close() {
  const focused = player?.contains(document.activeElement);
  player?.remove();
  player = null;
  pause();
  delete dataset.listening;
  if (!focused) return;
  choose(ids[at]);
  focus();
}
