/** What a search has found, on its way from the dialog to the page that has it. */

const key = `${safhatan.base}safhatan.found`;

export const found = {
  /** @param {string} address of the hit @param {string[]} words as its texts have them */
  keep(address, words) {
    try {
      sessionStorage.setItem(key, JSON.stringify({ address, words }));
    } catch {
      // The page opens without highlights.
    }
  },

  /** The words that were found at this address, once. @returns {string[]} */
  take() {
    try {
      const { address, words } = JSON.parse(sessionStorage.getItem(key) ?? "{}");
      if (address !== location.href) return [];
      sessionStorage.removeItem(key);
      return words;
    } catch {
      return [];
    }
  },
};
