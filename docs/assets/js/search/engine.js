/**
 * Finding sentences. A word is found as it is written, spelled otherwise, with other clitics and
 * endings, and in other forms of its lemma; each weighs less than the one before.
 */

import { numbers } from "./store.js";

const [EXACT, SPELLED, STEM, LEMMA, BEGUN] = [1, 0.9, 0.7, 0.4, 0.2];
const TITLE = 1.5; // times as much
const BESIDE = 0.5; // more, for words side by side as in the query
const ENOUGH = 0.3; // of the query's worth, where no sentence has all its words
const COMPLETIONS = 16; // families that a beginning leads to
const ARTICLE = /^[وف]?(?:[بك]?ال|لل)/;

/** @typedef {import("./types.js").Match} Match */

/** Whether terms follow each other in a text. @param {(Match | undefined)[]} matches */
const follow = ([first, ...rest]) =>
  first?.places.some((place) => rest.every((match, i) => match?.places.includes(place + i + 1)));

/** @param {number[]} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);

/** @type {(store: import("./types.js").Store) => import("./types.js").Engine} */
export function engine(index) {
  const { words, fold, candidates } = index.normaliser;

  /** Where a word is, by text; its forms there are added to the set.
   * @param {string} light @param {boolean} open whether it may go on @param {Set<string>} forms */
  async function find(light, open, forms) {
    const folded = fold(light);
    const bare = fold(light.replace(ARTICLE, ""));
    const entry = bare ? await index.entry(candidates(light)) : undefined;
    const { by = "", families = [] } = entry ?? {};
    const whole = families.length > 0 && [light, folded, bare].includes(by);
    /** @type {number[]} */
    let begun = [];
    // While bus is typed, business is what may come; bus itself has been asked for once a space
    // or another word follows, and the index says that it is not there.
    if (open && !whole && bare.length > 2) {
      const longer = (await index.completions(bare)).filter(([word]) => word.length > bare.length);
      begun = longer.flatMap(([, to]) => to).slice(0, COMPLETIONS);
    }
    /** @type {Map<number, Match>} */
    const matches = new Map();
    (await index.families([...families, ...begun])).forEach((family, i) => {
      for (const [stem, members] of Object.entries(family)) {
        const same = stem === by || Object.keys(members).some((word) => fold(word) === folded);
        for (const [word, postings] of Object.entries(members)) {
          const spelled = fold(word) === folded ? SPELLED : same ? STEM : LEMMA;
          const weight = word === light ? EXACT : i < families.length ? spelled : BEGUN;
          forms.add(word);
          let text = 0;
          numbers(postings).forEach((number, at, all) => {
            if (at % 2) return;
            text += number;
            const match = matches.get(text) ?? { weight, places: [] };
            match.weight = Math.max(match.weight, weight);
            if (weight >= STEM) match.places.push(Number(all[at + 1]));
            matches.set(text, match);
          });
        }
      }
    });
    return matches;
  }

  /** @type {import("./types.js").Engine["search"]} */
  async function search(query, { tag, state } = {}) {
    const forms = new Set();
    /** @type {ReturnType<typeof find>[]} */
    const terms = [];
    /** @type {[from: number, to: number][]} */
    const phrases = [];
    query.split(/["“”„«»]/).forEach((part, i, { length }) => {
      const from = terms.length;
      for (const { light, end } of words(part)) {
        terms.push(find(light, i === length - 1 && end === part.length, forms));
      }
      if (i % 2) phrases.push([from, terms.length]);
    });
    const found = await Promise.all(terms);
    const articles = await index.filter("tags", tag);
    const sentences = await index.filter("states", state);
    const worth = found.map(({ size }) => Math.log(1 + index.places.length / Math.max(1, size)));

    /** @type {Map<number, { weights: number[], beside: number, phrases: Set<number> }>} by sentence */
    const scores = new Map();
    for (const text of new Set(found.flatMap((matches) => [...matches.keys()]))) {
      const here = found.map((matches) => matches.get(text));
      const score = scores.get(text >> 1) ?? { weights: [], beside: 0, phrases: new Set() };
      score.weights = here.map((match, i) => Math.max(score.weights[i] ?? 0, match?.weight ?? 0));
      const beside = worth.filter((_, i) => i && follow(here.slice(i - 1, i + 1)));
      score.beside = Math.max(score.beside, BESIDE * sum(beside));
      phrases.forEach(([from, to], i) => (from === to || follow(here.slice(from, to))) && score.phrases.add(i));
      scores.set(text >> 1, score);
    }

    let hits = [...scores].flatMap(([sentence, { weights, beside, phrases: had }]) => {
      const place = index.places[sentence];
      const shown = place && articles?.has(place.article) !== false && sentences?.has(sentence) !== false;
      if (!shown || had.size < phrases.length) return [];
      if (sum(worth.filter((_, i) => weights[i])) < ENOUGH * sum(worth)) return [];
      const score = beside + sum(worth.map((value, i) => value * Number(weights[i])));
      return [{ ...place, whole: weights.every(Boolean), score: place.title ? TITLE * score : score }];
    });
    const all = hits.some((hit) => hit.whole);
    hits = hits.filter((hit) => hit.whole === all);
    hits.sort((a, b) => b.score - a.score || a.article - b.article || a.index - b.index);
    /** @type {Map<number, import("./types.js").Hit[]>} */
    const groups = new Map(hits.map(({ article }) => [article, []]));
    for (const hit of hits) groups.get(hit.article)?.push(hit);
    return { groups: [...groups.values()], count: hits.length, all, forms };
  }

  return { search, words, index };
}
