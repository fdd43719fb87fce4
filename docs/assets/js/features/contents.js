/**
 * The list of contents: shows which part is being read, once the page moves, and closes when a
 * part is chosen, or with Escape, or when something else is pressed.
 */

import { find } from "../lib/elements.js";

/** @param {HTMLElement} contents the nav around it */
export function start(contents) {
  const details = find(contents, "details");
  const links = [...contents.querySelectorAll("a")];
  /** @type {Map<Element, HTMLAnchorElement>} the link to each heading */
  const headings = new Map();
  for (const link of links) {
    const heading = document.querySelector(`[id="${link.hash.slice(1)}"]`);
    if (heading) headings.set(heading, link);
  }
  /** @type {Set<Element>} the headings that are read or being read */
  const passed = new Set();

  /** @param {IntersectionObserverEntry[]} entries */
  function follow(entries) {
    for (const { target, isIntersecting } of entries) {
      passed[isIntersecting ? "add" : "delete"](target);
    }
    const last = [...headings.keys()].filter((heading) => passed.has(heading)).at(-1);
    const here = last && headings.get(last);
    for (const link of links) link.ariaCurrent = link === here ? "location" : null;
    find(contents, ".here").replaceChildren(...(here?.cloneNode(true).childNodes ?? []));
  }
  // Everything above the upper fifth of the window counts as seen, however far above it is.
  const observer = new IntersectionObserver(follow, { rootMargin: "10000000px 0px -80% 0px" });
  for (const heading of headings.keys()) observer.observe(heading);

  // All of the list is seen, and in it where the reader is.
  details.addEventListener("toggle", () => {
    if (!details.open) return;
    find(details, "ol").scrollIntoView({ block: "nearest" });
    details.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  });
  details.addEventListener("click", (/** @type {any} */ { target }) => {
    if (target.closest("a")) details.open = false;
  });
  addEventListener("click", (/** @type {any} */ { target }) => {
    if (!contents.contains(target)) details.open = false;
  });
  contents.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !details.open) return;
    details.open = false;
    find(contents, "summary").focus();
  });
}
