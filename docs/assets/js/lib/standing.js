/** How far a sentence's English can be trusted: its state, where it is from, its translator's notes. */

import { find, saying } from "./elements.js";
import { nameOf, notices } from "./interface.js";
import { both } from "./sentences.js";

/**
 * What the page says of a sentence, as elements to be shown elsewhere. `sign` is its state's name,
 * "reviewed" too.
 */
export function standing(id = "") {
  const [arabic, english] = both(id);
  const sign = english?.dataset.origin ?? english?.dataset.state ?? "missing";
  return { sign, state: [stateOf(sign)], origin: originOf(id, sign, arabic), notes: notesOf(id) };
}

/** The sign of a state, its name and what it means. */
function stateOf(sign = "") {
  const made = document.createElement("p");
  const said = notices().querySelector(`[data-sign="${sign}"]`);
  if (!said) {
    made.append(saying(notices(), "approved"));
    return made;
  }
  const [name, about] = [...said.children].map(nameOf);
  made.innerHTML = `<small class="state ${sign}" aria-hidden="true"></small> <b></b>: <span></span>`;
  find(made, "b").append(`${name}`);
  find(made, "span").append(`${about}`);
  return made;
}

/** Where it is from, as the details below the title say; nothing of what nobody translated. */
function originOf(id = "", sign = "", /** @type {Element | undefined} */ arabic) {
  if (sign === "missing" || !/[\p{L}\p{N}]/u.test(arabic?.textContent ?? "")) return [];
  const all = [...document.querySelectorAll(".origins > li")].filter((one) => one.querySelector(":scope > span:last-child"));
  const own = all.find((one) => one.getAttribute("data-of")?.split(" ").includes(id)) ?? all[0];
  const place = own?.lastElementChild?.cloneNode(true);
  if (!place) return [];
  const made = document.createElement("p");
  made.className = "from";
  made.append(place);
  return [made];
}

/** The translator's notes. */
const notesOf = (id = "") =>
  [...document.querySelectorAll(`.translators-note[data-pair="${id}"]`)].map((one) => one.cloneNode(true));
