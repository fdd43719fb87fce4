/**
 * Where one word of a query is found: as it is written, spelled otherwise, with other clitics and
 * endings, in other forms of its lemma, as near kin (راقب of مراقبة), by its sound (Kiev and كييف,
 * kitab and كتاب), as the beginning of a word that is being typed, or as what was meant by it. Each
 * weighs less than the one before.
 */

import { breather } from "./breather.js";
import { inArabic } from "./latin.js";
import { having, numbers } from "./store.js";
import { isBeginning, isKnown, LEMMAS, meant, NAME, WORD } from "./typos.js";

export const LEMMA = 0.4;
const [EXACT, SPELLED, STEM, KIN, SOUND, BEGUN, MEANT] = [1, 0.9, 0.7, 0.3, 0.25, 0.2, 0.1];
const ABOUT = 0.5; // times as much, for what is said of an article and not in it
const MANY = 512; // places are counted between two breaths
const LEAST = 2; // letters that lead to longer words
const COMPLETIONS = 16; // families that a beginning leads to

/** @typedef {import("./types.js").Match} Match */
/** Families with what they weigh at the least, and the word they were found by; and the word that was meant.
 * @typedef {{ groups: [families: number[], least: number, by: string][], word: string | undefined }} Led */

/** @typedef {import("./types.js").Store} Store */

/** The entry that leads somewhere of a word as others spell it; nothing if none does.
 * @param {Store} index @param {string} folded @returns {Promise<import("./types.js").Listed | []>} */
async function otherwise(index, folded) {
  const { respelled, candidates } = index.normaliser;
  for (const other of respelled(folded)) {
    const found = await index.entry(candidates(other));
    if (found?.[1].length) return found;
  }
  return [];
}

/** The families of a word, or those of its kin where it has none. @param {import("./types.js").Listed} entry */
const either = ([, families, kin]) => (families.length ? families : kin);

/**
 * The families of the longer words that begin so, of those that are listed, the shortest first.
 * @param {Store} index @param {"words" | "entries"} list @param {string[]} starts
 */
async function longer(index, list, starts) {
  const found = [];
  for (const start of new Set(starts)) {
    const words = start ? await index[list](start) : [];
    found.push(...words.filter((one) => either(one).length && one[0][start.length]));
  }
  found.sort(([a], [b]) => a.length - b.length);
  return [...new Set(found.flatMap(either))].slice(0, COMPLETIONS);
}

/** The families of what a word becomes that is being typed.
 * @param {Store} index @param {string} light @param {string} word @param {string} bare folded, as it is and without
 * its article */
async function completions(index, light, word, bare) {
  const { fold, candidates, begun, attached } = index.normaliser;
  const asked = bare.length < LEAST ? [word] : [word, bare];
  for (const list of /** @type {const} */ (["words", "entries"])) {
    const found = await longer(index, list, asked);
    if (found.length) return found;
  }
  const known = await index.known(word, WORD);
  // فنجان is a word, if of no text: it has no ف before it and no ان behind it. كأسا and سيحت may go on.
  if (known && (await index.known(word, LEMMAS))) return [];
  for (const one of begun(light)) {
    const found = await index.entry(candidates(one));
    if (found && either(found).length) return either(found);
  }
  if (known && !word.endsWith("ا") && !attached.future.test(word)) return [];
  const rests = [fold(light.replace(attached.letter, "")), bare].filter((rest) => rest !== word);
  const found = await longer(index, "words", rests);
  return found.length ? found : longer(index, "entries", rests);
}

/**
 * The families of the names that sound like one: those whose vowels agree, too (جافا, Java), and
 * unless it is to be sure, those of the other script, or of its own (Kyiv) with the same first letter.
 * @param {Store} index @param {string} name @param {boolean} surely
 */
async function alike(index, name, surely) {
  const { fold, sound, vowels, attached } = index.normaliser;
  const [heard, asked] = [sound(name), vowels(name)];
  // Two consonants are a name where they are half of it (Kiev), and chance elsewhere (rtyuio).
  const enough = !surely && (heard.length > 2 || 2 * heard.length >= name.length);
  const fits = (/** @type {string} */ word) => {
    const bare = word.replace(attached.article, "");
    // A name may be listed by what is behind its first letter too: then that letter counts (دين is not بايدن).
    const there = vowels(sound(bare) === heard ? bare : bare.slice(1));
    return (
      (!(asked.length in there) &&
        asked.every((some, i) => some === there[i] || [...some].some((one) => there[i]?.includes(one)))) ||
      (enough && (/^[a-z]/.test(word) !== /^[a-z]/.test(name) || fold(bare)[0] === fold(name)[0]))
    );
  };
  return having(index, await index.sounds(heard), fits);
}

/** What a word leads to. open: whether it is still being typed.
 * @param {Store} index @param {string} light @param {boolean} open @returns {Promise<Led>} */
async function leads(index, light, open) {
  const { fold, candidates, attached } = index.normaliser;
  const name = light.replace(attached.article, "");
  const [folded, bare] = [fold(light), fold(name)];
  const entry = bare ? await index.entry(candidates(light)) : undefined;
  const [by = "", families = [], kin = []] = entry ?? [];
  /** @type {Led["groups"]} */
  const groups = [[families, LEMMA, by], [kin, KIN, ""]];
  const nothing = () => groups.every(([found]) => !found.length);
  const whole = !nothing() && [light, folded, bare].includes(by);
  if (bare && nothing()) {
    const [by = "", families = []] = await otherwise(index, folded);
    groups.push([families, LEMMA, by]);
  }
  const known = nothing() && (await isKnown(index, [folded, bare]));
  const half = nothing() && open && !known && (await isBeginning(index, [folded, bare]));
  const english = /^[a-z]/.test(light) && (known || (half && light.length > 4));
  // A name in another spelling, whatever else begins so: Nour is Noor before it is Noura. A word of
  // English, or most of one, is no name of another sound.
  if (nothing() && !english) groups.push([await alike(index, name, true), SOUND, ""]);
  // While bus is typed, business is what may come; bus itself has been asked for once a space
  // or another word follows, and the index says that it is not there.
  if (open && !whole) groups.push([await completions(index, light, folded, bare), BEGUN, ""]);
  let word;
  if (nothing()) {
    word = await meant(index, [folded, bare], known, open, half || (await index.known(folded, NAME)));
    if (word) groups.push([(await index.entry(candidates(word)))?.[1] ?? [], MEANT, ""]);
    if (nothing() && !known && !half) groups.push([await inArabic(index, light), SOUND, ""]);
    if (nothing() && !known && !half) groups.push([await alike(index, name, false), SOUND, ""]);
  }
  return { groups, word };
}

/** @type {(index: Store) => import("./types.js").Finder} */
export function finder(index) {
  const { fold, candidates, attached } = index.normaliser;

  return async function find(light, open, forms) {
    const [folded, bare] = [fold(light), fold(light.replace(attached.article, ""))];
    const { groups, word } = await leads(index, light, open);
    const breath = breather();
    /** @type {Map<number, Match>} */
    const matches = new Map();
    for (const [numbersOf, least, stem] of groups) {
      for (const family of await index.families([...new Set(numbersOf)])) await add(family, least, stem);
    }
    return { matches, meant: word };

    /**
     * Whether the word asked for and another, of its lemma or stem, differ by what the rules know:
     * rising and rise, not rose; أخت and أختي, not أخي.
     * @param {string} word @param {boolean} same whether they are of one stem
     */
    function regular(word, same) {
      const left = candidates(word);
      if (/^[a-z]/.test(light)) return same && candidates(light).some((one) => left.includes(one));
      return same || left.includes(folded) || left.includes(bare);
    }

    /** @param {import("./types.js").Family} family @param {number} least @param {string} by */
    async function add(family, least, by) {
      for (const [stem, members] of Object.entries(family)) {
        const same = least === LEMMA && (stem === by || Object.keys(members).some((one) => fold(one) === folded));
        for (const [word, postings] of Object.entries(members)) {
          const spelled = fold(word) === folded ? SPELLED : least === LEMMA && regular(word, same) ? STEM : least;
          const full = word === light ? EXACT : spelled;
          forms.add(word);
          const all = numbers(postings);
          let text = 0;
          for (let at = 0; at < all.length; at += 2) {
            text += all[at] ?? 0;
            const place = all[at + 1] ?? 0;
            const weight = place < index.about ? full : ABOUT * full;
            let match = matches.get(text);
            if (!match) matches.set(text, (match = { weight, places: [] }));
            if (match.weight < weight) match.weight = weight;
            if (full >= STEM) match.places.push(place);
            if (at % MANY === 0) await breath(); // a word that is everywhere is much to count
          }
        }
      }
    }
  };
}
