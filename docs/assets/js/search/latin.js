/** Arabic words as learners write them in Latin letters: kitab, Dimashq, al-Qahira, bayt, 7arb. */

import { having } from "./store.js";

/**
 * What each part of a Latin word may be in Arabic, folded; "-" is nothing.
 * @param {string} latin @param {import("./types.js").Latin} rules
 */
const spelled = (latin, { twice, part, letters }) =>
  (`^${latin.replace(RegExp(twice, "g"), "$1")}$`.match(RegExp(part, "g")) ?? []).map((one) => letters[one] ?? "-");

/**
 * The ways to read a Latin word: its letters, what each part of it may be, and the form of the folded Arabic words
 * that it may stand for.
 * @param {string} light @param {import("./types.js").Latin} latin
 */
export const readings = (light, latin) =>
  [...new Set(latin.also.map(([was, is]) => light.replace(RegExp(was), is)))].map((word) => {
    const parts = spelled(word, latin);
    return { word, parts, form: RegExp(latin.form.replace("-", parts.join(")(?:"))) };
  }).filter(({ parts }) => !parts.includes("-"));

/**
 * The families of the Arabic words that a Latin one may be.
 * @param {import("./types.js").Store} index @param {string} light
 */
export async function inArabic(index, light) {
  const { sound, latin, fold } = index.normaliser;
  const found = [];
  for (const { word, parts, form } of readings(light, latin)) {
    const heard = sound(word);
    // The index lists words of three consonants by their sound. Of fewer, each that it may be is asked for; it has
    // three letters, or two where one is doubled (hubb).
    const of = heard[2]
      ? await index.spoken(heard)
      : (
          await Promise.all(
            parts
              .reduce((all, may) => all.flatMap((one) => may.split("|").map((more) => one + more)), [""])
              .filter((one) => one[2] || word.match(latin.twice))
              .map((one) => index.entry([one])),
          )
        ).flatMap((one) => one?.[1] ?? []);
    found.push(...await having(index, of, (one) => form.test(fold(one))));
  }
  return found;
}
