/** Shows which sentences are bookmarked, once any is. */

/** @param {HTMLElement} reader the `.bitext` element */
export function start(reader) {
  const paint = async () => (await import("../lib/kept.js")).paintKept(reader);
  try {
    if (localStorage.getItem(`${safhatan.base}safhatan.marks`)) return paint();
  } catch {
    return; // no storage, no bookmarks
  }
  document.addEventListener("marks", paint, { once: true });
}
