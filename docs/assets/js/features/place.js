/** Keeps the place in this article, once there is one. */

/** @param {HTMLElement} reader the `.bitext` element */
export function start(reader) {
  const follow = async () => (await import("../lib/progress.js")).follow(reader);
  addEventListener("scroll", follow, { once: true });
}
