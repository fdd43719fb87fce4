/** The articles that were begun and not finished, on the home page. */

import { forgetPlace, places } from "../lib/places.js";
import { lead } from "../lib/storage.js";
import { find, onTask } from "../lib/tasks.js";

const MOST = 3;

/** @param {HTMLElement} element with a list and a template; it is hidden while there are none */
export function start(element) {
  const list = find(element, "ol", HTMLElement);
  const fill = () => {
    const begun = places().filter((place) => place.at).reverse();
    list.replaceChildren(...begun.slice(0, MOST).map((place) => item(place)));
    element.hidden = !begun.length;
  };
  /** @param {Place} place */
  const item = (place) => {
    const template = find(element, "template", HTMLTemplateElement);
    const entry = find(document.importNode(template.content, true), "li", HTMLElement);
    const number = place.at.slice(1);
    entry.style.setProperty("--read", String(Number(number) / place.of));
    entry.querySelectorAll("bdi").forEach((one, index) => one.append(index % 2 ? `${place.of}` : number));
    lead(find(entry, "a", HTMLAnchorElement), place, place.at);
    find(entry, "button", HTMLElement).ariaDescription = place.arabic;
    onTask(entry, {
      remove() {
        if (!forgetPlace(place.article)) return;
        fill();
        find(document, ".home-list a, .continue:not([hidden]) a", HTMLElement).focus();
      },
    });
    return entry;
  };
  fill();
  // Back on this page, or with another one open, there is more to go on with.
  for (const name of ["storage", "pageshow"]) addEventListener(name, fill);
}
