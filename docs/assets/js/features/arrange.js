/** Changes the layout when the reader has chosen another. */

import { dispatch } from "../lib/events.js";
import { announce } from "../lib/notice.js";
import { choosePreference } from "../lib/preferences.js";
import { idAt, shown, topmost } from "../lib/sentences.js";

const HEADER = 70; // pixels

/** Show the chosen layout; the sentence at the top of the window stays there. @param {Element} group */
export function follow(group) {
  const radio = group.querySelector("input:checked");
  if (!radio) return;
  const name = radio.parentElement?.lastElementChild?.cloneNode(true);
  if (name && !radio.matches(":focus")) announce([name]);
  const top = topmost();
  const before = Math.max(top?.getBoundingClientRect().top ?? 0, HEADER);
  const address = new URL(location.href);
  address.searchParams.delete("layout");
  history.replaceState(history.state, "", address);
  choosePreference("layout", radio.value);
  const after = shown(idAt(top))?.getBoundingClientRect().top ?? before;
  if (scrollY > 0) scrollBy({ top: after - before, behavior: "instant" });
  dispatch("safhatan:layout", radio.value);
}
