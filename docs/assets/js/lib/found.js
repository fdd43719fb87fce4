/** What a search has found, on its way from the dialog to the page that has it. */

import { keepHere, keptHere } from "./session.js";

export const found = {
  /** @param {string} address of the hit @param {string[]} words as its texts have them */
  keep(address, words) {
    keepHere("found", { address, words });
  },

  /** The words that were found at this address, once. @returns {string[]} */
  take() {
    const { address, words } = keptHere("found") ?? {};
    if (address !== location.href) return [];
    keepHere("found", null);
    return words;
  },
};
