/**
 * Words as search compares them, by the rules of assets/search/normalise.json. It is
 * scripts/bitext/search/normalise.py again: both give the same for every string.
 *
 * @typedef {{start: number, end: number, light: string}} Word
 * @typedef {[string, string, number]} Affix
 * @typedef {Record<"arabic" | "other" | "drop" | "apostrophe", string>
 *   & Record<"letters" | "fold" | "words", Record<string, string>>
 *   & {affixes: Record<string, Record<"prefixes" | "suffixes", Affix[]>>}} Rules
 */

/** @param {Record<string, string>} groups */
const table = (groups) => new Map(
  Object.entries(groups).flatMap(([to, several]) => [...several].map((one) => [one, to])),
);

/** @param {string} text @param {Map<string, string>} letters */
const translate = (text, letters) => [...text].map((c) => letters.get(c) ?? c).join("");

/** @param {Rules} rules */
export function normaliser({ arabic, other, drop, apostrophe, ...rules }) {
  const word = new RegExp(
    `[${arabic}][${arabic}${drop}]*|[${other}](?:[${other}${drop}]|[${apostrophe}](?=[${other}]))*`,
    "g",
  );
  const isArabic = new RegExp(`^[${arabic}]`);
  const dropped = new RegExp(`[${drop} ]`, "g");
  const possessive = new RegExp(`[${apostrophe}]s$|[${apostrophe}]`, "g");
  const letters = table(rules.letters);
  const folds = table(rules.fold);
  const words = new Map(Object.entries(rules.words));

  /** @param {string} run */
  function light(run) {
    let text = run.normalize("NFKC");
    if (!isArabic.test(text)) text = text.normalize("NFKD");
    text = translate(text.replace(dropped, "").toLowerCase(), letters);
    return text.replace(possessive, "");
  }

  /** @param {string} form */
  const fold = (form) => words.get(form) ?? translate(form, folds);

  return {
    /** @param {string} text @returns {Word[]} */
    words: (text) => [...text.matchAll(word)]
      .map((m) => ({ start: m.index, end: m.index + m[0].length, light: light(m[0]) }))
      .filter((found) => found.light.length > 1 || /[0-9]/.test(found.light)),

    fold,

    /** @param {string} form @returns {string[]} */
    candidates(form) {
      const { prefixes, suffixes } = rules.affixes[isArabic.test(form) ? "arabic" : "other"];
      /** @type {string[]} */
      const found = [];
      for (const [before, instead, least] of prefixes) {
        if (!form.startsWith(before)) continue;
        const rest = instead + fold(form).slice(before.length);
        for (const [after, put, left] of suffixes) {
          const bare = rest.length - after.length;
          if (bare >= Math.max(least, left) && rest.endsWith(after)) {
            found.push(rest.slice(0, bare) + put);
          }
        }
      }
      return found;
    },
  };
}
