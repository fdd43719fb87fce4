/** Shows which sentences are bookmarked, once any is: here, or in another tab. */

import { article, sentences } from "../lib/sentences.js";

export async function start() {
  const paint = async () => {
    try {
      if (!localStorage.getItem(`${safhatan.base}safhatan.marks`)) return;
    } catch {
      return; // no storage, no bookmarks
    }
    const { marks } = await import("../lib/marks.js");
    const own = marks().map((one) => one.article === article && one.sentence);
    for (const one of sentences) one.toggleAttribute("data-kept", own.includes(`${one.dataset.pair}`));
  };
  for (const name of ["marks", "storage", "pageshow"]) addEventListener(name, paint);
  await paint();
}
