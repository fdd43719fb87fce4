/** Finding sentences: those that have the words of a query, the best first. */

import { breather } from "./breather.js";
import { finder, LEMMA } from "./terms.js";

const TITLE = 1.1; // times as much; no more than a word's own spelling is worth
const BESIDE = 0.5; // more, for words side by side as in the query
const ENOUGH = 0.3; // of the query's worth, where no sentence has all its words
const OTHERWISE = 0.9; // times as much, for line-up written lineup
const VOWELLED = 30; // hits, of the best, that are weighed by their vowels
const MARK = /\p{M}/u;
const HYPHEN = /^[-\u2010\u2011]$/;

/** @typedef {import("./types.js").Match} Match */
/** What the texts of a sentence have of a query: of each word the weight, the worth of words that stand
 * side by side, and which of its phrases.
 * @typedef {{ weights: number[], beside: number, phrases: Set<number> }} Score */

/** Whether terms follow each other in a text. @param {(Match | undefined)[]} matches */
const follow = ([first, ...rest]) =>
  first?.places.some((place) => rest.every((match, i) => match?.places.includes(place + i + 1)));

/** Whether a hit comes first, as `sort` asks it. @param {import("./types.js").Hit} a @param {import("./types.js").Hit} b */
const best = (a, b) => b.score - a.score || a.article - b.article || a.index - b.index;

/** @param {number[]} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);

/**
 * The words of a query, those between quotation marks, the words that hyphens make of several, and those
 * that a minus leaves out.
 * @param {string} query @param {import("./types.js").Normaliser["words"]} words
 */
function parsed(query, words) {
  /** @type {{ start: number, end: number, light: string, open: boolean }[]} */
  const terms = [];
  /** @type {{ from: number, to: number, light: string, open: boolean }[]} */
  const joined = [];
  /** @type {[from: number, to: number][]} */
  const phrases = [];
  /** @type {string[]} */
  const without = [];
  let before = 0;
  query.split(/["“”„«»]/).forEach((part, i, { length }) => {
    const from = terms.length;
    for (const { start, end, light } of words(part)) {
      if (/(?:^|\s)[-\u2212]$/.test(part.slice(0, start))) {
        without.push(light);
        continue;
      }
      const open = i === length - 1 && end === part.length;
      const last = terms.at(-1);
      if (last && terms.length > from && HYPHEN.test(query.slice(last.end, before + start))) {
        const former = joined.at(-1);
        const goesOn = former?.to === terms.length;
        const [first, text] = former && goesOn ? [former.from, former.light] : [terms.length - 1, last.light];
        joined.push({ from: first, to: terms.length + 1, light: text + light, open });
      }
      terms.push({ start: before + start, end: before + end, light, open });
    }
    if (i % 2) phrases.push([from, terms.length]);
    before += part.length + 1;
  });
  return { terms, joined, phrases, without };
}

/**
 * Whether a word is vowelled as another of the same letters: 1 as far as both are, -1 otherwise, 0
 * where one of them is not at all.
 * @param {string} one @param {string} other
 */
function agreement(one, other) {
  const [marks, others] = [one, other].map((run) =>
    run.replaceAll("\u0640", "").split(/(?!\p{M})/u).map((letter) => [...letter.slice(1)].sort().join("")),
  );
  const both = (marks ?? []).flatMap((mark, i) => (mark && others?.[i] ? [mark === others[i]] : []));
  return both.length ? (both.every(Boolean) ? 1 : -1) : 0;
}

/**
 * What each word of a query finds, with the correction of one that was mistyped.
 * @param {import("./types.js").Finder} find @param {ReturnType<typeof parsed>} query
 * @param {Set<string>} forms to which the words that are found are added
 */
async function found(find, { terms, joined, phrases }, forms) {
  const all = await Promise.all(terms.map(({ light, open }) => find(light, open, forms)));
  const matched = all.map(({ matches }) => matches);
  const texts = [...(matched[0]?.keys() ?? [])];
  const together = texts.some((text) => matched.every((one) => one.has(text) || one.has(text ^ 1)));
  const asOne = [...joined];
  if (terms.length > 1 && !phrases.length && (!together || all.some(({ meant }) => meant))) {
    // One name may be written as several words: شات جي بي تي.
    asOne.push({ from: 0, to: terms.length, light: terms.map(({ light }) => light).join(""), open: false });
  }
  for (const { from, to, light, open } of asOne) {
    const { matches, meant } = await find(light, open, forms);
    if (matches.size && !meant) all.slice(from, to).forEach((one) => (one.meant = undefined));
    // The words as one are their other spelling. Where those were mended, it was by what the words were.
    for (const one of meant ? [] : matched.slice(from, to)) {
      for (const [text, { weight }] of matches) {
        if (!one.has(text)) one.set(text, { weight: OTHERWISE * weight, places: [] });
      }
    }
  }
  return all;
}

/** The sentences that have one of these words. @param {import("./types.js").Finder} find @param {string[]} without */
async function having(find, without) {
  /** @type {Set<number>} */
  const sentences = new Set();
  for (const light of without) {
    const { matches } = await find(light, false, new Set());
    for (const [text, { weight }] of matches) if (weight >= LEMMA) sentences.add(text >> 1);
  }
  return sentences;
}

/** @returns {Score} of a sentence before any of its texts is looked at */
const none = () => ({ weights: [], beside: 0, phrases: new Set() });

/**
 * By sentence, what its texts have of a query.
 * @param {Map<number, Match>[]} matched a word's matches, by text @param {number[]} worth of each word
 * @param {[from: number, to: number][]} phrases
 */
async function scored(matched, worth, phrases) {
  /** @type {Map<number, Score>} */
  const scores = new Map();
  const breath = breather();
  for (const text of new Set(matched.flatMap((matches) => [...matches.keys()]))) {
    const here = matched.map((matches) => matches.get(text));
    let score = scores.get(text >> 1);
    if (!score) scores.set(text >> 1, (score = none()));
    const { weights } = score;
    here.forEach((match, i) => (weights[i] = Math.max(weights[i] ?? 0, match?.weight ?? 0)));
    const beside = worth.filter((_, i) => i && follow(here.slice(i - 1, i + 1)));
    score.beside = Math.max(score.beside, BESIDE * sum(beside));
    for (const [i, [from, to]] of phrases.entries()) {
      if (from === to || follow(here.slice(from, to))) score.phrases.add(i);
    }
    if (text % 64 < 2) await breath();
  }
  return scores;
}

/** Of equal hits, let those come first that are vowelled as the query, and those last that are
 * vowelled otherwise. @param {import("./types.js").Store} index
 * @param {import("./types.js").Hit[]} hits @param {string} query */
async function weighVowels(index, hits, query) {
  const { words } = index.normaliser;
  const asked = words(query).map(({ start, end, light }) => ({ light, run: query.slice(start, end) }));
  for (const hit of hits.slice(0, VOWELLED)) {
    const { sentences } = await index.article(hit.article);
    const [, text = ""] = sentences[hit.index] ?? [];
    for (const { light, run } of asked) {
      const there = words(text).filter((word) => word.light === light);
      const agree = there.map(({ start, end }) => agreement(run, text.slice(start, end)));
      if (agree.length) hit.score *= 1 + 0.03 * Math.max(...agree);
    }
  }
  hits.sort(best);
}

/** @type {(store: import("./types.js").Store) => import("./types.js").Engine} */
export function engine(index) {
  const { words } = index.normaliser;
  const find = finder(index);

  /** @type {import("./types.js").Engine["search"]} */
  async function search(query, { tag, state } = {}) {
    const forms = new Set();
    const asked = parsed(query, words);
    const { terms, phrases } = asked;
    const all = await found(find, asked, forms);
    const matched = all.map(({ matches }) => matches);
    const left = await having(find, asked.without);
    const articles = await index.filter("tags", tag);
    const sentences = await index.filter("states", state);
    const worth = matched.map(({ size }) => Math.log(1 + index.places.length / Math.max(1, size)));
    const scores = await scored(matched, worth, phrases);
    // A filter alone lists what it leaves.
    if (!terms.length && (articles || sentences)) {
      index.places.forEach((_, i) => scores.set(i, none()));
    }
    /** @type {(import("./types.js").Hit & { whole: boolean })[]} */
    let hits = [];
    const breath = breather();
    for (const [sentence, { weights, beside, phrases: had }] of scores) {
      if (sentence % 32 === 0) await breath();
      const place = index.places[sentence];
      const kept = articles?.has(place?.article ?? -1) !== false && sentences?.has(sentence) !== false;
      const shown = place && kept && !left.has(sentence);
      if (!shown || had.size < phrases.length) continue;
      if (sum(worth.filter((_, i) => weights[i])) < ENOUGH * sum(worth)) continue;
      const score = beside + sum(worth.map((value, i) => value * Number(weights[i])));
      hits.push({ ...place, whole: weights.every(Boolean), score: place.title ? TITLE * score : score });
    }
    const whole = hits.some((hit) => hit.whole);
    hits = hits.filter((hit) => hit.whole === whole);
    await breath();
    hits.sort(best);
    await breath();
    if (MARK.test(query)) await weighVowels(index, hits, query);
    /** @type {Map<number, import("./types.js").Hit[]>} the best first */
    const groups = new Map(hits.map(({ article }) => [article, []]));
    for (const hit of hits) groups.get(hit.article)?.push(hit);
    const mended = terms.reduceRight((text, { start, end }, i) => {
      const meant = all[i]?.meant;
      return meant ? text.slice(0, start) + meant + text.slice(end) : text;
    }, query);
    return { groups: [...groups.values()], count: hits.length, all: whole, forms, meant: mended === query ? "" : mended };
  }

  return { search, words, index };
}
