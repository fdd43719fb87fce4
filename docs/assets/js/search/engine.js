/**
 * Finding sentences. A word is found as it is written, spelled otherwise, with other clitics and
 * endings, and in other forms of its lemma; each weighs less than the one before.
 */

import { numbers } from "./store.js";

const [EXACT, SPELLED, STEM, LEMMA] = [1, 0.9, 0.7, 0.4];
const TITLE = 1.5;
const BESIDE = 0.5; // more, for words side by side as in the query
const ENOUGH = 0.3; // of the query's worth, where no sentence has all its words
const ARTICLE = /^[وف]?(?:[بك]?ال|لل)/;
const COMPLETIONS = 12; // families that a beginning leads to

/** @typedef {import("./types.js").Match} Match */
/** @typedef {import("./types.js").Hit} Hit */

/** Whether terms follow each other in a text. @param {(Match | undefined)[]} matches */
const follow = ([first, ...rest]) =>
  first?.places.some((place) => rest.every((match, i) => match?.places.includes(place + i + 1)));

/** @param {number[]} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);

/** @param {Hit} a @param {Hit} b */
const better = (a, b) => b.score - a.score || a.article - b.article || a.index - b.index;

/**
 * @param {import("./types.js").Store} store @param {import("./types.js").Normaliser} normaliser
 * @returns {import("./types.js").Search}
 */
export function engine(store, { words, fold, candidates }) {
  /** The families of a word, and the form of it that led there; then those of what it begins.
   * @param {string} light @param {boolean} open whether it may go on
   * @returns {Promise<{ by: string, families: number[], begun: number[] }>} */
  async function families(light, open) {
    const [folded, bare] = [fold(light), fold(light.replace(ARTICLE, ""))];
    const entry = bare ? await store.entry(candidates(light)) : undefined;
    const found = { by: folded, families: [], begun: [], ...entry };
    const there = found.families.length > 0;
    const whole = there && (found.by === folded || found.by === bare);
    // Of a word of three letters, or an English one, the index may know that it is not there.
    const absent = entry && !there && (bare.length < 4 || bare < "~");
    if (!open || whole || absent || bare.length < 3) return found;
    // What only an ending would complete is another word; so are three letters and one.
    const longer = (await store.completions(bare)).filter(
      ([word]) => word.length > Math.max(4, bare.length) && !candidates(word).includes(bare),
    );
    return { ...found, begun: longer.flatMap(([, to]) => to).slice(0, COMPLETIONS) };
  }

  /** Where a word is, by text; the forms it has there are added to the set.
   * @param {string} light @param {boolean} open @param {Set<string>} forms */
  async function find(light, open, forms) {
    const folded = fold(light);
    const bare = fold(light.replace(ARTICLE, ""));
    const { by, families: wanted, begun } = await families(light, open);
    /** @type {Map<number, Match>} */
    const matches = new Map();
    const found = await store.families([...wanted, ...begun]);
    found.forEach((family, i) => {
      for (const [stem, members] of Object.entries(family)) {
        const same = stem === by || Object.keys(members).some((word) => fold(word) === folded);
        for (const [word, postings] of Object.entries(members)) {
          if (i >= wanted.length && !stem.startsWith(bare)) continue;
          const spelled = fold(word) === folded ? SPELLED : same ? STEM : LEMMA;
          forms.add(word);
          add(matches, numbers(postings), word === light ? EXACT : spelled);
        }
      }
    });
    return matches;
  }

  /** @param {Map<number, Match>} matches @param {number[]} postings @param {number} weight */
  function add(matches, postings, weight) {
    let text = 0;
    for (let i = 0; i < postings.length; i += 2) {
      text += Number(postings[i]);
      const match = matches.get(text) ?? { weight, places: [] };
      match.weight = Math.max(match.weight, weight);
      if (weight >= STEM) match.places.push(Number(postings[i + 1]));
      matches.set(text, match);
    }
  }

  return async (query, { tag, state } = {}) => {
    const forms = new Set();
    /** @type {Promise<Map<number, Match>>[]} */
    const terms = [];
    /** @type {[from: number, to: number][]} */
    const phrases = [];
    query.split(/["“”„«»]/).forEach((part, i, parts) => {
      const start = terms.length;
      for (const { light, end } of words(part)) {
        terms.push(find(light, i === parts.length - 1 && end === part.length, forms));
      }
      if (i % 2 && terms.length > start) phrases.push([start, terms.length]);
    });
    const found = await Promise.all(terms);
    const articles = await store.filter("tags", tag);
    const sentences = await store.filter("states", state);
    const worth = found.map(({ size }) => Math.log(1 + store.places.length / Math.max(1, size)));

    // By sentence: a text is one in one language.
    /** @type {Map<number, { weights: number[], beside: number, phrases: Set<number> }>} */
    const scores = new Map();
    for (const text of new Set(found.flatMap((matches) => [...matches.keys()]))) {
      const here = found.map((matches) => matches.get(text));
      const score = scores.get(text >> 1) ?? { weights: [], beside: 0, phrases: new Set() };
      score.weights = here.map((match, i) => Math.max(score.weights[i] ?? 0, match?.weight ?? 0));
      const beside = worth.filter((_, i) => i && follow(here.slice(i - 1, i + 1)));
      score.beside = Math.max(score.beside, BESIDE * sum(beside));
      phrases.forEach(([from, to], i) => follow(here.slice(from, to)) && score.phrases.add(i));
      scores.set(text >> 1, score);
    }

    let hits = [...scores].flatMap(([sentence, { weights, beside, phrases: had }]) => {
      const place = store.places[sentence];
      const shown = place && articles?.has(place.article) !== false && sentences?.has(sentence) !== false;
      if (!shown || had.size < phrases.length) return [];
      const present = sum(worth.filter((_, i) => weights[i]));
      if (present < ENOUGH * sum(worth)) return [];
      const score = beside + sum(worth.map((value, i) => value * (weights[i] ?? 0)));
      return [{ ...place, whole: weights.every(Boolean), score: place.title ? TITLE * score : score }];
    });
    const all = hits.some((hit) => hit.whole);
    hits = hits.filter((hit) => hit.whole === all).sort(better);
    /** @type {Map<number, [Hit, ...Hit[]]>} */
    const groups = new Map();
    for (const hit of hits) {
      const others = groups.get(hit.article);
      if (others) others.push(hit);
      else groups.set(hit.article, [hit]);
    }
    return { groups: [...groups.values()], count: hits.length, all, forms };
  };
}
