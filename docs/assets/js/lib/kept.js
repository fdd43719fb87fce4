/** Shows which sentences of the article are bookmarked. */

import { marks } from "./marks.js";
import { article } from "./sentences.js";

/** @param {HTMLElement} reader the `.bitext` element */
export function paintKept(reader) {
  const paint = () => {
    const own = new Set(marks().filter((one) => one.article === article).map((one) => one.sentence));
    for (const one of reader.querySelectorAll(".sentence")) {
      one.toggleAttribute("data-kept", own.has(String(one.getAttribute("data-pair"))));
    }
  };
  paint();
  document.addEventListener("marks", paint);
  addEventListener("storage", paint); // another tab's
}
