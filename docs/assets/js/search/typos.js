/** What was meant by a word that is nowhere: a word of the texts that one letter makes of it. */

export const [WORD, LEMMAS, BEGINNING, NAME] = /** @type {const} */ ([0, 1, 2, 3]); // the lists of known words
const LEAST = 4; // letters; in a shorter word any letter may be another

/**
 * Whether one word becomes the other by one letter that is wrong, lost, added or swapped with
 * the next.
 * @param {string} one @param {string} other
 */
function oneLetter(one, other) {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [rest, others] = [one.slice(start), other.slice(start)];
  const [tail, tails] = [rest.slice(1), others.slice(1)];
  const swapped = () => rest[0] === others[1] && rest[1] === others[0] && tail.slice(1) === tails.slice(1);
  return one !== other && (tail === others || rest === tails || tail === tails || swapped());
}

/** Whether any holds. @param {(boolean | Promise<boolean>)[]} all */
const any = async (all) => (await Promise.all(all)).some(Boolean);

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
  const { ending, feminine } = index.normaliser.attached;
  for (const word of asked) {
    if (await index.known(word, word.length < LEAST ? LEMMAS : WORD)) return true;
    for (const cut of [word.replace(ending, "$1"), word.replace(feminine, "$1ه")]) {
      if (cut !== word && (await index.known(cut, LEMMAS))) return true;
    }
  }
  return false;
}

/**
 * Whether a word that is being typed is on the way to one that the dictionaries know.
 * @param {import("./types.js").Store} index
 * @param {string[]} asked the word, folded, as it is and without its article
 */
export async function isBeginning(index, asked) {
  const rest = (asked[0] ?? "").replace(index.normaliser.attached.before, "");
  const tried = [...asked, rest.length > LEAST ? rest : ""];
  return any(tried.map((word) => word.length >= LEAST && index.known(word, BEGINNING)));
}

/**
 * Whether a word that may go on is likely all that is meant: a lemma, or a form by its ending. Others
 * that the dictionaries know, as the accusative كأسا, are mostly on the way to a longer one.
 * @param {import("./types.js").Store} index
 * @param {string[]} asked the word, folded, as it is and without its article
 */
export async function isWhole(index, asked) {
  return (await any(asked.map((word) => index.known(word, LEMMAS)))) || (index.normaliser.attached.ended.test(asked[0] ?? "") && isKnown(index, asked));
}

/**
 * The word of the texts that was meant by one that is not in them. One that the dictionaries know was
 * mistyped only if a letter is doubled or two are swapped, or if what it is near to is a name.
 * @param {import("./types.js").Store} index
 * @param {string[]} asked the word, folded, as it is and without its article
 * @param {boolean} known @param {boolean} open whether it may be unfinished: then words that it begins, but for
 *   one letter, are near too
 * @param {boolean} begun whether the dictionaries have words that begin so, or have it as a name: then only words
 *   of the same letters, in another order or doubled, are near
 */
export async function meant(index, asked, known, open, begun) {
  const { sound, attached } = index.normaliser;
  for (const word of new Set(asked)) {
    const { length } = word;
    if (length < LEAST + Number(known) || /\d/.test(word)) continue;
    const half = length >> 1;
    // One letter leaves the one half as it is, or two in the middle are swapped.
    const near = await Promise.all([
      index.words(word.slice(0, half)),
      index.endings(word.slice(half)),
      index.words(word.slice(0, half - 1) + word[half] + word[half - 1] + word.slice(half + 1)),
      open ? index.words(word.slice(0, 2)) : [], // no end says yet what it becomes
    ]);
    const begins = (/** @type {string} */ one) =>
      open && !known && !begun && length > LEAST && [-1, 0, 1].some((more) => oneLetter(one.slice(0, length + more), word));
    // What is on the way to another word is seldom a slip that leaves all its letters, too.
    const surely = (/** @type {string} */ one) => sorted(one) === sorted(word) || single(one) === single(word);
    const likely = (/** @type {string} */ one) =>
      [
        oneLetter(one, word), surely(one) || sound(one) === sound(word),
        one[0] === word[0], one.at(-1) === word.at(-1), one.length >= length,
      ].map(Number).join("");
    const [best] = near
      .flat().map(([one]) => one)
      .filter((one) => one.length >= LEAST - 1 && (oneLetter(one, word) || begins(one)) && (!begun || surely(one)))
      .sort((one, other) => likely(other).localeCompare(likely(one)) || one.length - other.length || (one < other ? -1 : 1));
    if (best && (!known || surely(best) || !(await isKnown(index, [best, best.replace(attached.before, "")])))) return best;
  }
  return undefined;
}
