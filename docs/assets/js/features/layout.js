/** How the two languages stand on the page: the groups of radio buttons, their keys, and `?layout=`. */

import { dispatch } from "../lib/events.js";
import { run } from "../lib/run.js";

const { dataset } = document.documentElement;

/** @param {HTMLElement} tools has the groups; each is called as what it chooses */
export function start(tools) {
  const radios = [...tools.querySelectorAll("input")];
  // What was pressed before this script was there.
  const early = radios.filter((radio) => radio.checked && !radio.defaultChecked);
  const show = () => {
    for (const radio of radios) {
      radio.checked = radio.value === dataset[radio.name];
      radio.disabled = radio.value === "side-by-side" && "narrow" in dataset; // its key does nothing
    }
    if (dataset.layout === "stacked" && dataset.stacked === "sentence") run("interleave", "start");
    dispatch("safhatan:layout", dataset.layout);
  };
  document.addEventListener("safhatan:layout", () => dataset.layout === "reveal" && run("reveal", "start"));
  // The window is wider or narrower now, or the reader has chosen otherwise in another tab.
  document.addEventListener("safhatan:applied", show);
  // Turned or widened, the window may have the row that is a menu in others.
  addEventListener("resize", () => tools.hidePopover());
  tools.addEventListener("change", (event) => run("arrange", "follow", event.target));
  show();
  for (const radio of early) run("arrange", "follow", radio);
}
