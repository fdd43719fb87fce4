/** Offers listening where the browser has a voice for one of the two languages. */

/** The voices for a language. Some systems write `ar_EG` for `ar-EG`. */
export const voices = (language = "") =>
  speechSynthesis.getVoices().filter((one) => one.lang.toLowerCase().split(/[-_]/)[0] === language);

/** @param {HTMLElement} button which is hidden until then */
export function start(button) {
  if (!window.speechSynthesis) return;
  const offer = () => {
    button.hidden = !voices("ar").length && !voices("en").length;
  };
  offer();
  speechSynthesis.onvoiceschanged = offer; // they may come late
}
