/** Arabic words as learners write them in Latin letters: kitab, Dimashq, al-Qahira. */

import { having } from "./store.js";

const PART = /[aeiou]+|[cdgkst]h|dj|./g;
const TWICE = /([cdgkst]h|dj|[^aeiou])\1/g; // is one letter in Arabic

/**
 * What the Arabic words match, light, that a Latin word may be.
 * @param {string} latin
 * @param {Record<string, string>} letters by what romanizations write, what it may stand for
 */
export function spelled(latin, letters) {
  const word = latin.replace(TWICE, "$1").replace(/ah$/, "a");
  const parts = (word.match(PART) ?? []).map((part, i) => {
    // A short vowel is not written, but where a word begins with it, and ع not heard.
    const times = /^[aeiou]/.test(part) ? `{${i && !part[1] ? 0 : 1},2}` : "";
    return `[${letters[part] ?? [...part].map((one) => letters[one]).join("")}]${times}`;
  });
  return new RegExp(`^[وفبلك]?(?:ال|لل)?${parts.join("")}$`);
}

/**
 * The families of the Arabic words that a Latin one may be.
 * @param {import("./types.js").Store} index @param {string} light
 */
export async function inArabic(index, light) {
  if (!/^[a-z]{4,}$/.test(light)) return [];
  const { sound, latin } = index.normaliser;
  const found = [];
  // شكرا is said shukran.
  for (const word of new Set([light, light.replace(/^[ae]l(?=.{4})/, ""), light.replace(/an$/, "a")])) {
    const form = spelled(word, latin);
    found.push(...(await having(index, await index.spoken(sound(word)), (one) => form.test(one))));
  }
  return found;
}
