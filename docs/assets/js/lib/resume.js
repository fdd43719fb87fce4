/** Offers, where an article begins, to go on where the reader has stopped. */

import { fillGaps, find } from "./elements.js";
import { placeIn } from "./places.js";
import { article } from "./sentences.js";

/** Show the offer in the line below the title. @param {HTMLElement} reader */
export function offer(reader) {
  const at = placeIn(article)?.at;
  if (!at || !document.getElementById(at)) return;
  const line = find(reader, ".resume");
  fillGaps(line, at.slice(1));
  find(line, "a").setAttribute("href", `#${at}`);
  find(line, "button").onclick = () => {
    line.hidden = true;
    find(reader, ".standing > summary").focus(); // beside it
  };
  line.hidden = false;
}
