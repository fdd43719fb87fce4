/** The fragments of HTML beside the scripts, each fetched when it is wanted. */

import { nameAll } from "./interface.js";

/**
 * A fragment by its name, without the controls that would have nothing to act on: those whose
 * `data-needs` is a selector that matches nothing on this page.
 */
export async function part(name = "") {
  const answer = await fetch(new URL(`../parts/${name}.html`, import.meta.url));
  if (!answer.ok) throw new Error(answer.statusText);
  const fragment = document.createRange().createContextualFragment(await answer.text());
  for (const one of fragment.querySelectorAll("[data-needs]")) {
    if (!document.querySelector(one.dataset.needs)) one.remove();
  }
  nameAll(fragment);
  return fragment;
}
