/**
 * Finding sentences. A word is found as it is written, then spelled otherwise, then with other
 * clitics and endings, then in other forms of its lemma; each weighs less than the one before.
 *
 * @typedef {{light: string, folded: string, prefix: boolean}} Term
 * @typedef {{weight: number, places: number[]}} Match of one term in one text
 * @typedef {{article: number, index: number, score: number}} Hit
 * @typedef {{groups: Hit[][], count: number, all: boolean, forms: Set<string>}} Result
 * groups: the hits by article, best first; all: whether they have every word; forms: to be marked
 */
import { numbers } from "./store.js";

const EXACT = 1;
const SPELLED = 0.9;
const STEM = 0.7;
const LEMMA = 0.4;
const TITLE = 1.5;
const NEIGHBOURS = 0.5;
/** Of a query's weight, as much must be in a sentence that lacks some of its words. */
const ENOUGH = 0.3;

/** @typedef {ReturnType<typeof import("./normalise.js").normaliser>} Normaliser */

/**
 * What is asked for: terms in order, and which of them, from and to, stand in quotes.
 * @param {string} query @param {Normaliser} normaliser
 */
export function parse(query, normaliser) {
  /** @type {Term[]} */
  const terms = [];
  /** @type {[number, number][]} */
  const phrases = [];
  query.split(/["“”„«»]/).forEach((part, i, parts) => {
    const found = normaliser.words(part);
    if (i % 2 && found.length) phrases.push([terms.length, terms.length + found.length]);
    for (const { light, end } of found) {
      const prefix = i === parts.length - 1 && end === part.length;
      terms.push({ light, folded: normaliser.fold(light), prefix });
    }
  });
  return { terms, phrases };
}

/**
 * @param {import("./store.js").Store} store
 * @param {Normaliser} normaliser
 */
export function engine(store, normaliser) {
  /** The families of a term, and the form of it that they were found by. @param {Term} term */
  async function families({ folded, prefix }) {
    const candidates = [folded, ...normaliser.candidates(folded)];
    const entries = await store.entries(candidates);
    const by = candidates.find((candidate) => entries.has(candidate));
    if (by !== undefined) return { by, numbers: entries.get(by) ?? [] };
    // A beginning of a word, but not of any: of three letters only what is not nearly whole.
    if (!prefix || folded.length < 3) return { by: folded, numbers: [] };
    return { by: "", numbers: await store.completions(folded, folded.length > 3 ? 1 : 2, 12) };
  }

  /** Where a term is, by text. @param {Term} term @param {Set<string>} forms */
  async function find(term, forms) {
    const { by, numbers: wanted } = await families(term);
    /** @type {Map<number, Match>} */
    const matches = new Map();
    for (const family of await store.families(wanted)) {
      for (const [stem, words] of Object.entries(family)) {
        const lights = Object.keys(words);
        const same = stem === by || lights.some((light) => normaliser.fold(light) === term.folded);
        for (const light of lights) {
          if (!by && !stem.startsWith(term.folded) && !normaliser.fold(light).startsWith(term.folded)) continue;
          const spelled = normaliser.fold(light) === term.folded ? SPELLED : same ? STEM : LEMMA;
          add(matches, words[light], light === term.light ? EXACT : spelled);
          forms.add(light);
        }
      }
    }
    return matches;
  }

  /** @param {Map<number, Match>} matches @param {string} postings @param {number} weight */
  function add(matches, postings, weight) {
    const found = numbers(postings);
    let text = 0;
    for (let i = 0; i < found.length; i += 2) {
      text += found[i];
      const match = matches.get(text) ?? { weight: 0, places: [] };
      match.weight = Math.max(match.weight, weight);
      if (weight >= STEM) match.places.push(found[i + 1]);
      matches.set(text, match);
    }
  }

  /** Whether terms follow each other in a text. @param {(Match | undefined)[]} matches */
  const follow = ([first, ...rest]) => first?.places.some(
    (place) => rest.every((match, i) => match?.places.includes(place + i + 1)),
  );

  /**
   * @param {string} query
   * @param {{tag?: string, state?: string}} [only]
   * @returns {Promise<Result>}
   */
  return async function search(query, { tag, state } = {}) {
    const { terms, phrases } = parse(query, normaliser);
    /** @type {Set<string>} */
    const forms = new Set();
    const [articles, sentences, ...found] = await Promise.all([
      tag ? store.filter("tags", tag) : null,
      state ? store.filter("states", state) : null,
      ...terms.map((term) => find(term, forms)),
    ]);
    const worth = found.map(({ size }) => Math.log(1 + store.sentences / Math.max(1, size)));
    const total = worth.reduce((sum, value) => sum + value, 0);

    /** By sentence: what each term weighs in it, and more for terms side by side.
     * @type {Map<number, {weights: number[], more: number, phrases: number}>} */
    const scores = new Map();
    for (const text of new Set(found.flatMap((matches) => [...matches.keys()]))) {
      const here = found.map((matches) => matches.get(text));
      const score = scores.get(text >> 1) ?? { weights: worth.map(() => 0), more: 0, phrases: 0 };
      here.forEach((match, i) => (score.weights[i] = Math.max(score.weights[i], match?.weight ?? 0)));
      const beside = here.map((match, i) => (i && match && follow(here.slice(i - 1, i + 1)) ? worth[i] : 0));
      score.more = Math.max(score.more, NEIGHBOURS * beside.reduce((sum, value) => sum + value, 0));
      phrases.forEach(([from, to], i) => {
        if (follow(here.slice(from, to))) score.phrases |= 1 << i;
      });
      scores.set(text >> 1, score);
    }

    /** @type {Hit[][]} */
    let hits = [[], []]; // with every word, with some
    for (const [sentence, score] of scores) {
      const { article, index, title } = store.locate(sentence);
      if (articles?.has(article) === false || sentences?.has(sentence) === false) continue;
      if (score.phrases !== (1 << phrases.length) - 1) continue;
      const whole = score.weights.every((weight) => weight > 0);
      const present = worth.reduce((sum, value, i) => sum + (score.weights[i] ? value : 0), 0);
      if (!whole && present < ENOUGH * total) continue;
      const sum = worth.reduce((all, value, i) => all + value * score.weights[i], score.more);
      hits[whole ? 0 : 1].push({ article, index, score: sum * (title ? TITLE : 1) });
    }
    const all = hits[0].length > 0;
    return { ...group(hits[all ? 0 : 1]), all, forms };
  };
}

/** Hits by article: the best hit decides, then how many there are. @param {Hit[]} hits */
function group(hits) {
  /** @type {Map<number, Hit[]>} */
  const articles = new Map();
  for (const hit of hits.sort((a, b) => b.score - a.score || a.article - b.article || a.index - b.index)) {
    const others = articles.get(hit.article);
    if (others) others.push(hit);
    else articles.set(hit.article, [hit]);
  }
  const groups = [...articles.values()].sort(
    (a, b) => b[0].score - a[0].score || b.length - a.length,
  );
  return { groups, count: hits.length };
}
