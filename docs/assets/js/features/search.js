/** The search dialog, of assets/parts/search.html. Nothing of search is loaded before it. */

import { address } from "../lib/address.js";
import { show } from "../lib/dialog.js";
import { find, text } from "../lib/elements.js";
import { opensElsewhere } from "../lib/links.js";
import { engine } from "../search/engine.js";
import { sections } from "../search/hits.js";
import { swapped } from "../search/keyboard.js";
import { store } from "../search/store.js";
import { moveFocus, showFilters, viewOf } from "../search/view.js";

/** @typedef {import("../search/types.js").View} View */
/** @typedef {import("../search/types.js").Engine} Engine */

const PAUSE = 30; // milliseconds without a key before a query is asked

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
    if (target.closest("a") && !opensElsewhere(event)) dialog.close();
  });
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

/**
 * Two ways to ask what the form holds: `ask` at once, `askSoon` when no key has been pressed for a
 * while. An answer is shown unless something has been typed or asked since.
 * @param {View} view
 */
function asking(view) {
  const { box } = view;
  let turn = 0;
  let timer = 0;

  async function ask() {
    const mine = (turn += 1);
    clearTimeout(timer);
    box.dataset.state = "loading";
    try {
      if (!loaded) view.say("loading");
      loaded ??= engineOf();
      const showAnswer = await answer(view, await loaded, ask);
      if (mine === turn) showAnswer();
    } catch (error) {
      if (mine === turn) fail(view, error);
    }
  }

  function askSoon() {
    turn += 1; // what is being fetched is no answer any more
    box.dataset.state = "loading";
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  }

  return { ask, askSoon };
}

const engineOf = async () => engine(await store(address()));

/**
 * Find what the form holds.
 * @param {View} view
 * @param {Engine} engine
 * @param {() => unknown} ask asks what the form holds by then
 * @returns {Promise<() => void>} shows what was found
 */
async function answer(view, engine, ask) {
  const { box, input, tag, state, results, say, copy } = view;
  const { value } = input;
  last = value;
  input.dir = value ? "auto" : "rtl";
  const found = await engine.search(value, { tag: tag.value, state: state.value });
  const hits = await sections(found, engine, copy, (error) => fail(view, error));
  const offer = found.all ? [] : await otherReadings(view, engine, ask, value);
  return () => {
    showFilters(view, engine.index);
    results.replaceChildren(...hits);
    const what = !found.count ? "none" : found.all ? "all" : "some";
    say(value.trim() ? what : "idle", found.count, ...offer); // so the offer is announced too
    box.dataset.state = value.trim() ? "done" : "idle";
  };
}

/**
 * Offers, none or one, to ask what the same keys write on the keyboard of the other language, if
 * that finds sentences with all its words.
 * @param {View} view
 * @param {Engine} engine
 * @param {() => unknown} ask
 * @param {string} value
 */
async function otherReadings({ input, copy }, { search }, ask, value) {
  for (const other of swapped(value)) {
    if (!(await search(other)).all) continue;
    const offer = copy(".offer");
    const button = find(offer, "button");
    button.append(text(/[a-z]/.test(other) ? "en" : "ar", other));
    button.addEventListener("click", () => {
      input.value = other;
      input.focus();
      ask();
    });
    return [offer];
  }
  return [];
}

/** Say that the search has failed; the next query begins by loading it. @param {View} view @param {unknown} error */
function fail(view, error) {
  loaded = undefined;
  console.warn(error);
  view.results.replaceChildren();
  view.say("error");
  view.box.dataset.state = "error";
}
