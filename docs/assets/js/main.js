/**
 * Starts what a page asks for: the features of data-feature="pairs place" at once, that of
 * data-opens="settings" when it is pressed. It is fetched once the text is seen (head.js), and
 * without it the page reads the same.
 */

import { follow } from "./lib/interface.js";
import { named, onKeys } from "./lib/keys.js";
import { run } from "./lib/run.js";

follow();

for (const element of document.querySelectorAll("[data-feature]")) {
  for (const name of element.dataset.feature.split(" ")) run(name, "start", element);
}

/**
 * Open a dialog. What is typed before it is there is kept for it, and works no key of the page.
 * @param {string} name the feature's
 * @param {unknown} [opener] what was pressed
 * @param {string} typed what the dialog begins with
 */
async function open(name, opener, typed = "") {
  const take = () => {
    removeEventListener("keydown", type, true);
    return typed;
  };
  /** @param {KeyboardEvent} event */
  function type(event) {
    if (event.key[1] || event.ctrlKey || event.altKey || event.metaKey) return;
    typed += event.key;
    event.preventDefault();
    event.stopPropagation();
  }
  addEventListener("keydown", type, true);
  await run(name, "open", opener, take);
  take();
}

document.addEventListener("click", (/** @type {any} */ { target }) => {
  const opener = target.closest("[data-opens]");
  if (opener) open(opener.dataset.opens, opener);
});

onKeys({ "?": () => open("keys") });
for (const one of document.querySelectorAll("[aria-keyshortcuts]")) {
  onKeys({ [/** @type {string} */ (one.ariaKeyShortcuts)]: () => one.click() });
}

addEventListener("keydown", (event) => {
  if (named(event) !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey
    || document.querySelector("dialog:modal")) return;
  event.preventDefault();
  open("search");
});

// A hit of the search: what was found is highlighted.
if (location.hash) run("found", "start");

const query = new URLSearchParams(location.search).get("q");
if (query !== null) open("search", null, query);

// The reader may have chosen otherwise on another page, which was kept or is still open.
addEventListener("pageshow", (event) => event.persisted && safhatan.apply());
addEventListener("storage", () => safhatan.apply());
