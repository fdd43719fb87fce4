/** The reader's preferences; the script in the page's head reads and applies them. */

import { askFor } from "./address.js";
import { stored } from "./storage.js";

// All of it: what this version does not know may mean something to another.
const kept = stored("preferences", (content) => ({ ...content }));
let unkept = {};

/**
 * Set a preference and keep it. One that cannot be kept holds for this page, until it can be. What the
 * address asks for would prevail, and is asked for no more.
 */
export function choosePreference(name = "", /** @type {string | number} */ value) {
  askFor(name);
  const all = { ...unkept, [name]: value };
  unkept = kept.update((saved) => ({ ...saved, ...all })) ? {} : all;
  safhatan.apply(unkept);
}
