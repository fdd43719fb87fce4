/**
 * Where one word of a query is found: as it is written, spelled otherwise, with other clitics and
 * endings, in other forms of its lemma, as near kin (راقب of مراقبة), by its sound (Kiev and كييف), as
 * the beginning of a word that is being typed, or as what was meant by it. Each weighs less than the
 * one before.
 */

import { numbers } from "./store.js";
import { isKnown, meant } from "./typos.js";

const [EXACT, SPELLED, STEM, LEMMA, KIN, SOUND, BEGUN, MEANT] = [1, 0.9, 0.7, 0.4, 0.3, 0.25, 0.2, 0.1];
const COMPLETIONS = 16; // families that a beginning leads to
const ARTICLE = /^[وف]?(?:[بك]?ال|لل)/;
const CLITIC = /^[وف]?[بلك]?/;

/** @typedef {import("./types.js").Match} Match */

/** @type {(index: import("./types.js").Store) => import("./types.js").Finder} */
export function finder(index) {
  const { fold, candidates, respelled, begun, sound } = index.normaliser;

  /** The entry of a word, or of the word as others spell it. @param {string} light */
  async function entryOf(light) {
    const entry = await index.entry(candidates(light));
    if (entry?.families.length) return entry;
    for (const other of respelled(fold(light))) {
      const found = await index.entry(candidates(other));
      if (found?.families.length) return found;
    }
    return entry;
  }

  /** The families of longer words that begin as what has been typed so far. @param {string} light */
  async function completions(light) {
    const folded = fold(light);
    const bares = [ARTICLE, CLITIC].map((before) => fold(light.replace(before, "")));
    for (const beginning of new Set([folded, ...bares])) {
      if (beginning.length < 3) continue;
      const longer = (await index.words(beginning)).filter(([word]) => word.length > beginning.length);
      if (longer.length) {
        longer.sort(([a], [b]) => a.length - b.length);
        return longer.flatMap(([, families]) => families).slice(0, COMPLETIONS);
      }
    }
    // No text has such a word; but يراق may become يراقب, where texts have راقب.
    if (folded.length < 3) return [];
    const forms = (await index.entries(folded)).flatMap(([, families]) => families);
    if (forms.length) return forms.slice(0, COMPLETIONS);
    for (const word of begun(light)) {
      const entry = await index.entry(candidates(word));
      if (entry?.families.length) return entry.families;
    }
    return [];
  }

  return async function find(light, open, forms) {
    const folded = fold(light);
    const entry = fold(light.replace(ARTICLE, "")) ? await entryOf(light) : undefined;
    const { by = "", families = [], kin = [] } = entry ?? {};
    const bare = fold(light.replace(ARTICLE, ""));
    const whole = families.length + kin.length > 0 && [light, folded, bare].includes(by);
    /** @type {[number[], number, string][]} families with their weight, and by which word */
    const groups = [[families, LEMMA, by], [kin, KIN, ""]];
    // While bus is typed, business is what may come; bus itself has been asked for once a space
    // or another word follows, and the index says that it is not there.
    if (open && !whole) groups.push([await completions(light), BEGUN, ""]);
    let word;
    if (groups.every(([found]) => !found.length) && !(await isKnown(index, [folded, bare]))) {
      const names = await index.sounds(sound(light.replace(ARTICLE, "")));
      groups.push([names, SOUND, ""]);
      word = names.length ? undefined : await meant(index, [folded, bare]);
      if (word) groups.push([(await entryOf(word))?.families ?? [], MEANT, ""]);
    }
    /** @type {Map<number, Match>} */
    const matches = new Map();
    for (const [numbersOf, least, stem] of groups) {
      for (const family of await index.families([...new Set(numbersOf)])) {
        add(family, least, stem);
      }
    }
    return { matches, meant: word };

    /** @param {import("./types.js").Family} family @param {number} least @param {string} by */
    function add(family, least, by) {
      for (const [stem, members] of Object.entries(family)) {
        const same = least === LEMMA && (stem === by || Object.keys(members).some((one) => fold(one) === folded));
        for (const [word, postings] of Object.entries(members)) {
          const spelled = fold(word) === folded ? SPELLED : same && regular(light, word) ? STEM : least;
          const weight = word === light ? EXACT : spelled;
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
    }
  };

  /** Whether two words of one stem differ by what the rules know: rising and rise, not rose.
   * @param {string} light @param {string} word */
  function regular(light, word) {
    if (!/^[a-z]/.test(light)) return true;
    const left = candidates(word);
    return candidates(light).some((one) => left.includes(one));
  }
}
