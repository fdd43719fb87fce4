/** The articles that were begun and not finished, on the home page. */

import { text } from "../lib/notice.js";
import { forgetPlace, places } from "../lib/places.js";

const MOST = 3;

/** @param {HTMLElement} element where they are listed; it stays hidden where there are none */
export function start(element) {
  const begun = Object.entries(places()).filter(([, place]) => place.at).slice(0, MOST);
  element.hidden = begun.length === 0;
  const heading = document.createElement("h2");
  heading.append("تابع القراءة ", text("en", "Continue reading"));
  const list = document.createElement("ul");
  for (const [article, place] of begun) list.append(item(article, place, () => start(element)));
  element.replaceChildren(heading, list);
}

/**
 * @param {string} article
 * @param {import("../lib/places.js").Place} place
 * @param {() => void} changed
 */
function item(article, place, changed) {
  const link = document.createElement("a");
  link.href = `${safhatan.base}articles/${encodeURIComponent(article)}/#${place.at}`;
  link.append(text("ar", place.arabic), text("en", place.english));
  const meter = document.createElement("meter");
  meter.max = place.of;
  meter.value = place.paragraph;
  meter.ariaLabel = `الفقرة ${place.paragraph} من ${place.of} · paragraph ${place.paragraph} of ${place.of}`;
  const remove = document.createElement("button");
  remove.type = "button";
  remove.textContent = "✕";
  remove.ariaLabel = `أزِل من القائمة: ${place.arabic} · Remove from the list`;
  remove.addEventListener("click", () => {
    forgetPlace(article);
    changed();
  });
  const entry = document.createElement("li");
  entry.append(link, meter, remove);
  return entry;
}
