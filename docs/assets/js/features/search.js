/** The search dialog, of assets/parts/search.html. Nothing of search is loaded before it. */

import { address, askFor } from "../lib/address.js";
import { show } from "../lib/dialog.js";
import { find, text } from "../lib/elements.js";
import { found } from "../lib/found.js";
import { opensElsewhere } from "../lib/links.js";
import { run } from "../lib/run.js";
import { engine } from "../search/engine.js";
import { sections } from "../search/hits.js";
import { swapped } from "../search/keyboard.js";
import { store } from "../search/store.js";
import { isWhole } from "../search/typos.js";
import { moveFocus, showFilters, viewOf } from "../search/view.js";

/** @typedef {import("../search/types.js").View} View */
/** @typedef {import("../search/types.js").Engine} Engine */

const PAUSE = 30; // milliseconds without a key before a query is asked
const AT_ONCE = 2; // articles whose hits are shown in one frame
const REST = 400; // and before nothing takes the place of hits

/** @type {Promise<Engine> | undefined} kept when the dialog is closed; after a fault made anew */
let loaded;
/** The last query that was asked; the dialog opens with it again. */
let last = "";

/**
 * Open the dialog; its closing gives the focus back.
 * @param {unknown} _ what was pressed
 * @param {() => string} take gives what has been typed for it
 */
export async function open(_, take) {
  const dialog = await show("search");
  const view = viewOf(dialog);
  const { box, form, input } = view;
  const { ask, askSoon } = asking(view);
  box.addEventListener("input", askSoon);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (box.dataset.state === "loading") await ask(); // what is shown answers a former query
    if (box.dataset.state === "done") box.querySelector("[data-hit]")?.click();
  });
  box.addEventListener("click", (event) => {
    const { target } = /** @type {{ target: any }} */ (event);
    const hit = target.closest("[data-hit]");
    if (!hit || opensElsewhere(event)) return;
    leaving = true; // the way back leads here
    askFor("q", input.value);
    found.keep(hit.href, JSON.parse(hit.dataset.found));
    dialog.close();
  });
  let leaving = false;
  dialog.addEventListener("close", () => leaving || askFor("q"));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target === input) {
      event.preventDefault(); // or it would only empty the field
      dialog.close();
    }
    moveFocus(view, event);
  });
  input.value = take() || last;
  input.focus();
  input.setSelectionRange(input.value === last ? 0 : -1, -1); // typing replaces a former query
  await ask();
}

/** Come back to a query that was left for one of its hits. */
function comeBack() {
  const query = new URLSearchParams(location.search).get("q");
  if (query && !document.querySelector("dialog")) open(null, () => query);
}
addEventListener("popstate", comeBack);
addEventListener("pageshow", ({ persisted }) => persisted && comeBack());
// A hit of the page one is on.
addEventListener("hashchange", () => run("found", "start"));

/**
 * Two ways to ask what the form holds: `ask` at once, `askSoon` when no key has been pressed for a
 * while. An answer is shown unless something has been typed or asked since; that there is none, in
 * place of hits, only when typing rests: with its next letter a word may lead somewhere again.
 * @param {View} view
 */
function asking(view) {
  const { box, input, results } = view;
  let turn = 0;
  let timer = 0;

  /** @param {boolean} [typing] whether a word may be half typed */
  async function ask(typing) {
    const mine = (turn += 1);
    clearTimeout(timer);
    box.dataset.state = "loading";
    try {
      if (!loaded) view.say("loading");
      loaded ??= engineOf();
      const { count, showAnswer } = await answer(view, await loaded, ask);
      if (typing && !count && input.value && results.firstChild) await new Promise((done) => setTimeout(done, REST));
      if (mine === turn) await showAnswer(() => mine === turn);
    } catch (error) {
      if (mine === turn) fail(view, error);
    }
  }

  function askSoon() {
    turn += 1; // what is being fetched is no answer any more
    box.dataset.state = "loading";
    clearTimeout(timer);
    timer = setTimeout(() => ask(true), PAUSE);
  }

  return { ask, askSoon };
}

const engineOf = async () => engine(await store(address()));

/**
 * Find what the form holds.
 * @param {View} view
 * @param {Engine} engine
 * @param {() => unknown} ask asks what the form holds by then
 * @returns how many sentences were found, and what shows them
 */
async function answer(view, engine, ask) {
  const { box, input, tag, state, results, say, copy } = view;
  const { value } = input;
  last = value;
  input.dir = value ? "auto" : "rtl";
  const result = await engine.search(value, { tag: tag.value, state: state.value });
  const hits = await sections(result, engine, copy, (error) => fail(view, error));
  const offer = result.meant ? [offered(view, ask, result.meant)] : [];
  if (!result.all && !result.meant) offer.push(...(await otherReadings(view, engine, ask, value)));
  const showAnswer = async (/** @type {() => boolean} */ isWanted) => {
    showFilters(view, engine.index);
    results.replaceChildren(...hits.splice(0, AT_ONCE));
    const what = !result.count ? "none" : result.meant ? "meant" : result.all ? "all" : "some";
    const asked = value.trim() || tag.value || state.value;
    say(asked ? what : "idle", result.count, ...offer); // so the offer is announced too
    while (hits.length) {
      await new Promise(requestAnimationFrame);
      if (!isWanted()) return;
      results.append(...hits.splice(0, AT_ONCE));
    }
    box.dataset.state = asked ? "done" : "idle";
  };
  return { count: result.count, showAnswer };
}

/**
 * Offers, none or one, to ask what the same keys write on the keyboard of the other language, if
 * that finds sentences with all its words; none where all that is written are words.
 * @param {View} view
 * @param {Engine} engine
 * @param {() => unknown} ask
 * @param {string} value
 */
async function otherReadings(view, { search, words, index }, ask, value) {
  const lights = words(value).map(({ light }) => index.normaliser.fold(light));
  const known = await Promise.all(lights.map((light) => isWhole(index, [light])));
  if (known.every(Boolean)) return [];
  for (const other of swapped(value)) {
    const { all, meant } = await search(other);
    if (all && !meant) return [offered(view, ask, other)];
  }
  return [];
}

/** An offer to ask something else. @param {View} view @param {() => unknown} ask @param {string} other */
function offered({ input, copy }, ask, other) {
  const offer = copy(".offer");
  const button = find(offer, "button");
  button.append(text(/[a-z]/i.test(other) ? "en" : "ar", other));
  button.addEventListener("click", () => {
    input.value = other;
    input.focus();
    ask();
  });
  return offer;
}

/** Say that the search has failed; the next query begins by loading it. @param {View} view @param {unknown} error */
function fail(view, error) {
  loaded = undefined;
  console.warn(error);
  view.results.replaceChildren();
  view.say("error");
  view.box.dataset.state = "error";
}
