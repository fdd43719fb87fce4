/**
 * Words as search compares them, by assets/search/normalise.json. This is
 * scripts/bitext/search/normalise.py again: both give the same for every string.
 */

/** @param {Record<string, string>} groups */
const table = (groups) =>
  new Map(Object.entries(groups).flatMap(([to, all]) => [...all].map((one) => [one, to])));

/** @param {string} text @param {Map<string, string>} letters */
const translate = (text, letters) => [...text].map((c) => letters.get(c) ?? c).join("");

/** @type {(rules: import("./types.js").Rules) => import("./types.js").Normaliser} */
export function normaliser({ arabic, other, drop, apostrophe, digit, thousands, affixes, ...rules }) {
  const letters = table(rules.letters);
  const folds = table(rules.fold);
  const whole = new Map(Object.entries(rules.words));
  const more = `(?:[${other}${drop}]|[${apostrophe}](?=[${other}]))*`;
  const number = `[${digit}]{1,3}(?:[${thousands}][${digit}]{3})+(?![${other}])`;
  const word = new RegExp(`${number}|[${arabic}][${arabic}${drop}]*|[${other}]${more}`, "g");
  const isArabic = new RegExp(`^[${arabic}]`);
  const dropped = new RegExp(`[${drop}${thousands} ]`, "g");
  const possessive = new RegExp(`[${apostrophe}]s$|[${apostrophe}]`, "g");

  /** @param {string} run */
  function light(run) {
    let text = run.normalize("NFKC");
    if (!isArabic.test(text)) text = text.normalize("NFKD");
    text = translate(text.replace(dropped, "").toLowerCase(), letters);
    return text.replace(possessive, "");
  }

  const attached = /** @type {import("./types.js").Attached} */ (
    Object.fromEntries(Object.entries(rules.attached).map(([name, pattern]) => [name, RegExp(pattern)]))
  );

  /** @param {string} form */
  const fold = (form) => whole.get(form) ?? translate(form, folds);

  const runs = Object.keys(rules.sounds.letters).sort((one, other) => other.length - one.length);
  const run = new RegExp(`${runs.join("|")}|.`, "gs");

  /** @param {string} sounds */
  const once = (sounds) => sounds.replace(/(.)\1+/g, "$1");

  /** @param {string} form */
  const heard = (form) => once(form.replace(run, (letters) => rules.sounds.letters[letters] ?? ""));

  /** @param {string} form */
  const affixesOf = (form) => affixes[isArabic.test(form) ? "arabic" : "other"];

  return {
    fold,
    sound(form) {
      const all = heard(form).replace(/[aiu]/g, "");
      return [once(all), all].find((found) => found.length >= rules.sounds.least) ?? "";
    },
    latin: rules.latin,
    attached,
    vowels: (form) => heard(form).split(/[^aiu]/),
    respelled: (folded) =>
      rules.respelled
        .map(([was, becomes]) => folded.replace(new RegExp(was, "g"), becomes))
        .filter((other) => other !== folded),
    // The endings that what has been typed so far may become, and what is before them.
    begun: (form) =>
      affixesOf(form).suffixes.flatMap(([after, put]) =>
        [...after].slice(1).flatMap((_, cut) => {
          const begin = after.slice(0, cut + 1);
          return form.endsWith(begin) && form.length - begin.length > 2 ? [form.slice(0, -begin.length) + put] : [];
        }),
      ),
    words: (text) =>
      [...text.matchAll(word)]
        .map(({ 0: run, index }) => ({ start: index, end: index + run.length, light: light(run) }))
        .filter((found) => found.light.length > 1 || /[0-9]/.test(found.light)),
    candidates(form) {
      const { prefixes, suffixes } = affixesOf(form);
      // A final ة is no pronoun, as ه may be; the rules fold it.
      const folded = form.endsWith("ة") ? fold(form).slice(0, -1) + "ة" : fold(form);
      return prefixes.flatMap(([before, instead, least]) => {
        if (!form.startsWith(before)) return [];
        const rest = instead + folded.slice(before.length);
        return suffixes.flatMap(([after, put, left]) => {
          const bare = rest.length - after.length;
          const fits = bare >= least && bare >= left && rest.endsWith(after);
          return fits ? [rest.slice(0, bare) + put] : [];
        });
      });
    },
  };
}
