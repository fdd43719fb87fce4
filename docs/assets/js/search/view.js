/** The elements of the search dialog, of assets/parts/search.html, and what they say. */

import { find, saying } from "../lib/elements.js";

/** @typedef {import("./types.js").View} View */

/** @param {HTMLDialogElement} dialog @returns {View} */
export function viewOf(dialog) {
  const box = find(dialog, "[data-search]");
  const { content } = find(box, "template");
  /** @type {(name: string) => any} */
  const select = (name) => find(box, `[name=${name}]`);
  return {
    box,
    form: find(box, "form"),
    input: find(box, "input"),
    tag: select("tag"),
    state: select("state"),
    results: find(box, ".results"),
    say: (what, count, ...offer) =>
      find(box, "[role=status]").replaceChildren(saying(content, what, count), ...offer),
    copy: (selector) => /** @type {HTMLElement} */ (find(content, selector).cloneNode(true)),
  };
}

/**
 * Offer the tags and states that the index has; a choice that would change nothing is hidden.
 * @param {View} view
 * @param {import("./types.js").Store} index
 */
export function showFilters({ tag, state }, { tags, states }) {
  if (tag.length === 1) tag.append(...tags.map((name) => new Option(name)));
  for (const option of [...state.options]) {
    if (option.value && !states.includes(option.value)) option.remove();
  }
  tag.hidden = !tags.length;
  state.hidden = states.length < 2;
}

/**
 * Move the focus with the up and down arrows between the field, the offer and the results.
 * @param {View} view
 * @param {KeyboardEvent} event
 */
export function moveFocus({ box, input }, event) {
  const stops = [input, ...box.querySelectorAll(".offer button, .results :is(a, button)")];
  const at = stops.findIndex((one) => one === document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || at < 0) return;
  event.preventDefault();
  /** @type {HTMLElement | undefined} */ (stops[Math.max(0, at + step)])?.focus();
}
