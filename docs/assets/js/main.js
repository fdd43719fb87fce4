/**
 * Starts what a page asks for: the features of data-feature="pairs place" at once, that of
 * data-opens="settings" when it is pressed. Without this script the page reads the same.
 */

import { named, onKeys } from "./lib/keys.js";
import { run } from "./lib/run.js";

for (const element of document.querySelectorAll("[data-feature]")) {
  for (const name of String(element.getAttribute("data-feature")).split(" ")) run(name, "start", element);
}

document.addEventListener("click", (/** @type {any} */ { target }) => {
  const opener = target.closest("[data-opens]");
  if (opener) run(String(opener.getAttribute("data-opens")), "open", opener);
});

onKeys({ "?": () => run("keys", "open") });
for (const one of document.querySelectorAll("[aria-keyshortcuts]")) {
  onKeys({ [String(one.getAttribute("aria-keyshortcuts"))]: () => /** @type {HTMLElement} */ (one).click() });
}

addEventListener("keydown", (event) => {
  if (named(event) !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
  if (document.querySelector("dialog:modal")) return;
  event.preventDefault();
  run("search", "open");
});

const query = new URLSearchParams(location.search).get("q");
if (query !== null) run("search", "open", query);

// A page kept while the reader chose otherwise on another one.
addEventListener("pageshow", (event) => event.persisted && safhatan.apply());
