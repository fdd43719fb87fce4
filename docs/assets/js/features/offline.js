/** Lets the browser keep the site for reading without a network. */

/** Start the worker, and offer a newer build of the site when there is one. */
export async function start() {
  const { serviceWorker, connection } = /** @type {any} */ (navigator);
  if (!serviceWorker || connection?.saveData) return;
  const manifest = /** @type {HTMLLinkElement} */ (document.querySelector("link[rel=manifest]"));
  const site = await serviceWorker.register(new URL("sw.js", manifest.href)).catch(() => {});
  if (!site) return; // refused: nothing is kept
  const look = async () => site.waiting && site.active && (await import("../lib/newer.js")).offer(site);
  site.onupdatefound = () => (site.installing.onstatechange = look);
  look();
}
