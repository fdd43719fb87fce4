/** The search dialog (assets/parts/search.html). Nothing of search is loaded before it is opened. */

import { show } from "../lib/dialog.js";
import { engine } from "../search/engine.js";
import { swapped } from "../search/keyboard.js";
import { normaliser } from "../search/normalise.js";
import { store } from "../search/store.js";

const ROOT = new URL("../../../", import.meta.url);
const PAUSE = 60; // milliseconds without a key before a query is asked
const ARTICLES = 8; // shown at once
const SENTENCES = 3; // of each

/** @type {ReturnType<typeof load> | undefined} kept when the dialog is gone */
let loaded;

async function load() {
  const rules = fetch(new URL("assets/search/normalise.json", ROOT));
  const index = await store(ROOT);
  const words = normaliser(await (await rules).json());
  return { index, words, search: engine(index, words) };
}

/** The texts of a sentence, its words that are among the forms marked.
 * @param {string} text @param {Set<string>} forms @param {import("../search/types.js").Normaliser} normaliser */
function marked(text, forms, normaliser) {
  const pieces = [];
  let end = 0;
  for (const word of normaliser.words(text).filter(({ light }) => forms.has(light))) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(word.start, word.end);
    pieces.push(text.slice(end, word.start), mark);
    end = word.end;
  }
  return [...pieces, text.slice(end)];
}

/**
 * Open the dialog; its closing gives the focus back.
 * @param {HTMLElement} [_] what was pressed
 * @param {string} [query] to be filled in and asked
 */
export async function open(_, query = "") {
  const dialog = await show("search", ["البحث", "Search"]);
  /** @type {(selector: string, within?: ParentNode) => any} */
  const one = (selector, within = dialog) => within.querySelector(selector);
  const box = one("[data-search]");
  const input = one("input");
  const results = one(".results");
  /** @type {(selector: string) => any} a new one of a part */
  const copy = (selector) => one(selector, one("template").content).cloneNode(true);
  let turn = 0;
  let timer = 0;

  /** @param {string} state @param {string} name of what is said @param {number} [count] */
  function say(state, name, count) {
    const said = copy(`.${name}`);
    for (const gap of said.querySelectorAll("bdi")) gap.textContent = count;
    one("[role=status]").replaceChildren(said);
    box.dataset.state = state;
  }

  /** Put some items into an element, and a button for the rest.
   * @template T @param {Element} into @param {T[]} items @param {number} step
   * @param {(item: T) => Promise<Element>} make */
  async function list(into, items, step, make) {
    const made = await Promise.all(items.slice(0, step).map(make));
    into.append(...made);
    if (items.length <= step) return made[0];
    const more = copy(".more");
    more.addEventListener("click", async () => {
      const first = await list(into, items.slice(step), step, make);
      (first?.matches("a") ? first : first?.querySelector("a"))?.focus();
      more.remove();
    });
    into.append(more);
    return made[0];
  }

  /** @param {Awaited<typeof loaded> & {}} from @param {number} mine */
  async function answer({ index, words, search }, mine) {
    const query = input.value;
    const { groups, count, all, forms } = await search(query, { tag: one("[name=tag]").value, state: one("[name=state]").value });
    const fresh = document.createElement("div");
    await list(fresh, groups, ARTICLES, async (group) => {
      const { id, sentences } = await index.article(group[0].article);
      const section = copy("section");
      section.firstChild.append(sentences[0]?.[1]);
      await list(section, group, SENTENCES, async (hit) => {
        const [place, arabic, english] = sentences[hit.index] ?? ["", "", ""];
        const link = copy("a");
        link.href = new URL(`articles/${encodeURIComponent(id)}/#${place}`, ROOT);
        one("[lang=ar]", link).append(...marked(arabic, forms, words));
        one("[lang=en]", link).append(...marked(english || "Not translated yet", forms, words));
        return link;
      });
      return section;
    });
    for (const other of all ? [] : swapped(query)) {
      if (!(await search(other)).all) continue;
      const offer = copy(".offer");
      const button = one("button", offer);
      button.append(other);
      button.addEventListener("click", () => {
        input.value = other;
        input.focus();
        ask();
      });
      fresh.prepend(offer);
      break;
    }
    if (mine !== turn) return;
    results.replaceChildren(...fresh.childNodes);
    if (!query.trim()) say("idle", "idle");
    else say("done", count ? (all ? "all" : "some") : "none", count);
  }

  async function ask() {
    const mine = (turn += 1);
    box.dataset.state = "loading";
    try {
      loaded ??= load();
      const from = await loaded;
      choices(from.index);
      await answer(from, mine);
    } catch (error) {
      loaded = undefined;
      if (mine === turn) say("error", "error");
      console.warn(error);
    }
  }

  /** Show the filters there is something to choose by. @param {import("../search/types.js").Store} index */
  function choices({ tags, states }) {
    const [tag, state] = [one("[name=tag]"), one("[name=state]")];
    if (tag.length === 1) tag.append(...tags.map((name) => new Option(name)));
    for (const option of [...state.options].slice(1)) option.hidden = !states.includes(option.value);
    tag.hidden = !tags.length;
    state.hidden = states.length < 2;
  }

  box.addEventListener("input", () => {
    turn += 1; // what is being fetched is no answer any more
    box.dataset.state = "loading";
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  one("form").addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    one("[data-hit]")?.click();
  });
  results.addEventListener("click", (/** @type {any} */ event) => event.target.closest("a") && dialog.close());
  box.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...results.querySelectorAll("a, .more")];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    stops[Math.max(0, at + step)]?.focus();
  });
  input.value = query;
  input.focus();
  await ask();
}
