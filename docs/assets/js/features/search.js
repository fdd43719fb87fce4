/** The search dialog, of assets/parts/search.html. Nothing of search is loaded before it. */

import { show } from "../lib/dialog.js";
import { modified } from "../lib/keys.js";
import { text } from "../lib/notice.js";
import { engine } from "../search/engine.js";
import { swapped } from "../search/keyboard.js";
import { store } from "../search/store.js";

const ROOT = new URL("../../../", import.meta.url);
const PAUSE = 30; // milliseconds without a key before a query is asked
const [ARTICLES, SENTENCES] = [8, 3]; // shown at once, and of each

const load = async () => engine(await store(ROOT));
/** @type {ReturnType<typeof load> | undefined} kept when the dialog is closed */
let loaded;
let last = "";

/** Open the dialog; its closing gives the focus back.
 * @param {unknown} _ what was pressed
 * @param {() => string} take gives what has been typed for it */
export async function open(_, take) {
  const dialog = await show("search", ["البحث", "Search"]);
  /** @type {(selector: string, within?: ParentNode) => any} */
  const one = (selector, within = dialog) => within.querySelector(selector);
  /** @type {(selector: string) => any} a new one of the parts */
  const copy = (selector) => one(selector, one("template").content).cloneNode(true);
  const [box, input, tag, state, status, results] = [
    "[data-search]", "input", "[name=tag]", "[name=state]", "[role=status]", ".results",
  ].map((selector) => one(selector));
  let turn = 0;
  let timer = 0;

  /** @param {string} what @param {number} [count] */
  function say(what, count) {
    const said = copy(`[data-say=${what}]`);
    for (const gap of said.querySelectorAll("bdi")) gap.textContent = count;
    status.replaceChildren(said);
  }

  /** @param {unknown} error */
  function fail(error) {
    loaded = undefined;
    console.warn(error);
    results.replaceChildren();
    say("error");
    box.dataset.state = "error";
  }

  /** Some items, and a button for the rest, which takes its place.
   * @template T @param {T[]} items @param {number} step @param {(item: T) => any} make
   * @returns {Promise<any[]>} */
  async function list(items, step, make) {
    const made = await Promise.all(items.slice(0, step).map(make));
    if (items.length <= step) return made;
    const more = copy(".more");
    more.addEventListener("click", async () => {
      try {
        const next = await list(items.slice(step), step, make);
        if (!more.isConnected) return; // pressed twice, or asked for by a former query
        more.replaceWith(...next);
        (one("a", next[0]) ?? next[0]).focus();
      } catch (error) {
        fail(error);
      }
    });
    return [...made, more];
  }

  async function ask() {
    const mine = (turn += 1);
    clearTimeout(timer);
    box.dataset.state = "loading";
    try {
      if (!loaded) say("loading");
      loaded ??= load();
      const { search, index, words } = await loaded;
      const { value } = input;
      last = value;
      input.dir = value ? "auto" : "rtl";
      const { groups, count, all, forms } = await search(value, { tag: tag.value, state: state.value });

      /** @param {Element} into @param {string} string */
      function mark(into, string) {
        let end = 0;
        for (const word of words(string).filter(({ light }) => forms.has(light))) {
          const match = document.createElement("mark");
          match.append(string.slice(word.start, word.end));
          into.append(string.slice(end, word.start), match);
          end = word.end;
        }
        into.append(string.slice(end));
      }

      const sections = await list(groups, ARTICLES, async (hits) => {
        const { id, sentences } = await index.article(hits[0]?.article ?? 0);
        const section = copy("section");
        const [, arabic, english] = sentences[0] ?? [];
        one("h3", section).append(text("ar", `${arabic}`), text("en", `${english}`));
        const links = await list(hits, SENTENCES, (hit) => {
          const [place, arabic, english, state] = sentences[hit.index] ?? ["", "", "", ""];
          const link = copy("a");
          link.href = new URL(`articles/${encodeURIComponent(id)}/#${place}`, ROOT);
          mark(one("[lang=ar]", link), arabic);
          mark(one("[lang=en]", link), english || (state === "unreadable" ? "Its translation cannot be read" : "Not translated yet"));
          return link;
        });
        section.append(...links);
        return section;
      });
      let offer;
      for (const other of all ? [] : swapped(value)) {
        if (offer || !(await search(other)).all) continue;
        offer = copy(".offer");
        const button = one("button", offer);
        button.append(text(/[a-z]/.test(other) ? "en" : "ar", other));
        button.addEventListener("click", () => {
          input.value = other;
          input.focus();
          ask();
        });
      }
      if (mine !== turn) return;
      if (tag.length === 1) tag.append(...index.tags.map((name) => new Option(name)));
      for (const option of [...state.options]) {
        if (option.value && !index.states.includes(option.value)) option.remove();
      }
      tag.hidden = !index.tags.length;
      state.hidden = index.states.length < 2;
      results.replaceChildren(...sections);
      if (!value.trim()) say("idle");
      else say(count ? (all ? "all" : "some") : "none", count);
      if (offer) status.append(offer); // where it is announced too
      box.dataset.state = value.trim() ? "done" : "idle";
    } catch (error) {
      if (mine === turn) fail(error);
    }
  }

  box.addEventListener("input", () => {
    turn += 1; // what is being fetched is no answer any more
    box.dataset.state = "loading";
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  one("[role=search]").addEventListener("submit", async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (box.dataset.state === "loading") await ask(); // what is shown answers a former query
    if (box.dataset.state === "done") one("[data-hit]")?.click();
  });
  box.addEventListener("click", (/** @type {any} */ event) => {
    if (event.target.closest("a") && !modified(event)) dialog.close();
  });
  box.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && event.target === input) {
      event.preventDefault(); // or it would only empty the field
      dialog.close();
    }
    const stops = [input, ...box.querySelectorAll(".offer button, .results :is(a, button)")];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || at < 0) return;
    event.preventDefault();
    stops[Math.max(0, at + step)]?.focus();
  });
  input.value = take() || last;
  input.focus();
  input.setSelectionRange(input.value === last ? 0 : -1, -1); // typing replaces a former query
  await ask();
}
