/**
 * In the place of the service worker (worker.js) where there is to be none, in a preview and in a site
 * that is not kept offline: removes the worker that a browser has, with all that it kept, and loads
 * the pages that are open anew.
 */

async function remove() {
  const ours = `${new URL("./", location.href).pathname} safhatan `;
  for (const name of await caches.keys()) if (name.startsWith(ours)) await caches.delete(name);
  await registration.unregister();
  for (const client of await clients.matchAll({ type: "window" })) {
    // Without its fragment: with it a browser would not load the page anew.
    await client.navigate(client.url.replace(/#.*/, ""));
  }
}

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => event.waitUntil(remove()));
