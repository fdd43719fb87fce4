/**
 * Finding sentences. A word is found as it is written, then spelled otherwise, then with other
 * clitics and endings, then in other forms of its lemma; each weighs less than the one before.
 *
 * @typedef {{ light: string, open: boolean }} Term open: it may go on, being typed still
 * @typedef {{ weight: number, places: number[] }} Match of one term in one text
 * @typedef {{ article: number, index: number, score: number }} Hit
 * @typedef {ReturnType<typeof import("./normalise.js").normaliser>} Normaliser
 */

import { numbers } from "./store.js";

const EXACT = 1;
const SPELLED = 0.9;
const STEM = 0.7;
const LEMMA = 0.4;
const TITLE = 1.5;
const BESIDE = 0.5;
const ENOUGH = 0.3; // of the query's worth, where no sentence has all its words

/** The terms of a query, and which of them, from and to, stand in quotes.
 * @param {string} query @param {Normaliser} normaliser */
function parse(query, normaliser) {
  /** @type {Term[]} */
  const terms = [];
  /** @type {[number, number][]} */
  const phrases = [];
  query.split(/["“”„«»]/).forEach((part, i, parts) => {
    const words = normaliser.words(part);
    if (i % 2 && words.length) phrases.push([terms.length, terms.length + words.length]);
    for (const { light, end } of words) {
      terms.push({ light, open: i === parts.length - 1 && end === part.length });
    }
  });
  return { terms, phrases };
}

/** Whether terms follow each other in a text. @param {(Match | undefined)[]} matches */
const follow = ([first, ...rest]) =>
  first?.places.some((place) => rest.every((match, i) => match?.places.includes(place + i + 1)));

/** @param {number[]} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);

/** @param {import("./store.js").Store} store @param {Normaliser} normaliser */
export function engine(store, normaliser) {
  /** The families of a term, and the form of it that led there, "" for its beginning.
   * @param {Term} term @returns {Promise<{ by?: string | undefined, families: number[] }>} */
  async function families({ light, open }) {
    const found = await store.entry(normaliser.candidates(light));
    const folded = normaliser.fold(light);
    if (found || !open || folded.length < 3 || normaliser.isClitic(folded)) return found ?? { families: [] };
    // What only an ending would complete is another word; so are three letters and one.
    const longer = (await store.completions(folded)).filter(
      ([word]) => word.length > Math.max(4, folded.length) && !normaliser.candidates(word).includes(folded),
    );
    return { by: "", families: [...new Set(longer.flatMap(([, numbers]) => numbers))].slice(0, 12) };
  }

  /** Where a term is, by text; the forms it has there are added to the set.
   * @param {Term} term @param {Set<string>} forms */
  async function find(term, forms) {
    const { by, families: wanted } = await families(term);
    const { fold } = normaliser;
    const folded = fold(term.light);
    /** @type {Map<number, Match>} */
    const matches = new Map();
    for (const family of await store.families(wanted)) {
      for (const [stem, words] of Object.entries(family)) {
        const same = stem === by || Object.keys(words).some((word) => fold(word) === folded);
        for (const [word, postings] of Object.entries(words)) {
          if (by === "" && ![stem, fold(word)].some((one) => one.startsWith(folded))) continue;
          let weight = fold(word) === folded ? SPELLED : same ? STEM : LEMMA;
          if (word === term.light) weight = EXACT;
          forms.add(word);
          add(matches, numbers(postings), weight);
        }
      }
    }
    return matches;
  }

  /** @param {Map<number, Match>} matches @param {number[]} postings @param {number} weight */
  function add(matches, postings, weight) {
    let text = 0;
    for (let i = 0; i < postings.length; i += 2) {
      text += postings[i] ?? 0;
      const match = matches.get(text) ?? { weight: 0, places: [] };
      match.weight = Math.max(match.weight, weight);
      if (weight >= STEM) match.places.push(postings[i + 1] ?? 0);
      matches.set(text, match);
    }
  }

  /**
   * The hits by article, the best first; how many; whether they have all the words; the forms
   * to be marked in them.
   * @param {string} query @param {{ tag?: string, state?: string }} [only]
   */
  return async function search(query, { tag, state } = {}) {
    const { terms, phrases } = parse(query, normaliser);
    /** @type {Set<string>} */
    const forms = new Set();
    const [articles, sentences, found] = await Promise.all([
      store.filter("tags", tag),
      store.filter("states", state),
      Promise.all(terms.map((term) => find(term, forms))),
    ]);
    const worth = found.map(({ size }) => Math.log(1 + store.places.length / Math.max(1, size)));

    /** @type {Map<number, { weights: number[], beside: number, phrases: number }>} by sentence */
    const scores = new Map();
    for (const text of new Set(found.flatMap((matches) => [...matches.keys()]))) {
      const here = found.map((matches) => matches.get(text));
      const score = scores.get(text >> 1) ?? { weights: [], beside: 0, phrases: 0 };
      score.weights = here.map((match, i) => Math.max(score.weights[i] ?? 0, match?.weight ?? 0));
      const beside = worth.filter((_, i) => i && follow(here.slice(i - 1, i + 1)));
      score.beside = Math.max(score.beside, BESIDE * sum(beside));
      phrases.forEach(([from, to], i) => follow(here.slice(from, to)) && (score.phrases |= 1 << i));
      scores.set(text >> 1, score);
    }

    /** @type {Hit[]} */
    const whole = [];
    /** @type {Hit[]} */
    const partial = [];
    for (const [sentence, { weights, beside, phrases: had }] of scores) {
      const place = store.places[sentence];
      if (!place || articles?.has(place.article) === false || sentences?.has(sentence) === false) continue;
      if (had < 2 ** phrases.length - 1) continue;
      const score = (sum(worth.map((value, i) => value * (weights[i] ?? 0))) + beside) * (place.title ? TITLE : 1);
      if (weights.every(Boolean)) whole.push({ ...place, score });
      else if (sum(worth.filter((_, i) => weights[i])) >= ENOUGH * sum(worth)) partial.push({ ...place, score });
    }
    const all = whole.length > 0;
    const hits = all ? whole : partial;
    return { groups: grouped(hits), count: hits.length, all, forms };
  };
}

/** Hits by article: the best one decides, then how many there are. @param {Hit[]} hits */
function grouped(hits) {
  /** @type {Map<number, Hit[]>} */
  const groups = new Map();
  for (const hit of hits.sort((a, b) => b.score - a.score || a.article - b.article || a.index - b.index)) {
    groups.set(hit.article, [...(groups.get(hit.article) ?? []), hit]);
  }
  const best = (/** @type {Hit[]} */ group) => group[0]?.score ?? 0;
  return [...groups.values()].sort((a, b) => best(b) - best(a) || b.length - a.length);
}

/** @typedef {Awaited<ReturnType<ReturnType<typeof engine>>>} Result */
