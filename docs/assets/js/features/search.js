/** The search dialog. Nothing of search is loaded before it is opened. */

import { engine } from "../search/engine.js";
import { swapped } from "../search/keyboard.js";
import { normaliser } from "../search/normalise.js";
import { store } from "../search/store.js";

const ROOT = new URL("../../../", import.meta.url);
const PAUSE = 60; // milliseconds without a key before a query is asked
const ARTICLES = 8; // shown at once
const SENTENCES = 3; // of each
/** @type {Record<string, string>} */
const STATES = {
  missing: "غير مترجمة · Not translated",
  machine: "آلية · Machine",
  edited: "محرَّرة · Edited",
  reviewed: "مراجَعة · Reviewed",
  stale: "قديمة · Outdated",
};

/** @typedef {import("../search/engine.js").Result} Result */
/** @typedef {Awaited<ReturnType<typeof load>>} Loaded */

async function load() {
  const [rules, index] = await Promise.all([
    fetch(new URL("assets/search/normalise.json", ROOT)).then((answer) => answer.json()),
    store(ROOT),
  ]);
  const words = normaliser(rules);
  return { index, words, search: engine(index, words) };
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, string>} attributes @param {(Node | string)[]} content
 */
function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

/** @param {string} text */
const english = (text) => make("span", { lang: "en", dir: "ltr" }, text);

/** A dialog and what is in it, made once. */
function build() {
  const input = make("input", {
    type: "search", dir: "auto", enterkeyhint: "search", autocomplete: "off", spellcheck: "false",
    "aria-label": "ابحث · Search", "aria-describedby": "search-status", placeholder: "ابحث · Search",
  });
  const filters = make("div", { class: "filters" });
  const status = make("p", { id: "search-status", role: "status" });
  const offer = make("p", { class: "offer" });
  const results = make("div", { class: "results" });
  const close = make("button", { type: "button", "aria-label": "إغلاق · Close" }, "✕");
  const dialog = make(
    "dialog",
    { class: "search", lang: "ar", dir: "rtl", "aria-label": "البحث · Search", "data-search": "", "data-state": "idle" },
    make("div", { class: "bar" }, input, close), filters, status, offer, results,
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  return { dialog, input, filters, status, offer, results };
}

/** @type {ReturnType<typeof start> | undefined} */
let box;

function start() {
  const parts = build();
  const { dialog, input, filters, status, offer, results } = parts;
  document.body.append(dialog);
  /** @type {Promise<Loaded> | undefined} */
  let loaded;
  let timer = 0;
  let turn = 0;

  /** @param {string} arabic @param {string} [other] */
  function say(arabic, other = "") {
    status.replaceChildren(arabic, " ", english(other));
  }

  /** The texts of a sentence with the words of a query marked in it.
   * @param {Loaded} from @param {string} text @param {Set<string>} forms */
  function marked({ words }, text, forms) {
    const pieces = [];
    let end = 0;
    for (const word of words.words(text)) {
      if (!forms.has(word.light)) continue;
      pieces.push(text.slice(end, word.start), make("mark", {}, text.slice(word.start, word.end)));
      end = word.end;
    }
    return [...pieces, text.slice(end)];
  }

  /** Put items into an element, some at once, the rest behind a button.
   * @param {Element} into @param {number} step @param {(() => Promise<Node>)[]} items */
  async function list(into, step, items) {
    into.append(...(await Promise.all(items.slice(0, step).map((item) => item()))));
    if (items.length <= step) return;
    const more = make("button", { type: "button", class: "more" }, `المزيد: ${items.length - step} `, english("more"));
    more.addEventListener("click", async () => {
      const last = into.lastElementChild?.previousElementSibling;
      await list(into, step, items.slice(step));
      more.remove();
      /** @type {HTMLElement | null | undefined} */ (last?.nextElementSibling?.querySelector("[data-hit]") ?? last?.nextElementSibling)?.focus();
    });
    into.append(more);
  }

  /** @param {Loaded} from @param {Result["groups"][number]} group @param {Set<string>} forms */
  async function article(from, group, forms) {
    const { id, sentences } = await from.index.article(group[0]?.article ?? 0);
    const title = sentences.filter(([one]) => one.startsWith(`${sentences[0]?.[0].split("s")[0]}s`));
    const address = new URL(`articles/${encodeURIComponent(id)}/`, ROOT).href;
    const section = make("section", {}, make("h2", {}, title.map((row) => row[1]).join(" ")));
    await list(section, SENTENCES, group.map(({ index }) => async () => {
      const [place, ar, en] = sentences[index] ?? ["", "", ""];
      return make(
        "a", { "data-hit": "", href: `${address}#${place}` },
        make("span", { lang: "ar", dir: "rtl" }, ...marked(from, ar, forms)),
        make("span", { lang: "en", dir: "ltr" }, ...(en ? marked(from, en, forms) : ["Not translated yet"])),
      );
    }));
    return section;
  }

  /** Offer what the keys would have written in the other language, if it is there.
   * @param {Loaded} from @param {string} query */
  async function suggest(from, query) {
    for (const other of swapped(query)) {
      if (!(await from.search(other)).all) continue;
      const button = make("button", { type: "button", dir: "auto" }, other);
      button.addEventListener("click", () => {
        input.value = other;
        input.focus();
        ask();
      });
      return [make("span", {}, "هل تقصد ", english("Did you mean"), " "), button];
    }
    return [];
  }

  /** @param {Loaded} from @param {number} mine */
  async function answer(from, mine) {
    const query = input.value;
    const only = Object.fromEntries([...filters.querySelectorAll("select")].map((one) => [one.name, one.value]));
    const result = await from.search(query, only);
    const fresh = make("div");
    await list(fresh, ARTICLES, result.groups.map((group) => () => article(from, group, result.forms)));
    const others = result.all ? [] : await suggest(from, query);
    if (mine !== turn) return;
    results.replaceChildren(...fresh.childNodes);
    offer.replaceChildren(...others);
    if (!query.trim()) say("اكتب كلمة بالعربية أو الإنجليزية، أو عبارة بين علامتي تنصيص.", "Type a word in either language, or a phrase in quotes.");
    else if (!result.count) say("لا نتائج", "Nothing found");
    else if (result.all) say(`الجمل: ${result.count}`, `Sentences: ${result.count}`);
    else say("لا جملة فيها كل الكلمات؛ في هذه بعضها.", "No sentence has all the words; these have some.");
    dialog.dataset.state = query.trim() ? "done" : "idle";
  }

  async function ask() {
    const mine = (turn += 1);
    dialog.dataset.state = "loading";
    try {
      loaded ??= load();
      const from = await loaded;
      if (!filters.dataset.made) choices(from);
      await answer(from, mine);
    } catch (error) {
      loaded = undefined;
      if (mine !== turn) return;
      results.replaceChildren();
      say("تعذّر البحث. تحقق من الاتصال.", "Search could not be loaded. Check the connection.");
      dialog.dataset.state = "error";
      console.warn(error);
    }
  }

  /** The filters there is something to choose by. @param {Loaded} from */
  function choices({ index }) {
    filters.dataset.made = "";
    /** @param {string} name @param {string} label @param {[string, string][]} options */
    function add(name, label, options) {
      const select = make("select", { name, "aria-label": label }, make("option", { value: "" }, label));
      select.append(...options.map(([value, text]) => make("option", { value }, text)));
      select.addEventListener("change", ask);
      filters.append(select);
    }
    if (index.tags.length) add("tag", "كل الوسوم · All tags", index.tags.map((tag) => [tag, tag]));
    if (index.states.length > 1) add("state", "كل الترجمات · All translations", index.states.map((one) => [one, STATES[one] ?? one]));
  }

  input.addEventListener("input", () => {
    dialog.dataset.state = "loading";
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  dialog.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-hit]")) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const enter = event.key === "Enter" && event.target === input;
    if ((!step && !enter) || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    /** @type {HTMLElement[]} */
    const stops = [input, ...dialog.querySelectorAll("[data-hit], .more")];
    const here = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (enter) stops[1]?.click();
    else stops[Math.min(Math.max(here + (step ?? 0), 0), stops.length - 1)]?.focus();
  });
  return { dialog, input, ask };
}

/**
 * Open the dialog; its closing gives the focus back.
 * @param {Element | null} [_] the button that was pressed
 * @param {string | null} [query] to be filled in and asked
 */
export function open(_, query) {
  box ??= start();
  if (!box.dialog.open) box.dialog.showModal();
  if (query) box.input.value = query;
  box.input.focus();
  box.input.select();
  box.ask();
}
