/**
 * Highlights the words that a search has found in the sentence it led to, in both languages. The
 * page's elements stay as they are, but that a sentence which is hidden is shown if only there
 * something was found.
 */

import { found } from "../lib/found.js";
import { run } from "../lib/run.js";

const MARKS = "[\\p{M}\\u0640]*"; // vowels and other marks of letters, and tatweel

export function start() {
  const words = found.take();
  const own = document.querySelector(":target");
  if (!words.length || !own || !("highlights" in CSS)) return;
  const places = document.querySelectorAll(`[data-pair="${CSS.escape(own.id)}"]:not(details)`);
  const ranges = [...(places.length ? places : beside(own))].flatMap((place) => rangesIn(place, words));
  CSS.highlights.set("found", new Highlight(...ranges));
  const { layout, hidden } = document.documentElement.dataset;
  // A sentence's Arabic has an id, its English has none.
  const seen = ranges.some(({ startContainer: { parentElement } }) => !!parentElement?.closest("[id].sentence") === (hidden === "en"));
  if (layout === "reveal" && ranges[0] && !seen) run("reveal", "reveal", own.id);
}

/** The section of a page that people wrote: what follows its heading. @param {Element} heading */
function beside(heading) {
  const all = [heading];
  let next = heading.nextElementSibling;
  for (; next && !/^H[1-6]$/.test(next.tagName); next = next.nextElementSibling) all.push(next);
  return all;
}

/** Where an element has words, whatever vowels it shows. @param {Element} place @param {string[]} words */
function rangesIn(place, words) {
  const escaped = words.map((word) => {
    const letters = word.replace(new RegExp(MARKS, "gu"), "").match(/[\p{L}\p{N}'’ʼ,٬]/gu) ?? [];
    return letters.join(MARKS);
  });
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})${MARKS}(?![\\p{L}\\p{N}])`, "gu");
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const ranges = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const match of `${node.nodeValue}`.matchAll(pattern)) {
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
    }
  }
  return ranges;
}
