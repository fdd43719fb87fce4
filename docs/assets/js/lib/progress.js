/** Keeps how far the reader has come in this article, for “continue reading”. */

import { keepPlace } from "./places.js";
import { article } from "./sentences.js";
import { title } from "./texts.js";

const PAUSE = 400; // milliseconds without scrolling

/** @param {HTMLElement} reader the `.bitext` element */
export function follow(reader) {
  const pairs = [...reader.querySelectorAll(".pair")];
  let timer = 0;
  const keep = () => {
    const top = pairs.findIndex((pair) => pair.getBoundingClientRect().bottom > 120);
    const done = top < 0 || reader.getBoundingClientRect().bottom < innerHeight + 40;
    // The beginning is not a place to come back to.
    if (top < 1 && !done) return;
    keepPlace(article, {
      at: done ? "" : String(pairs[top]?.id),
      paragraph: done ? pairs.length : top + 1,
      of: pairs.length,
      ...title(),
      time: Date.now(),
    });
  };
  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  addEventListener("pagehide", () => scrollY > 0 && keep());
}
