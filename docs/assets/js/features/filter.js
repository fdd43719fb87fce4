/**
 * The list of articles, filtered as the address says: ?state=…&tag=…
 *
 * An index says which these are; their entries come from the list's pages, a few at a time.
 */

import { find } from "../lib/elements.js";
import { nameAll, nameOf } from "../lib/interface.js";
import { opensElsewhere } from "../lib/links.js";
import { say } from "../lib/notice.js";

const STEP = 20; // entries that are shown at once
const fail = () => say("failed");

/** @param {HTMLElement} element the links to filter by; data-root is the list's address */
export function start(element) {
  const root = new URL(element.dataset.root ?? "", location.href);
  // Elsewhere the links lead there.
  if (root.pathname !== location.pathname) return;

  const list = find(document, ".entries");
  const rest = find(document, ".rest");
  const own = [...list.children];
  const pageOf = pages(root, own);
  let turn = 0;
  /** @type {number[]} */
  let found = [];

  /** @param {Element[]} entries @param {number[]} counts how many are found, of how many; or none */
  function put(entries, ...counts) {
    list.replaceChildren(...entries);
    nameAll(list);
    document.querySelector(".pages")?.toggleAttribute("hidden", counts.length > 0);
    found = counts;
    sayCounts(element, found);
  }
  // The reader may choose another language of the interface.
  document.addEventListener("safhatan:applied", () => sayCounts(element, found));

  async function show() {
    const mine = ++turn;
    const asked = new URLSearchParams(location.search);
    const keys = ["state", "tag"].filter((key) => asked.get(key));
    setLinks(element, asked, keys);
    rest.hidden = true;
    if (!keys.length) return put(own);

    const index = JSON.parse(await load("page/index.json", root));
    const places = matching(index, asked, keys);

    async function more(from = 0) {
      const wanted = places.slice(0, from + STEP).map(async (at) => {
        const page = await pageOf(Math.floor(at / index.size));
        return /** @type {Element} */ (page[at % index.size]);
      });
      const entries = await Promise.all(wanted);
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
    if (link.hidden) find(element, "summary").focus();
  };
  addEventListener("popstate", () => show().catch(fail));
  show().catch(fail);
}

/**
 * Let each link add its value to what is asked for, or take it away again; the one without a
 * value asks for everything.
 * @param {Element} element
 * @param {URLSearchParams} asked
 * @param {string[]} keys those that are asked for
 */
function setLinks(element, asked, keys) {
  for (const link of element.querySelectorAll("a")) {
    const { key = "", value = "" } = link.dataset;
    const next = new URLSearchParams(key && asked);
    const chosen = next.get(key) === value;
    link.ariaCurrent = `${chosen}`;
    if (chosen) {
      next.delete(key);
      link.closest("details")?.setAttribute("open", "");
    } else if (key) next.set(key, value);
    else link.hidden = !keys.length;
    link.search = `${next}`;
  }
}

/** @param {Element} element whose status has gaps for the counts @param {number[]} counts */
function sayCounts(element, counts) {
  const status = find(element, "[role=status]");
  const words = counts[1] ? nameOf(status) : ""; // in both languages, perhaps
  let at = 0;
  status.textContent = words.replaceAll("{}", () => `${counts[at++ % 2]}`);
}

/**
 * The places in the whole list of the articles that have every value that is asked for.
 * @param {{ total: number, [key: string]: any }} index of page/index.json
 * @param {URLSearchParams} asked
 * @param {string[]} keys
 */
function matching(index, asked, keys) {
  const sets = keys.map((key) => new Set(new Map(index[key]).get(asked.get(key))));
  return [...Array(index.total).keys()].filter((at) => sets.every((set) => set.has(at)));
}

/**
 * Gives the entries on a page of the list, the first being 0; no page is fetched twice.
 * @param {URL} root
 * @param {Element[]} first those on the first page
 */
function pages(root, first) {
  const fetched = [Promise.resolve(first)];

  /** @param {number} number */
  async function read(number) {
    // Its links lead up to where we are.
    const text = (await load(`page/${number}/`, root)).replaceAll('"../../', '"');
    const page = new DOMParser().parseFromString(text, "text/html");
    return [...page.querySelectorAll(".entry")];
  }

  return (/** @type {number} */ at) => {
    const page = (fetched[at] ??= read(at + 1));
    page.catch(() => delete fetched[at]); // the next press asks again
    return page;
  };
}

/** @param {string} path @param {URL} root */
async function load(path, root) {
  const answer = await fetch(new URL(path, root));
  if (!answer.ok) throw new Error(answer.url);
  return answer.text();
}
