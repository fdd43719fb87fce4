/** The articles that were begun and not finished, on the home page. */

import { fillGaps, find } from "../lib/elements.js";
import { item } from "../lib/items.js";
import { forgetPlace, places } from "../lib/places.js";
import { onTask } from "../lib/tasks.js";

const MOST = 3;

/** @param {HTMLElement} element holds a list and a template; it is hidden while the list is empty */
export function start(element) {
  const fill = () => {
    const begun = places().filter((place) => place.at).slice(-MOST).reverse();
    element.hidden = !begun.length;
    find(element, "ol").replaceChildren(...begun.map(show));
  };
  /** @param {Place} place */
  const show = (place) => {
    const { article, arabic, at, of } = place;
    const entry = item(element, place, at);
    const number = at.slice(1);
    entry.style.setProperty("--read", `${Number(number) / of}`);
    fillGaps(find(entry, ".about"), number, of);
    find(entry, "button").ariaDescription = arabic;
    onTask(entry, {
      remove() {
        if (!forgetPlace(article)) return;
        fill();
        find(document, ".home-list a, .continue:not([hidden]) a").focus();
      },
    });
    return entry;
  };
  fill();
  // Back on this page, or with another one open, there is more to go on with.
  addEventListener("pageshow", fill);
  addEventListener("storage", () => element.contains(document.activeElement) || fill());
}
