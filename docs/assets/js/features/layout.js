/** How the two languages stand on the page: a radio group, its keys, and `?layout=`. */

import { run } from "../lib/run.js";
import { idAt, shown, topmost } from "../lib/sentences.js";

const HEADER = 70; // pixels
const root = document.documentElement;

/** Follow the choice; the sentence at the top of the window stays there. @param {Element} group */
export async function change(group) {
  const { choosePreference } = await import("../lib/preferences.js");
  const { say } = await import("../lib/notice.js");
  // What is chosen by now: these may come in another order than they were asked for.
  const radio = group.querySelector("input:checked");
  if (!radio) return;
  if (!radio.matches(":focus")) say(...String(radio.parentElement?.title).split(" · "));
  const top = topmost();
  const before = Math.max(top?.getBoundingClientRect().top ?? 0, HEADER);
  const address = new URL(location.href);
  address.searchParams.delete("layout");
  history.replaceState(history.state, "", address);
  choosePreference("layout", radio.value);
  const after = shown(idAt(top))?.getBoundingClientRect().top ?? before;
  if (scrollY > 0) scrollBy({ top: after - before, behavior: "instant" });
  settle();
}

/** Tell the other features, and fetch the one that a layout needs. */
function settle() {
  document.dispatchEvent(new Event("layout"));
  if (root.dataset.layout === "reveal") run("reveal", "start");
}

/** @param {HTMLElement} group the fieldset of radio buttons */
export function start(group) {
  const radios = [...group.querySelectorAll("input")];
  const show = () => {
    for (const radio of radios) radio.checked = radio.value === root.dataset.layout;
    settle();
  };
  show();
  addEventListener("pageshow", (event) => event.persisted && show());
  group.addEventListener("change", () => run("layout", "change", group));
}
