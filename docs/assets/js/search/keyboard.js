/** What was typed with the keyboard in the other language: Arabic 101 and US English. */

const ROWS = [
  ["`qwertyuiop[]", "ذضصثقفغعهخحجد"],
  ["asdfghjkl;'", "شسيبلاتنمكط"],
  ["zxcvnm,./", "ئءؤرىةوزظ"],
  ["HYN", "أإآ"],
];
const ARABIC = new Map(ROWS.flatMap(([keys, letters]) => [...keys].map((key, i) => [key, letters[i]])));
const LATIN = new Map([...ARABIC].map(([key, letter]) => [letter, key]));
for (const [key, letters] of [["b", "لا"], ["G", "لأ"], ["T", "لإ"], ["B", "لآ"]]) ARABIC.set(key, letters);

/**
 * The other readings of a query; none of one that is in both scripts or in neither. The key b
 * writes لا, and so do g and h: both are possible.
 * @param {string} query @returns {string[]}
 */
export function swapped(query) {
  const arabic = /[\u0621-\u064a]/.test(query);
  const latin = /[a-z]/i.test(query);
  if (arabic === latin) return [];
  if (latin) {
    return [[...query].map((key) => ARABIC.get(key) ?? ARABIC.get(key.toLowerCase()) ?? key).join("")];
  }
  const texts = /ل[اأإآ]/.test(query) ? [query.replace(/ل[اأإآ]/g, "b"), query] : [query];
  return texts.map((text) => [...text].map((letter) => LATIN.get(letter) ?? letter).join("").toLowerCase());
}
