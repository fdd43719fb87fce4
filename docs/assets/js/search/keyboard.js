/** What was typed with the keyboard of the other language: Arabic 101 and US English. */

const KEYS = "`qwertyuiop[]asdfghjkl;'zxcvnm,./HYN";
const LETTERS = "ذضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظأإآ";
const ARABIC = new Map([...KEYS].map((key, i) => [key, LETTERS[i]]));
const LATIN = new Map([...LETTERS].map((letter, i) => [letter, KEYS[i]]));
ARABIC.set("b", "لا").set("G", "لأ").set("T", "لإ").set("B", "لآ");

/** @param {string} text @param {typeof ARABIC} keys */
const typed = (text, keys) =>
  [...text].map((key) => keys.get(key) ?? keys.get(key.toLowerCase()) ?? key).join("");

/** The other readings of a query, none of one in both scripts. لا is b, or g and h. What would have
 * other signs in a word than letters (سغلمود is sygl,]) has not been typed so.
 * @param {string} query */
export function swapped(query) {
  const arabic = /[\u0621-\u064a]/.test(query);
  if (arabic === /[a-z]/i.test(query)) return [];
  if (!arabic) return [typed(query, ARABIC)];
  const texts = new Set([query.replaceAll("لا", "b"), query]);
  return [...texts].map((text) => typed(text, LATIN).toLowerCase()).filter((text) => !/[`[\];,./]\S|[`[\]]/.test(text));
}
