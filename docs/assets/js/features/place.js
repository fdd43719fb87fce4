/** Keeps the place in this article, once it is not the beginning, and offers to go on there. */

/** @param {HTMLElement} reader */
export async function start(reader) {
  const follow = async () => (await import("../lib/progress.js")).follow(reader);
  if (scrollY > 0) return follow();
  addEventListener("scroll", follow, { once: true });
  try {
    // The name under which lib/places.js keeps them, which is fetched only if there are any.
    if (!location.hash && localStorage.getItem(`${safhatan.base}safhatan.places`)) {
      (await import("../lib/resume.js")).offer(reader);
    }
  } catch {
    // No storage, no places.
  }
}
