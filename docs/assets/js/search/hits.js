/** What a query has found, as the dialog shows it: a section an article, a link a sentence. */

import { address, articlePath } from "../lib/address.js";
import { find, text } from "../lib/elements.js";
import { nameOf } from "../lib/interface.js";

const [ARTICLES, SENTENCES] = [8, 24]; // shown at first: articles, and sentences of them all, three of each at least

/** @typedef {import("./types.js").Hit} Hit */

/**
 * The sections of the first articles, and a button for more.
 * @param {import("./types.js").Result} result
 * @param {import("./types.js").Engine} engine which gave the result
 * @param {import("./types.js").View["copy"]} copy
 * @param {(error: unknown) => void} fail is called when more cannot be fetched
 */
export function sections({ groups, forms }, { index, words }, copy, fail) {
  const most = Math.max(3, Math.trunc(SENTENCES / groups.length));
  const marked = (/** @type {string} */ string) => highlighted(string, words(string), forms);

  /** What is said of an article or a sentence, if something of it was found. @param {string} string */
  function said(string) {
    const line = document.createElement("p");
    line.dir = "auto";
    line.append(...marked(string));
    return line.firstElementChild ? [line] : [];
  }

  /** What is said in the place of English that there is not, in the language of the interface. */
  function none(state = "") {
    const made = copy(state === "unreadable" ? ".unreadable" : ".missing");
    const { lang } = document.documentElement;
    made.textContent = nameOf(made);
    if (lang !== "en") made.lang = lang; // it stands where the English would
    return made;
  }

  /** @param {Hit[]} hits of one article */
  async function section(hits) {
    const { id, page, about = [], sentences } = await index.article(hits[0]?.article ?? 0);
    const made = copy("section");
    const [, arabic = "", english = ""] = sentences[0] ?? [];
    const titles = [arabic && text("ar", arabic), english && text("en", english)];
    find(made, "h3 > span").append(...titles.filter(Boolean));
    made.append(...said(about.join(" · ")));
    /** @param {Pick<Hit, "index">} hit */
    const link = ({ index }) => {
      const [sentence, arabic, english, state, note = ""] = sentences[index] ?? ["", "", "", ""];
      const made = copy("a");
      const place = page ? address(sentence ? `${id}#${sentence}` : id) : new URL(articlePath(id, sentence), location.href);
      made.setAttribute("href", place.href);
      for (const [language, string] of Object.entries({ ar: arabic, en: english })) {
        const span = find(made, `[lang=${language}]`);
        span.append(...(string || page ? marked(string) : [none(state)]));
        if (!string && page) span.remove();
      }
      const found = [...made.querySelectorAll("mark")].map(({ textContent }) => textContent);
      made.append(...said(note));
      made.dataset.found = JSON.stringify(found);
      return made;
    };
    // A title that was found is the heading, and stands nowhere else.
    const others = hits.filter(({ index }) => index);
    if (others.length < hits.length) find(made, "h3").replaceChildren(link({ index: 0 }));
    made.append(...(await firstOf(most, others, link, copy, fail)));
    return made;
  }
  return firstOf(ARTICLES, groups, section, copy, fail);
}

/**
 * A text in which those of its words that were found are highlighted.
 * @param {string} string
 * @param {import("./types.js").Word[]} words its words
 * @param {Set<string>} forms the light forms that were found
 */
function highlighted(string, words, forms) {
  const nodes = [];
  let end = 0;
  for (const word of words.filter(({ light }) => forms.has(light))) {
    const highlight = document.createElement("mark");
    highlight.append(string.slice(word.start, word.end));
    nodes.push(string.slice(end, word.start), highlight);
    end = word.end;
  }
  return [...nodes, string.slice(end)];
}

/**
 * The elements of the first items. If there are more items, the last element is a button, which
 * their elements replace when it is pressed, again so many at most.
 * @template T
 * @param {number} most
 * @param {T[]} items
 * @param {(item: T) => HTMLElement | Promise<HTMLElement>} make
 * @param {import("./types.js").View["copy"]} copy
 * @param {(error: unknown) => void} fail
 * @returns {Promise<HTMLElement[]>}
 */
async function firstOf(most, items, make, copy, fail) {
  const made = await Promise.all(items.slice(0, most).map(make));
  if (items.length <= most) return made;
  const more = copy(".more");
  more.addEventListener("click", async () => {
    try {
      const next = await firstOf(most, items.slice(most), make, copy, fail);
      if (!more.isConnected) return; // pressed twice, or asked for by a former query
      more.replaceWith(...next);
      (next[0]?.querySelector("a") ?? next[0])?.focus();
    } catch (error) {
      fail(error);
    }
  });
  return [...made, more];
}
