/** Shows which sentences are bookmarked, once any is: here, or in another tab. */

/** @param {HTMLElement} reader */
export async function start(reader) {
  const paint = async () => {
    try {
      if (!localStorage.getItem(`${safhatan.base}safhatan.marks`)) return;
    } catch {
      return; // no storage, no bookmarks
    }
    const { marks } = await import("../lib/marks.js");
    const own = marks().map((one) => one.article === reader.dataset.article && one.sentence);
    for (const one of reader.querySelectorAll("[data-pair]")) {
      one.toggleAttribute("data-kept", own.includes(String(one.getAttribute("data-pair"))));
    }
  };
  for (const name of ["marks", "storage", "pageshow"]) addEventListener(name, paint);
  await paint();
}
