/** Shows which sentences are bookmarked, once any is. */

/** @param {HTMLElement} reader the `.bitext` element */
export function start(reader) {
  const paint = async () => (await import("../lib/kept.js")).paintKept(reader);
  document.addEventListener("marks", paint, { once: true });
  try {
    if (localStorage.getItem(`${safhatan.base}safhatan.marks`)) paint();
  } catch {
    // No storage, no bookmarks.
  }
}
