/**
 * Starts what a page asks for. An element with data-feature="pairs place" has those features
 * started at once, each by itself; a button with data-opens="settings" has its feature fetched when it
 * is first pressed. Without this script the page reads the same.
 */

import { onKeys } from "./lib/keys.js";

/**
 * Fetch a feature and call one of its functions; what goes wrong stays within it.
 * @param {string} name
 * @param {"start" | "open"} task
 * @param {HTMLElement} [element] what carries the attribute
 * @param {string} [query] to be searched for
 */
async function run(name, task, element, query) {
  try {
    const feature = await import(`./features/${name}.js`);
    await feature[task](element, query);
  } catch (error) {
    console.error(`${name}: ${error}`);
  }
}

for (const element of document.querySelectorAll("[data-feature]")) {
  if (!(element instanceof HTMLElement)) continue;
  for (const name of element.dataset.feature?.split(" ") ?? []) run(name, "start", element);
}

document.addEventListener("click", (event) => {
  const opener = event.target instanceof Element ? event.target.closest("[data-opens]") : null;
  if (opener instanceof HTMLElement) run(String(opener.dataset.opens), "open", opener);
});

onKeys({ "/": () => run("search", "open"), "?": () => run("keys", "open"), s: () => run("settings", "open") });

document.addEventListener("keydown", (event) => {
  if (event.code !== "KeyK" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (!document.querySelector("dialog:modal")) run("search", "open");
});

const query = new URLSearchParams(location.search).get("q");
if (query !== null) run("search", "open", undefined, query);

// A page kept while the reader chose otherwise on another one.
addEventListener("pageshow", (event) => event.persisted && safhatan.apply());
