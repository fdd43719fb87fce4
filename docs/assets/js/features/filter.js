/**
 * The list of articles, filtered as the address says: ?state=…&tag=…
 *
 * An index says which these are; their entries come from the list's pages, a few at a time.
 */

import { opensElsewhere } from "../lib/links.js";
import { say } from "../lib/notice.js";

const STEP = 20;

/** @param {HTMLElement} element the links to filter by; data-root is the list's address */
export function start(element) {
  const root = new URL(element.dataset.root ?? "", location.href);
  element.hidden = false;
  // Elsewhere the links lead there.
  if (root.pathname !== location.pathname) return;

  const list = /** @type {Element} */ (document.querySelector(".entries"));
  const rest = /** @type {HTMLElement} */ (document.querySelector(".rest"));
  const own = [...list.children];
  const pages = [Promise.resolve(own)];
  let turn = 0;

  const fail = () => say("failed");

  /** @param {string} address */
  async function load(address) {
    const answer = await fetch(new URL(address, root));
    if (!answer.ok) throw new Error(answer.url);
    return answer.text();
  }

  /** @param {number} number */
  async function read(number) {
    // Its links lead up to where we are.
    const text = (await load(`page/${number}/`)).replaceAll('"../../', '"');
    const page = new DOMParser().parseFromString(text, "text/html");
    return [...page.querySelectorAll(".entry")];
  }

  /** @param {Element[]} entries @param {number[]} counts */
  function put(entries, ...counts) {
    list.replaceChildren(...entries);
    document.querySelector(".pages")?.toggleAttribute("hidden", counts.length > 0);
    for (const span of element.querySelectorAll("[data-says]")) {
      const words = counts[1] ? span.dataset.says : "";
      span.textContent = counts.reduce((said, n) => said.replace("{}", `${n}`), words);
    }
  }

  async function show() {
    const mine = ++turn;
    const asked = new URLSearchParams(location.search);
    const keys = ["state", "tag"].filter((key) => asked.get(key));
    for (const link of element.querySelectorAll("a")) {
      const { key = "", value = "" } = link.dataset;
      const next = new URLSearchParams(key && asked);
      const chosen = next.get(key) === value;
      link.ariaCurrent = `${chosen}`;
      if (chosen) next.delete(key);
      else if (key) next.set(key, value);
      else link.hidden = !keys.length;
      link.search = `${next}`;
    }
    rest.hidden = true;
    if (!keys.length) return put(own);

    const index = JSON.parse(await load("page/index.json"));
    const sets = keys.map((key) => new Set(new Map(index[key]).get(asked.get(key))));
    const places = [...Array(index.total).keys()].filter((at) => sets.every((set) => set.has(at)));

    async function more(from = 0) {
      const found = places.slice(0, from + STEP).map(async (at) => {
        const number = Math.floor(at / index.size);
        const page = (pages[number] ??= read(number + 1));
        page.catch(() => delete pages[number]); // the next press asks again
        return (await page)[at % index.size];
      });
      const entries = /** @type {Element[]} */ (await Promise.all(found));
      if (mine !== turn) return;
      put(entries, places.length, index.total);
      rest.hidden = entries.length === places.length;
      rest.onclick = () => more(from + STEP).catch(fail);
      if (from) entries[from]?.querySelector("a")?.focus();
    }
    await more();
  }

  element.onclick = (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    if (!link || opensElsewhere(event)) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    show().catch(fail);
  };
  addEventListener("popstate", () => show().catch(fail));
  show().catch(fail);
}
