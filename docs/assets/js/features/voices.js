/** Offers listening where the browser has a voice for one of the two languages. */

/** @param {HTMLElement} button which is hidden until then */
export function start(button) {
  const speech = window.speechSynthesis;
  if (!speech) return;
  const offer = () => {
    button.hidden = !speech.getVoices().some((voice) => /^(ar|en)\b/i.test(voice.lang));
  };
  offer();
  speech.addEventListener("voiceschanged", offer); // they may come late
}
