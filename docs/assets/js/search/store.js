/** The index in site/search/, as scripts/bitext/search/index.py lays it out; no file comes twice. */

import { normaliser } from "./normalise.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The numbers in a text of Base64 VLQ. @param {string} text */
export function numbers(text) {
  const found = [];
  let [number, shift] = [0, 0];
  for (const digit of text) {
    const value = DIGITS.indexOf(digit);
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
  const { version, articles, entries, families, tags, states } = manifest;

  /** @param {string} name */
  function get(name) {
    const file = files.get(name) ?? fetched(`search/${version}/${name}.json`);
    file.catch(() => files.delete(name)); // the next query asks again
    files.set(name, file);
    return file;
  }

  const sizes = numbers(articles);
  const places = sizes.flatMap((size, i) =>
    i % 2 ? [] : Array.from({ length: size }, (_, index) => ({
      article: i / 2, index, title: index < Number(sizes[i + 1]),
    })),
  );

  return {
    tags, states, places,
    normaliser: normaliser(rules),
    async entry(words) {
      const answers = await Promise.all(
        words.map(async (by) => {
          const number = shard(entries, by);
          const file = number < 0 ? {} : await get(`e${number}`);
          return { by, found: Object.hasOwn(file, by) ? file[by] : undefined };
        }),
      );
      const answer = answers.find(({ found }) => found !== undefined);
      return answer && { by: answer.by, families: [answer.found].flat() };
    },
    async completions(beginning) {
      const first = Math.max(0, shard(entries, beginning));
      const names = entries.slice(first, Math.min(first + 3, shard(entries, `${beginning}\uffff`)) + 1);
      const found = await Promise.all(names.map((_, i) => get(`e${first + i}`)));
      return found
        .flatMap((entry) => Object.entries(entry))
        .filter(([word]) => word.startsWith(beginning))
        .sort(([a], [b]) => a.length - b.length);
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
