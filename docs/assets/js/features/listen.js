/** Reads the article aloud with the browser's own voices, sentence by sentence, marking the pair. */

import { part } from "../lib/dialog.js";
import { say } from "../lib/notice.js";
import { choosePreference } from "../lib/preferences.js";
import { both, idAt, ids, shown } from "../lib/sentences.js";
import { find, onTask } from "../lib/tasks.js";
import { content } from "../lib/texts.js";
import { voices } from "./voices.js";

/** @type {{ player: HTMLElement, button: HTMLElement, language: HTMLSelectElement } | undefined} */
let ui;
let at = 0; // index of the sentence
let playing = false;
let turn = 0; // what an utterance of a former turn reports is not listened to

/**
 * What is said of a sentence: its texts in the chosen languages, each with its voice.
 * @param {number} index
 */
function lines(index) {
  const { arabic, english } = content(String(ids[index]));
  return (ui?.language.value.split("+") ?? []).flatMap((language) => {
    const text = language === "ar" ? arabic : english;
    const able = voices(language);
    const voice = able.find((one) => one.default) ?? able.find((one) => one.localService) ?? able[0];
    return text && voice ? { text, voice } : [];
  });
}

/**
 * Go to the nearest sentence that has something to say, if there is one.
 * @param {number} index to begin with
 * @param {number} step 1 or -1
 */
function go(index, step) {
  while (ids[index] && !lines(index).length) index += step;
  if (!ids[index]) return false;
  at = index;
  return true;
}

/** Speak the sentence at hand, and then the following ones. */
function speak() {
  const own = ++turn;
  speechSynthesis.cancel();
  playing = go(at, 1);
  show();
  if (!playing) return fail();
  const queue = lines(at);
  const next = () => {
    if (own !== turn) return;
    const line = queue.shift();
    if (!line) return go(at + 1, 1) ? speak() : stop();
    const utterance = new SpeechSynthesisUtterance(line.text);
    utterance.voice = line.voice;
    utterance.lang = line.voice.lang;
    utterance.rate = safhatan.read().rate;
    utterance.onend = next;
    utterance.onerror = () => own === turn && fail();
    speechSynthesis.speak(utterance);
  };
  next();
}

/** Stop; going on begins with the same sentence, because pausing speech fails on many phones. */
function stop() {
  turn += 1;
  speechSynthesis.cancel();
  playing = false;
  show();
}

function fail() {
  stop();
  say("تعذّرت القراءة بهذا الصوت.", "This voice could not read it.");
}

/** Mark the pair at hand, and keep it in view, unless the reader has scrolled away from it. */
function show() {
  if (ui) ui.button.ariaPressed = String(playing);
  const old = idAt(document.querySelector("[data-spoken]"));
  const id = ui ? String(ids[at]) : "";
  if (old === id) return;
  const { top = 0, bottom = 1 } = (old && shown(old)?.getBoundingClientRect()) || {};
  for (const one of both(old)) delete one.dataset.spoken;
  for (const one of both(id)) one.dataset.spoken = "";
  if (id && bottom > 0 && top < innerHeight) shown(id)?.scrollIntoView({ block: "nearest" });
}

/** @param {number} step */
function skip(step) {
  if (go(at + step, step)) playing ? speak() : show();
}

/**
 * Bring the player, or send it away. It begins with the chosen sentence, or the first in view.
 * @param {HTMLElement} [opener]
 */
export async function open(opener) {
  if (ui) return close();
  const visible = ids.find((id) => Number(shown(id)?.getBoundingClientRect().bottom) > 60);
  await play(idAt(document.querySelector("[data-marked]")) || String(visible));
  if (opener) find(document, '.player [data-do="toggle"]', HTMLElement).focus();
}

/** Read aloud from a sentence on. @param {string} id */
export async function play(id) {
  if (!ui) await bring();
  at = Math.max(ids.indexOf(id), 0);
  speak();
}

async function bring() {
  const player = find(await part("player"), ".player", HTMLElement);
  const button = find(player, '[data-do="toggle"]', HTMLElement);
  const language = find(player, "select", HTMLSelectElement);
  const speed = find(player, "input", HTMLInputElement);
  const { rate, speech } = safhatan.read();
  for (const option of [...language.options]) {
    option.selected = option.value === speech;
    if (!option.value.split("+").every((one) => voices(one).length)) option.remove();
  }
  language.hidden = language.length < 2;
  const output = find(player, "b", HTMLElement);
  speed.value = String(rate);
  output.textContent = `${rate}×`;
  speed.addEventListener("input", () => (output.textContent = `${speed.value}×`));
  onTask(player, { toggle, previous: () => skip(-1), next: () => skip(1), close });
  player.addEventListener("change", () => {
    choosePreference("rate", Number(speed.value));
    choosePreference("speech", language.value);
    if (playing) speak();
  });
  ui = { player, button, language };
  document.body.append(player);
  document.documentElement.dataset.listening = "";
}

function close() {
  const focused = ui?.player.contains(document.activeElement);
  ui?.player.remove();
  ui = undefined;
  stop();
  delete document.documentElement.dataset.listening;
  if (focused) find(document, '[data-opens="listen"]', HTMLElement).focus();
}

/** Play or pause. */
export async function toggle() {
  if (ui) playing ? stop() : speak();
  else if (document.querySelector('[data-opens="listen"]:not([hidden])')) await open();
}

// Leaving the page ends the voice, which some browsers would let go on.
addEventListener("pagehide", stop);
