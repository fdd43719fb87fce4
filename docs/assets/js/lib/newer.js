/** Offers to load a newer build of the site, which the browser has fetched. */

import { saying } from "./elements.js";
import { nameAll, notices } from "./interface.js";
import { keepHere, keptHere } from "./session.js";
import { onTask } from "./tasks.js";

const region = document.createElement("div");
region.setAttribute("role", "status");

/** Say that there is one, until the reader loads it or will not. @param {ServiceWorkerRegistration} site */
export function offer(site) {
  // Here, or in another tab: the old build's files have gone.
  navigator.serviceWorker.oncontrollerchange = () => location.reload();
  if (region.parentNode || keptHere("later")) return;
  region.className = "notice newer";
  /** @type {any} */
  let former; // what had the focus before this took it
  region.addEventListener("focusin", (/** @type {any} */ { relatedTarget }) => {
    if (!region.contains(relatedTarget)) former = relatedTarget;
  });
  document.body.append(region);
  // A region is heard only if it was there before what is in it.
  setTimeout(() => {
    region.append(...saying(notices(), "newer").children);
    nameAll(region);
  }, 100);
  onTask(region, {
    load: () => site.waiting?.postMessage({ task: "load" }),
    later() {
      region.replaceChildren();
      former?.focus();
      keepHere("later", true); // this tab's reader would rather go on reading
    },
  });
}
