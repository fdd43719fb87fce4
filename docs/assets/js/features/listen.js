/** Reads the article aloud with the browser's own voices, sentence by sentence, marking the pair. */

import { choose, current, focus } from "../lib/current.js";
import { find } from "../lib/elements.js";
import { say } from "../lib/notice.js";
import { part } from "../lib/parts.js";
import { choosePreference } from "../lib/preferences.js";
import { both, englishOnly, idAt, ids, shown, topmost } from "../lib/sentences.js";
import { onTask } from "../lib/tasks.js";
import { content } from "../lib/texts.js";
import { voiceFor, voices } from "../lib/voices.js";

const { dataset } = document.documentElement;

/** @type {HTMLElement | null} */
let player = null;
let at = 0; // index of the sentence
let playing = false;
let turn = 0; // what an utterance of a former turn reports is not listened to

/** What is said of a sentence: its texts in the chosen languages, each with its voice. */
function lines(index = 0) {
  const texts = content(ids[index]);
  return (player?.querySelector("select")?.value.split("+") ?? []).flatMap((language) => {
    const text = language === "ar" ? texts.arabic : texts.english;
    const voice = voiceFor(language);
    return text && voice ? { text, voice } : [];
  });
}

/** Go to the nearest sentence from an index on, or back, that has something to say. */
function go(index = 0, step = 1) {
  while (ids[index] && !lines(index).length) index += step;
  if (ids[index]) at = index;
  return at === index;
}

/** Speak the sentence at hand, and then the following ones. */
function speak() {
  stop();
  if (!go(at)) return fail();
  playing = true;
  show();
  const own = turn;
  const queue = lines(at);
  const next = () => {
    if (own !== turn) return;
    const line = queue.shift();
    if (!line) return go(at + 1) ? speak() : stop();
    const { text, voice } = line;
    const how = { voice, lang: voice.lang, rate: safhatan.read().rate };
    const heard = { onend: next, onerror: () => own === turn && fail() };
    speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(text), how, heard));
  };
  next();
}

/** Stop; going on begins with the same sentence, because pausing speech fails on many phones. */
function stop() {
  turn += 1;
  playing = false;
  speechSynthesis.cancel();
  show();
}

function fail() {
  stop();
  say("unspoken");
}

/** Mark the pair at hand, and keep it in view, unless the reader has scrolled away from it. */
function show() {
  player?.querySelector("[aria-pressed]")?.setAttribute("aria-pressed", String(playing));
  const old = idAt(document.querySelector("[data-spoken]"));
  const id = player ? ids[at] : "";
  if (old === id) return;
  const { top = 0, bottom = 1 } = shown(old)?.getBoundingClientRect() ?? {};
  for (const one of both(old)) delete one.dataset.spoken;
  for (const one of both(id)) one.dataset.spoken = "";
  if (bottom > 0 && top < innerHeight) shown(id)?.scrollIntoView({ block: "nearest" });
}

const skip = (step = 1) => () => go(at + step, step) && (playing ? speak() : show());

/**
 * Bring the player, or send it away. It begins with the chosen sentence, or the first in view.
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
  speak();
}

function bring(/** @type {HTMLElement} */ made) {
  player = made;
  const language = find(made, "select");
  const speed = find(made, "input");
  const { rate, speech } = safhatan.read();
  const wanted = englishOnly() ? "en" : speech;
  for (const option of [...language.options]) {
    option.selected = option.value === wanted;
    if (!option.value.split("+").every((one) => voices(one).length)) option.remove();
  }
  language.hidden = language.length < 2;
  speed.value = String(rate);
  const tell = () => find(made, "b").replaceChildren(`${speed.value}×`);
  tell();
  made.oninput = tell;
  made.onchange = () => {
    choosePreference("rate", Number(speed.value));
    choosePreference("speech", language.value);
    if (playing) speak();
  };
  onTask(made, { toggle, previous: skip(-1), next: skip(1), close });
  // Leaving the page ends the voice, which some browsers would let go on.
  addEventListener("pagehide", stop);
  document.body.append(made);
  dataset.listening = "";
  choose(); // what is spoken is marked
}

function close() {
  const focused = player?.contains(document.activeElement);
  player?.remove();
  player = null;
  stop();
  delete dataset.listening;
  if (!focused) return;
  choose(ids[at]);
  focus();
}

/** Play or pause. */
export async function toggle() {
  if (player) playing ? stop() : speak();
  else if (document.querySelector('[data-opens="listen"]:not([hidden])')) await open();
}
