/** How the two languages stand on the page: a radio group, its keys, and `?layout=`. */

import { dispatch } from "../lib/events.js";
import { run } from "../lib/run.js";

const { dataset } = document.documentElement;

/** @param {HTMLElement} group the fieldset of radio buttons */
export function start(group) {
  const show = () => {
    for (const radio of group.querySelectorAll("input")) radio.checked = radio.value === dataset.layout;
    dispatch("safhatan:layout", dataset.layout);
  };
  document.addEventListener("safhatan:layout", () => dataset.layout === "reveal" && run("reveal", "start"));
  group.addEventListener("change", () => run("arrange", "follow", group));
  addEventListener("pageshow", (event) => event.persisted && show());
  show();
}
