/**
 * The index as it lies in site/search/ (scripts/bitext/search/index.py says how), each file
 * fetched once and only when something in it is asked for.
 *
 * @typedef {{version: string, articles: string, entries: string[], families: number[],
 *   tags: string[], states: string[]}} Manifest
 * @typedef {Record<string, number | number[]>} Entries
 * @typedef {Record<string, Record<string, string>>} Family by stem, by word: postings
 * @typedef {[id: string, arabic: string, english: string, state: string]} Row
 * @typedef {{id: string, sentences: Row[]}} Article
 */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** The numbers in a text of VLQ. @param {string} text */
export function numbers(text) {
  const found = [];
  let number = 0;
  let shift = 0;
  for (const digit of text) {
    const value = VALUES.get(digit) ?? 0;
    number |= (value & 31) << shift;
    shift += 5;
    if (value < 32) {
      found.push(number);
      number = shift = 0;
    }
  }
  return found;
}

/** The numbers whose differences stand in a text of VLQ. @param {string} text */
const rising = (text) => {
  let last = 0;
  return numbers(text).map((difference) => (last += difference));
};

/**
 * The last of these starts that is not after the key.
 * @template {string | number} T
 * @param {T[]} starts @param {T} key
 */
function place(starts, key) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** @param {URL} root @param {string} path */
async function json(root, path) {
  const answer = await fetch(new URL(path, root));
  if (!answer.ok) throw new Error(`${answer.status} for ${path}`);
  return answer.json();
}

/** @param {URL} root the site's address, with a final slash */
export async function store(root) {
  /** @type {Manifest} */
  const manifest = await json(root, "search/index.json");
  /** @type {Map<string, Promise<any>>} */
  const files = new Map();

  /** @param {string} name */
  function get(name) {
    let file = files.get(name);
    if (!file) {
      file = json(root, `search/${manifest.version}/${name}.json`);
      file.catch(() => files.delete(name)); // the next query asks again
      files.set(name, file);
    }
    return file;
  }

  /** Of each article, its first sentence; then the end. */
  const starts = [0];
  /** @type {number[]} */
  const heads = [];
  numbers(manifest.articles).forEach((n, i) => (i % 2 ? heads.push(n) : starts.push(n + (starts.at(-1) ?? 0))));

  return {
    manifest,
    sentences: starts.at(-1) ?? 0,

    /** The article of a sentence, its place there, and whether it is in the title.
     * @param {number} sentence */
    locate(sentence) {
      const article = place(starts, sentence);
      const index = sentence - starts[article];
      return { article, index, title: index < heads[article] };
    },

    /** The entries of these words that have one, by word.
     * @param {string[]} words @returns {Promise<Map<string, number[]>>} */
    async entries(words) {
      const shards = new Map();
      for (const word of words) {
        const shard = place(manifest.entries, word);
        if (shard >= 0) shards.set(word, get(`e${shard}`));
      }
      const found = new Map();
      for (const [word, shard] of shards) {
        const entry = (await shard)[word];
        if (entry !== undefined) found.set(word, [entry].flat());
      }
      return found;
    },

    /** The families of the words that go on from a beginning, those nearest to it first.
     * @param {string} beginning @param {number} least letters more @param {number} most families */
    async completions(beginning, least, most) {
      const first = Math.max(0, place(manifest.entries, beginning));
      const last = place(manifest.entries, `${beginning}\uffff`);
      /** @type {[string, number | number[]][]} */
      const found = [];
      for (let shard = first; shard <= Math.min(last, first + 2); shard += 1) {
        found.push(...Object.entries(await get(`e${shard}`)));
      }
      const near = found
        .filter(([word]) => word.startsWith(beginning) && word.length >= beginning.length + least)
        .sort(([a], [b]) => a.length - b.length);
      return [...new Set(near.flatMap(([, families]) => families))].slice(0, most);
    },

    /** @param {number[]} wanted @returns {Promise<Family[]>} */
    families: (wanted) => Promise.all(wanted.map(
      async (number) => (await get(`f${place(manifest.families, number)}`))[number],
    )),

    /** @param {number} number @returns {Promise<Article>} */
    article: (number) => get(`t${number}`),

    /** Which articles have a tag, which sentences a state.
     * @param {"tags" | "states"} kind @param {string} name */
    filter: async (kind, name) => new Set(rising((await get("filters"))[kind][name] ?? "")),
  };
}

/** @typedef {Awaited<ReturnType<typeof store>>} Store */
