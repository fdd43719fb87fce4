/** Shows which sentences are bookmarked, once any is: here, or in another tab. */

import { article, sentences } from "../lib/sentences.js";

/** Show them now, and whenever they change. */
export async function start() {
  let sought = false;
  const show = async () => {
    try {
      // The name under which lib/bookmarks.js keeps them, which is fetched only if there are any.
      if (!localStorage.getItem(`${safhatan.base}safhatan.marks`)) return;
    } catch {
      return; // no storage, no bookmarks
    }
    const { bookmarks } = await import("../lib/bookmarks.js");
    if (!sought) (await import("../lib/refind.js")).refind();
    sought = true;
    const own = new Set(bookmarks().map((one) => one.article === article && one.sentence));
    for (const one of sentences) one.toggleAttribute("data-kept", own.has(one.dataset.pair));
  };
  document.addEventListener("safhatan:bookmarks", show);
  for (const name of ["storage", "pageshow"]) addEventListener(name, show);
  await show();
}
