/** The fragments of HTML in assets/parts/, each fetched when it is wanted. */

import { address } from "./address.js";

/**
 * A fragment by its name, without the controls that would have nothing to act on: those whose
 * `data-needs` is a selector that matches nothing on this page.
 */
export async function part(name = "") {
  const answer = await fetch(address(`assets/parts/${name}.html`));
  if (!answer.ok) throw new Error(answer.statusText);
  const fragment = document.createRange().createContextualFragment(await answer.text());
  for (const one of fragment.querySelectorAll("[data-needs]")) {
    if (!document.querySelector(one.dataset.needs)) one.remove();
  }
  return fragment;
}
