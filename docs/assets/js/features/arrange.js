/** Changes the layout when the reader has chosen another. */

import { announce } from "../lib/notice.js";
import { choosePreference } from "../lib/preferences.js";
import { idAt, shown, topmost } from "../lib/sentences.js";

const HEADER = 70; // pixels

/**
 * Show what is chosen; the sentence at the top of the window stays there.
 * @param {HTMLInputElement} radio
 */
export function follow(radio) {
  const name = radio.parentElement?.lastElementChild?.cloneNode(true);
  if (name && !radio.matches(":focus")) announce([name]);
  const top = topmost();
  const before = Math.max(top?.getBoundingClientRect().top ?? 0, HEADER);
  const address = new URL(location.href);
  address.searchParams.delete(radio.name);
  history.replaceState(history.state, "", address);
  choosePreference(radio.name, radio.value);
  const after = shown(idAt(top))?.getBoundingClientRect().top ?? before;
  if (scrollY > 0) scrollBy({ top: after - before, behavior: "instant" });
}
