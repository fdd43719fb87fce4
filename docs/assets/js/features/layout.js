/** How the two languages stand on the page: a radio group, the keys 1 to 5, and `?layout=`. */

import { onKeys } from "../lib/keys.js";

const root = document.documentElement;

/** The pair at the top of the window, which stays there while the layout changes. */
function topmost() {
  return [...document.querySelectorAll(".pair")].find(
    (pair) => pair.getBoundingClientRect().bottom > 100,
  );
}

/** @param {string} layout */
async function change(layout) {
  const { choosePreference } = await import("../lib/preferences.js");
  const pair = topmost();
  const before = pair?.getBoundingClientRect().top ?? 0;
  const address = new URL(location.href);
  if (address.searchParams.has("layout")) {
    address.searchParams.delete("layout");
    history.replaceState(history.state, "", address);
  }
  choosePreference("layout", layout);
  if (pair && scrollY > 0) scrollBy({ top: pair.getBoundingClientRect().top - before, behavior: "instant" });
  settle();
}

/** Tell the other features, and fetch the one that a layout needs. */
async function settle() {
  document.dispatchEvent(new Event("layout"));
  if (root.dataset.layout === "reveal") (await import("./reveal.js")).start();
}

/** @param {HTMLElement} group the fieldset of radio buttons */
export function start(group) {
  const radios = [...group.querySelectorAll("input")];
  const show = () => {
    for (const radio of radios) radio.checked = radio.value === root.dataset.layout;
  };
  show();
  group.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement) change(event.target.value);
  });
  onKeys(
    Object.fromEntries(
      radios.map((radio, index) => [
        String(index + 1),
        () => {
          change(radio.value);
          show();
        },
      ]),
    ),
  );
  addEventListener("pageshow", show);
  settle();
}
