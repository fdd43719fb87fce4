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

  /** @param {string} form */
  const fold = (form) => whole.get(form) ?? translate(form, folds);

  /** The endings that what has been typed so far may become, and what is before them. */
  const endings = (/** @type {string} */ script) =>
    affixes[script === "arabic" ? "arabic" : "other"].suffixes.filter(([after]) => after.length > 1);

  return {
    fold,
    sound(form) {
      const { letters, longest, least } = rules.sounds;
      let found = "";
      for (let at = 0; at < form.length; ) {
        let size = longest;
        while (size > 1 && !Object.hasOwn(letters, form.slice(at, at + size))) size -= 1;
        const heard = letters[form.slice(at, at + size)] ?? "";
        if (!found.endsWith(heard) || !heard) found += heard;
        at += size;
      }
      return found.length < least ? "" : found;
    },
    respelled: (folded) =>
      rules.respelled.flatMap(([was, becomes, where]) => {
        if (!folded.includes(was, where === "anywhere" ? 0 : 1)) return [];
        if (where !== "end") return [folded.replaceAll(was, becomes)];
        return folded.endsWith(was) ? [folded.slice(0, -was.length) + becomes] : [];
      }),
    begun: (form) =>
      endings(isArabic.test(form) ? "arabic" : "other").flatMap(([after, put]) =>
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
      const { prefixes, suffixes } = affixes[isArabic.test(form) ? "arabic" : "other"];
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
