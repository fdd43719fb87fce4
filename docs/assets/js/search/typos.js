/** What was meant by a word that is nowhere: a word of the texts that one letter makes of it. */

const LEAST = 4; // letters; in a shorter word any letter may be another
const ENDINGS = /^(.{4,}?)(?:هما|ها|هم|هن|نا|كم|ات|ون|ين|ان|ه|ك|ي|s|es|ed|ing)$/;
const ENDED = /.{3}(?:ها|هم|هن|نا|كم|ات|ون|ين|ه|s|ed|ing)$/;

/**
 * Whether one word becomes the other by one letter that is wrong, lost, added or swapped with
 * the next.
 * @param {string} one @param {string} other
 */
export function oneLetter(one, other) {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [rest, others] = [one.slice(start), other.slice(start)];
  if (rest.length !== others.length) {
    const [long, short] = rest.length > others.length ? [rest, others] : [others, rest];
    return long.slice(1) === short;
  }
  return (
    rest.slice(1) === others.slice(1) ||
    (rest[0] === others[1] && rest[1] === others[0] && rest.slice(2) === others.slice(2))
  );
}

/** The letters of a word in order, which a swap leaves as they are. @param {string} word */
const sorted = (word) => [...word].sort().join("");

/** A word without doubled letters, which are doubled or not by mistake most often. @param {string} word */
const single = (word) => word.replace(/(.)\1/g, "$1");

/**
 * Whether the dictionaries know a word, with what is written together with it or without.
 * @param {import("./types.js").Store} index
 * @param {string[]} asked the word, folded, as it is and without its article
 */
export async function isKnown(index, asked) {
  for (const word of asked) {
    const cut = ENDINGS.exec(word)?.[1];
    if ((await index.known(word, false)) || (cut && (await index.known(cut, false)))) return true;
  }
  return false;
}

/**
 * Whether a word that may go on is likely all that is meant: a lemma, or a form by its ending. Others
 * that the dictionaries know, as the accusative كأسا, are mostly on the way to a longer one.
 * @param {import("./types.js").Store} index
 * @param {string[]} asked the word, folded, as it is and without its article
 */
export async function isWhole(index, asked) {
  const lemmas = await Promise.all(asked.map((word) => index.known(word, true)));
  return lemmas.some(Boolean) || (ENDED.test(asked[0] ?? "") && isKnown(index, asked));
}

/**
 * The word of the texts that was meant by one that the dictionaries do not know.
 * @param {import("./types.js").Store} index
 * @param {string[]} asked the word, folded, as it is and without its article
 */
export async function meant(index, asked) {
  for (const word of new Set(asked)) {
    if (word.length < LEAST || /\d/.test(word)) continue;
    const half = word.length >> 1;
    // One letter leaves the one half as it is, or two in the middle are swapped.
    const near = await Promise.all([
      index.words(word.slice(0, half)),
      index.endings(word.slice(half)),
      index.words(word.slice(0, half - 1) + word[half] + word[half - 1] + word.slice(half + 1)),
    ]);
    const found = near.flat().map(([one]) => one);
    const likely = (/** @type {string} */ one) =>
      2 * Number(sorted(one) === sorted(word) || single(one) === single(word)) +
      2 * Number(one[0] === word[0]) + Number(one.at(-1) === word.at(-1)) + Number(one.length >= word.length);
    const [best] = found
      .filter((one) => one.length >= LEAST - 1 && oneLetter(one, word))
      .sort((one, other) => likely(other) - likely(one) || one.length - other.length || (one < other ? -1 : 1));
    if (best) return best;
  }
  return undefined;
}
