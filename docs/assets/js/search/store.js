/** The index in site/search/, as scripts/bitext/search/index.py lays it out; no file comes twice. */

import { normaliser } from "./normalise.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const VALUES = new Uint8Array(128);
[...DIGITS].forEach((digit, value) => (VALUES[digit.charCodeAt(0)] = value));

/** The numbers in a text of Base64 VLQ. @param {string} text */
export function numbers(text) {
  const found = [];
  let [number, shift] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const value = VALUES[text.charCodeAt(at)] ?? 0;
    number |= (value & 31) << shift;
    shift += 5;
    if (value > 31) continue;
    found.push(number);
    number = shift = 0;
  }
  return found;
}

/** The last of these starts that is not after the key.
 * @param {(string | number)[]} starts @param {string | number} key */
const shard = (starts, key) => starts.findLastIndex((start) => start <= key);

/** @param {string} word */
const reversed = (word) => [...word].reverse().join("");

/** An entry's families, and those of near kin, which are ~number. @param {number[]} all */
const split = (all) => ({ families: all.filter((n) => n >= 0), kin: all.filter((n) => n < 0).map((n) => ~n) });

/**
 * The words that begin so, of lists in which each says how many letters it has of the one before.
 * @param {string[]} lists @param {string} beginning
 * @returns {[string, number[]][]}
 */
function listed(lists, beginning) {
  /** @type {[string, number[]][]} */
  const found = [];
  for (const list of lists) {
    let word = "";
    for (const one of list.split(",")) {
      const [rest = "", of = ""] = one.split("=");
      word = word.slice(0, parseInt(rest[0] ?? "0", 36)) + rest.slice(1);
      if (word.startsWith(beginning)) found.push([word, numbers(of)]);
    }
  }
  return found;
}

/**
 * Those of the families that have a word which fits.
 * @param {Pick<import("./types.js").Store, "families">} index @param {number[]} of @param {(light: string) => boolean} fits
 */
export async function having({ families }, of, fits) {
  const found = await families(of);
  return of.filter((_, i) => Object.values(found[i] ?? {}).some((members) => Object.keys(members).some(fits)));
}

/** @param {URL} root the site's address @returns {Promise<import("./types.js").Store>} */
export async function store(root) {
  /** @type {Map<string, Promise<any>>} */
  const files = new Map();

  /** @param {string} path @param {RequestInit} [how] */
  async function fetched(path, how) {
    const answer = await fetch(new URL(path, root), how);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  // Asked for anew: these two name a version and go with it, and a host may let them be kept.
  const [rules, manifest] = await Promise.all(
    ["assets/search/normalise.json", "search/index.json"].map((path) => fetched(path, { cache: "no-cache" })),
  );
  /** @type {import("./types.js").Manifest} */
  const { version, articles, entries, families, words, endings, sounds, known, turns, about, tags, states } = manifest;

  /** @param {string} name */
  function get(name) {
    const file = files.get(name) ?? fetched(`search/${version}/${name}.json`);
    file.catch(() => files.delete(name)); // the next query asks again
    files.set(name, file);
    return file;
  }

  /** The files that may hold keys which begin so, four at most.
   * @param {string} letter @param {string[]} starts @param {string} beginning */
  function range(letter, starts, beginning) {
    const first = Math.max(0, shard(starts, beginning));
    const last = Math.min(first + 3, shard(starts, `${beginning}\uffff`));
    return Promise.all(starts.slice(first, last + 1).map((_, i) => get(`${letter}${first + i}`)));
  }

  /** What is under a key, if anything is, in the files of that letter.
   * @param {string} letter @param {string[]} starts @param {string} key */
  async function under(letter, starts, key) {
    const number = shard(starts, key);
    const file = number < 0 ? {} : await get(`${letter}${number}`);
    return Object.hasOwn(file, key) ? file[key] : undefined;
  }

  /** The families listed under a sound. @param {string} sound */
  const heard = async (sound) => [(await under("n", sounds, sound)) ?? []].flat();

  const sizes = numbers(articles);
  const places = sizes.flatMap((size, i) =>
    i % 2 ? [] : Array.from({ length: size }, (_, index) => ({
      article: i / 2, index, title: index < Number(sizes[i + 1]),
    })),
  );

  return {
    about, tags, states, places,
    normaliser: normaliser(rules),
    async entry(words) {
      const answers = await Promise.all(
        words.map(async (by) => ({ by, found: await under("e", entries, by) })),
      );
      const answer = answers.find(({ found }) => found !== undefined);
      return answer && { by: answer.by, ...split([answer.found].flat()) };
    },
    async entries(beginning) {
      const files = await range("e", entries, beginning);
      return files
        .flatMap((entry) => Object.entries(entry))
        .filter(([word]) => word.startsWith(beginning))
        .map(([word, found]) => {
          const { families, kin } = split([found].flat());
          return /** @type {[string, number[]]} */ ([word, families.length ? families : kin]);
        });
    },
    words: async (beginning) => listed(await range("w", words, beginning), beginning),
    async endings(end) {
      const found = listed(await range("r", endings, reversed(end)), reversed(end));
      return found.map(([word, of]) => [reversed(word), of]);
    },
    sounds: heard,
    spoken: (sound) => heard(`~${sound}`),
    async known(word, list) {
      let hash = 0x811c9dc5;
      for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193) >>> 0;
      const bits = atob((await get(`k${hash % known}`)).split(" ")[list]);
      const size = 8 * bits.length;
      let mixed = Math.floor(hash / known);
      for (let turn = 0; turn < turns; turn += 1) {
        mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d + 2 * turn) >>> 0;
        const at = mixed % size;
        if (!((bits.charCodeAt(at >> 3) >> (at & 7)) & 1)) return false;
      }
      return true;
    },
    families: (wanted) =>
      Promise.all(wanted.map(async (one) => (await get(`f${shard(families, one)}`))[one])),
    article: (number) => get(`t${number}`),
    async filter(kind, name) {
      let last = 0;
      return name ? new Set(numbers((await get("filters"))[kind][name]).map((n) => (last += n))) : undefined;
    },
  };
}
