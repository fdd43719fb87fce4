/** Keeps the place in this article, once it is not the beginning. @param {HTMLElement} reader */
export async function start(reader) {
  const follow = async () => (await import("../lib/progress.js")).follow(reader);
  if (scrollY > 0) return follow();
  addEventListener("scroll", follow, { once: true });
}
