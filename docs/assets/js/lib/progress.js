/** Keeps how far the reader has come in this article, for “continue reading”. */

import { addPlaces } from "./places.js";
import { article } from "./sentences.js";
import { title } from "./texts.js";

const PAUSE = 400; // milliseconds without scrolling
const TOP = 120; // pixels; what ends above is read

/** Keep the place whenever the page has come to rest, and when it is left. @param {HTMLElement} reader */
export function follow(reader) {
  const pairs = [...reader.querySelectorAll(".pair")];
  const keep = () => {
    const top = pairs.find((pair) => pair.getBoundingClientRect().bottom > TOP);
    const done = !top || reader.getBoundingClientRect().bottom < innerHeight + 40;
    // The beginning is not a place to come back to.
    if (top === pairs[0] && !done) return;
    const of = Number(pairs.at(-1)?.id.slice(1));
    addPlaces([{ article, at: done ? "" : top.id, of, ...title(), time: Date.now() }], true);
  };
  let timer = 0;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  };
  wait();
  addEventListener("scroll", wait);
  addEventListener("pagehide", keep);
}
