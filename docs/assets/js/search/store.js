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
 * @template {string | number} T @param {T[]} starts @param {T} key */
const shard = (starts, key) => Math.max(0, starts.findLastIndex((start) => start <= key));

/** @param {string} word */
const reversed = (word) => [...word].reverse().join("");

/**
 * The words that begin so, of lists in which each says how many letters it has of the one before; each
 * with its families, and those of near kin.
 * @param {string[]} lists @param {string} beginning
 * @returns {import("./types.js").Listed[]}
 */
function listed(lists, beginning) {
  /** @type {import("./types.js").Listed[]} */
  const found = [];
  for (const list of lists) {
    let word = "";
    for (const one of list.split(",")) {
      const [rest = "", of = "", near = ""] = one.split("=");
      word = word.slice(0, parseInt(rest[0] ?? "0", 36)) + rest.slice(1);
      if (word.startsWith(beginning)) found.push([word, numbers(of), numbers(near)]);
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
  const { version, articles, families, most, known, turns, about, tags, states } = manifest;

  /** @param {string} name */
  function get(name) {
    const file = files.get(name) ?? fetched(`search/${version}/${name}.json`);
    file.catch(() => files.delete(name)); // the next query asks again
    files.set(name, file);
    return file;
  }

  /** Where the files of lists begin, by letter. */
  const starts = new Map(Object.entries(manifest.starts).map(([letter, list]) => [letter, listed([list], "").map(([word]) => word)]));

  /** What is listed that begins so, of so many files at most.
   * @param {string} letter @param {string} beginning @param {number} [files] */
  async function range(letter, beginning, files = most) {
    const all = starts.get(letter) ?? [];
    const first = shard(all, beginning);
    const last = Math.min(first + files, shard(all, `${beginning}\uffff`) + 1);
    return listed(await Promise.all(all.slice(first, last).map((_, i) => get(`${letter}${first + i}`))), beginning);
  }

  /** What is listed under a key. @param {string} letter @param {string} key */
  const under = async (letter, key) => (await range(letter, key, 1)).find(([word]) => word === key);

  /** The families listed under a sound. @param {string} sound */
  const heard = async (sound) => (await under("n", sound))?.[1] ?? [];

  const sizes = numbers(articles);
  const places = sizes.flatMap((size, i) =>
    i % 2 ? [] : Array.from({ length: size }, (_, index) => ({
      article: i / 2, index, title: index < Number(sizes[i + 1]),
    })),
  );

  return {
    about, tags, states, places,
    normaliser: normaliser(rules),
    entry: async (words) => (await Promise.all(words.map((word) => under("e", word)))).find(Boolean),
    entries: (beginning) => range("e", beginning),
    words: (beginning) => range("w", beginning),
    endings: async (end) => (await range("r", reversed(end))).map(([word, ...of]) => [reversed(word), ...of]),
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
