/** Offers listening where the browser has a voice for one of the two languages. */

import { voices } from "../lib/voices.js";

/** @param {HTMLElement} button which is hidden until then */
export function start(button) {
  if (!window.speechSynthesis) return;
  const offer = () => {
    button.hidden = !voices("ar").length && !voices("en").length;
  };
  offer();
  speechSynthesis.onvoiceschanged = offer; // they may come late
}
