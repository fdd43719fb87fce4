/** The reader's preferences; the script in the page's head reads and applies them. */

import { stored } from "./storage.js";

// What means nothing here may mean something to another version.
const kept = stored("preferences", (content) => ({ ...content }));
let unkept = {};

/** Choose and keep; what cannot be kept holds for this page, until it can. */
export function choosePreference(name = "", /** @type {string | number} */ value) {
  const all = { ...unkept, [name]: value };
  unkept = kept.update((saved) => ({ ...saved, ...all })) ? {} : all;
  safhatan.apply(unkept);
}
