/** Speaking texts with the browser's own voices. */

let turn = 0; // what an utterance of a former turn reports is not listened to

/**
 * Speak texts one after another. What was being spoken has to be hushed before.
 * @param {{ text: string, voice: SpeechSynthesisVoice }[]} lines
 * @param {number} rate times the usual speed
 * @param {() => unknown} done called after the last
 * @param {() => unknown} fail called instead, where the browser cannot go on
 */
export function speak(lines, rate, done, fail) {
  const own = (turn += 1);
  const queue = lines.values();
  const next = () => {
    if (own !== turn) return;
    const line = queue.next().value;
    if (!line) {
      done();
      return;
    }
    const { text, voice } = line;
    const onerror = () => own === turn && fail();
    const how = { voice, lang: voice.lang, rate, onend: next, onerror };
    speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(text), how));
  };
  next();
}

/** Speak no more; neither `done` nor `fail` is called. */
export function hush() {
  turn += 1;
  speechSynthesis.cancel();
}
