/** Offers listening where the browser has a voice for one of the two languages. */

/** @param {HTMLElement} button which is hidden until then */
export function start(button) {
  if (!window.speechSynthesis) return;
  const offer = () => {
    // As lib/voices.js tells them, which is fetched only to listen.
    button.hidden = !speechSynthesis.getVoices().some(({ lang }) => /^(ar|en)([-_]|$)/i.test(lang));
  };
  offer();
  speechSynthesis.onvoiceschanged = offer; // they may come late
}
