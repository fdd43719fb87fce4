/**
 * Words as search compares them, by the rules of assets/search/normalise.json. This is
 * scripts/bitext/search/normalise.py again: both give the same for every string.
 *
 * @typedef {{ start: number, end: number, light: string }} Word
 * @typedef {[string, string, number]} Affix
 * @typedef {Record<"arabic" | "other" | "drop" | "apostrophe", string>
 *   & Record<"letters" | "fold" | "words", Record<string, string>>
 *   & { affixes: Record<"arabic" | "other", Record<"prefixes" | "suffixes", Affix[]>> }} Rules
 */

/** @param {Record<string, string>} groups */
const table = (groups) =>
  new Map(Object.entries(groups).flatMap(([to, several]) => [...several].map((one) => [one, to])));

/** @param {string} text @param {Map<string, string>} letters */
const translate = (text, letters) => [...text].map((c) => letters.get(c) ?? c).join("");

/** @param {Rules} rules */
export function normaliser({ arabic, other, drop, apostrophe, affixes, ...rules }) {
  const letters = table(rules.letters);
  const folds = table(rules.fold);
  const others = `[${other}${drop}]|[${apostrophe}](?=[${other}])`;
  const word = new RegExp(`[${arabic}][${arabic}${drop}]*|[${other}](?:${others})*`, "g");
  const isArabic = new RegExp(`^[${arabic}]`);
  const dropped = new RegExp(`[${drop} ]`, "g");
  const possessive = new RegExp(`[${apostrophe}]s$|[${apostrophe}]`, "g");

  /** @param {string} run */
  function light(run) {
    let text = run.normalize("NFKC");
    if (!isArabic.test(text)) text = text.normalize("NFKD");
    return translate(text.replace(dropped, "").toLowerCase(), letters).replace(possessive, "");
  }

  /** @param {string} form */
  const fold = (form) => (Object.hasOwn(rules.words, form) && rules.words[form]) || translate(form, folds);

  return {
    fold,

    /** @param {string} text @returns {Word[]} */
    words: (text) =>
      [...text.matchAll(word)]
        .map(({ 0: run, index }) => ({ start: index, end: index + run.length, light: light(run) }))
        .filter((found) => found.light.length > 1 || /[0-9]/.test(found.light)),

    /** @param {string} form @returns {string[]} */
    candidates(form) {
      const { prefixes, suffixes } = affixes[isArabic.test(form) ? "arabic" : "other"];
      const folded = fold(form);
      /** @type {string[]} */
      const found = [];
      for (const [before, instead, least] of prefixes) {
        if (!form.startsWith(before)) continue;
        const rest = instead + folded.slice(before.length);
        for (const [after, put, left] of suffixes) {
          const bare = rest.length - after.length;
          if (bare >= Math.max(least, left) && rest.endsWith(after)) found.push(rest.slice(0, bare) + put);
        }
      }
      return found;
    },

    /** Whether it is all clitics. @param {string} folded */
    isClitic: (folded) => affixes.arabic.prefixes.some(([before]) => before === folded),
  };
}
