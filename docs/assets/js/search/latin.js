/** Arabic words as learners write them in Latin letters: kitab, Dimashq, al-Qahira. */

// The letters that each may stand for, by the romanizations in use; a letter written twice is one.
const CONSONANTS = new Map(Object.entries({
  b: "ب", c: "كقس", d: "دض", f: "ف", g: "جغ", h: "هح", j: "ج", k: "كق", l: "ل", m: "م", n: "ن", p: "ب",
  q: "ق", r: "ر", s: "سص", t: "تط", v: "ف", w: "و", x: "خ", y: "ي", z: "زظذ",
  ch: "ش", dh: "ذضظ", dj: "ج", gh: "غ", kh: "خ", sh: "ش", th: "ث",
}));
// A short vowel is not written, but where a word begins with it, and ع not heard.
const FRONT = "يئإىاع";
const BACK = "وؤأاع";
const VOWELS = new Map(Object.entries({ a: "اأآىعء", e: FRONT, i: FRONT, o: BACK, u: BACK }));
const PART = /([aeiou]+)|(?:ch|dh|dj|gh|kh|sh|th|[b-z])/g;
const DOUBLED = /(ch|dh|dj|gh|kh|sh|th|[^aeiou])\1/g;
const [BEFORE, ARTICLE, PAUSE] = ["^[وفبلك]?(?:ال|لل)?", /^[ae]l(?=.{4})/, "[ةه]?$"];

/** What the Arabic words match, light, that a Latin word may be. @param {string} latin */
export function spelled(latin) {
  const word = latin.replace(DOUBLED, "$1").replace(/ah$/, "a");
  const parts = [...word.matchAll(PART)].map(([part, vowels], i) => {
    if (!vowels) return `[${CONSONANTS.get(part)}]`;
    return `[${[...vowels].map((one) => VOWELS.get(one)).join("")}]{${i && !vowels[1] ? 0 : 1},2}`;
  });
  return new RegExp(BEFORE + parts.join("") + (word.endsWith("a") ? PAUSE : "$"));
}

/**
 * The families of the Arabic words that a Latin one may be.
 * @param {import("./types.js").Store} index @param {string} light
 */
export async function inArabic(index, light) {
  if (!/^[a-z]{4,}$/.test(light)) return [];
  const found = [];
  // شكرا is said shukran.
  for (const word of new Set([light, light.replace(ARTICLE, ""), light.replace(/an$/, "a")])) {
    const form = spelled(word);
    const numbers = await index.spoken(index.normaliser.sound(word));
    const there = await index.families(numbers);
    const words = there.map((family) => Object.values(family).flatMap((members) => Object.keys(members)));
    found.push(...numbers.filter((_, i) => words[i]?.some((one) => form.test(one))));
  }
  return found;
}
