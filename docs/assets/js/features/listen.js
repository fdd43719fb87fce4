/** Reads the article aloud with the browser's own voices, sentence by sentence, marking the pair. */

import { part } from "../lib/dialog.js";
import { say } from "../lib/notice.js";
import { choosePreference } from "../lib/preferences.js";
import { idAt, ids } from "../lib/sentences.js";
import { find, onTask } from "../lib/tasks.js";
import { content } from "../lib/texts.js";
import { visit } from "./pairs.js";

const speech = window.speechSynthesis;
/** @type {HTMLElement | null} */
let player = null;
let at = 0; // index of the sentence
let playing = false;
// Each utterance has the number of its turn: what an abandoned one reports is not listened to.
let turn = 0;

/**
 * The best voice for a language: the reader's own system's default before others.
 * @param {string} language
 */
function voice(language) {
  const able = speech.getVoices().filter((one) => new RegExp(`^${language}\\b`, "i").test(one.lang));
  return able.find((one) => one.default) ?? able.find((one) => one.localService) ?? able[0];
}

/** The languages to read each sentence in, as the player says, where there are voices. */
function languages() {
  const wanted = player?.querySelector("select")?.value ?? "ar";
  return /** @type {("ar" | "en")[]} */ (wanted.split("+")).filter(voice);
}

/** Speak the sentence at hand, and then the following ones. */
function speak() {
  const id = ids[at];
  turn += 1;
  speech.cancel();
  if (!id || !player) return stop();
  playing = true;
  show();
  visit(id, false);
  const own = turn;
  const { arabic, english } = content(id);
  const texts = languages().map((language) => ({ language, text: language === "ar" ? arabic : english }));
  const queue = texts.filter(({ text }) => text);
  const next = () => {
    if (own !== turn) return;
    const one = queue.shift();
    if (!one) {
      if (at + 1 >= ids.length) return stop();
      at += 1;
      return speak();
    }
    const utterance = new SpeechSynthesisUtterance(one.text);
    utterance.voice = voice(one.language) ?? null;
    utterance.lang = utterance.voice?.lang ?? one.language;
    utterance.rate = safhatan.read().rate;
    utterance.onend = next;
    utterance.onerror = (event) => {
      if (own !== turn || event.error === "canceled" || event.error === "interrupted") return;
      stop();
      say("تعذّرت القراءة بهذا الصوت.", "This voice could not read it.");
    };
    speech.speak(utterance);
  };
  next();
}

/** Stop; going on begins with the same sentence, because pausing speech fails on many phones. */
function stop() {
  turn += 1;
  playing = false;
  speech?.cancel();
  show();
}

function show() {
  const button = player?.querySelector('[data-do="toggle"]');
  button?.setAttribute("aria-pressed", String(playing));
}

/** @param {number} step */
function skip(step) {
  at = Math.min(Math.max(at + step, 0), ids.length - 1);
  if (playing) speak();
  else visit(String(ids[at]), false);
}

/** Bring the player, and begin with the sentence that is marked, or the first. */
export async function open() {
  if (player) return close();
  const fragment = await part("player");
  player = find(fragment, ".player", HTMLElement);
  for (const option of player.querySelectorAll("option")) {
    if (!option.value.split("+").every(voice)) option.remove();
  }
  const speed = find(player, "[name=rate]", HTMLInputElement);
  speed.value = String(safhatan.read().rate);
  onTask(player, { toggle, previous: () => skip(-1), next: () => skip(1), close });
  player.addEventListener("change", () => {
    choosePreference("rate", Number(speed.value));
    if (playing) speak();
  });
  document.body.append(player);
  document.documentElement.dataset.listening = "";
  at = Math.max(ids.indexOf(idAt(document.querySelector("[data-marked]"))), 0);
  speak();
}

function close() {
  stop();
  player?.remove();
  player = null;
  delete document.documentElement.dataset.listening;
}

/** Play or pause. */
export async function toggle() {
  if (document.querySelector('[data-opens="listen"]:not([hidden])') === null) return;
  if (!player) await open();
  else if (playing) stop();
  else speak();
}

/**
 * Read aloud from a sentence on.
 * @param {string} id
 */
export async function play(id) {
  if (!player) await open();
  at = Math.max(ids.indexOf(id), 0);
  speak();
}

// Leaving the page ends the voice, which some browsers would let go on.
addEventListener("pagehide", () => speech?.cancel());
