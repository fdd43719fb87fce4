/** Offers to load a newer build of the site, which the browser has fetched. */

import { notices, saying } from "./elements.js";
import { nameAll } from "./interface.js";
import { onTask } from "./tasks.js";

const LATER = `${safhatan.base}safhatan.later`;
const region = document.createElement("div");
region.setAttribute("role", "status");

/** Whether the reader, in this tab, would rather go on reading. */
function later() {
  try {
    return sessionStorage.getItem(LATER);
  } catch {
    return null;
  }
}

/** Say that there is one, until the reader loads it or will not. @param {ServiceWorkerRegistration} site */
export function offer(site) {
  // Here, or in another tab: the old build's files have gone.
  navigator.serviceWorker.oncontrollerchange = () => location.reload();
  if (region.parentNode || later()) return;
  region.className = "notice newer";
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
      try {
        sessionStorage.setItem(LATER, "later");
      } catch {
        // It is offered again on the next page.
      }
    },
  });
}
