/**
 * The index in site/search/ (scripts/bitext/search/index.py says how it lies there). A file is
 * fetched once, when something in it is asked for.
 *
 * @typedef {Record<string, Record<string, string>>} Family by stem, by word: postings
 * @typedef {[id: string, arabic: string, english: string, state: string]} Row
 * @typedef {{ id: string, sentences: Row[] }} Article
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
    if (value > 31) continue;
    found.push(number);
    number = shift = 0;
  }
  return found;
}

/** The last of these starts that is not after the key.
 * @param {(string | number)[]} starts @param {string | number} key */
const place = (starts, key) => starts.findLastIndex((start) => start <= key);

/** @param {URL} root the site's address, with a final slash */
export async function store(root) {
  /** @param {string} path */
  async function json(path) {
    const answer = await fetch(new URL(`search/${path}.json`, root));
    if (!answer.ok) throw new Error(`search/${path}.json: ${answer.status}`);
    return answer.json();
  }

  /** @type {{ version: string, articles: string, entries: string[], families: number[], tags: string[], states: string[] }} */
  const manifest = await json("index");
  /** @type {Map<string, Promise<any>>} */
  const files = new Map();

  /** @param {string} name */
  function get(name) {
    const file = files.get(name) ?? json(`${manifest.version}/${name}`);
    files.set(name, file);
    file.catch(() => files.delete(name)); // the next query asks again
    return file;
  }

  /** @type {{ article: number, index: number, title: boolean }[]} of each sentence */
  const places = [];
  const sizes = numbers(manifest.articles);
  for (let article = 0; 2 * article < sizes.length; article += 1) {
    const [size = 0, titles = 0] = sizes.slice(2 * article);
    for (let index = 0; index < size; index += 1) places.push({ article, index, title: index < titles });
  }

  return {
    tags: manifest.tags,
    states: manifest.states,
    places,

    /** The first of these words that has an entry, and its families. @param {string[]} words */
    async entry(words) {
      const shards = await Promise.all(
        words.map((word) => (word < String(manifest.entries[0]) ? {} : get(`e${place(manifest.entries, word)}`))),
      );
      const by = words.findIndex((word, i) => word in shards[i]);
      return by < 0 ? null : { by: words[by], families: [shards[by][String(words[by])]].flat() };
    },

    /** The entries that go on from a beginning, the shortest first.
     * @param {string} beginning @returns {Promise<[string, number | number[]][]>} */
    async completions(beginning) {
      const first = Math.max(0, place(manifest.entries, beginning));
      const last = Math.min(place(manifest.entries, `${beginning}\uffff`), first + 3);
      const found = [];
      for (let shard = first; shard <= last; shard += 1) found.push(...Object.entries(await get(`e${shard}`)));
      return found
        .filter(([word]) => word.startsWith(beginning))
        .sort(([a], [b]) => a.length - b.length);
    },

    /** @param {number[]} wanted @returns {Promise<Family[]>} */
    families: (wanted) =>
      Promise.all(wanted.map(async (one) => (await get(`f${place(manifest.families, one)}`))[one])),

    /** @param {number} number @returns {Promise<Article>} */
    article: (number) => get(`t${number}`),

    /** Which articles have a tag, which sentences a state; null without a name.
     * @param {"tags" | "states"} kind @param {string} [name] */
    async filter(kind, name) {
      if (!name) return null;
      let last = 0;
      return new Set(numbers((await get("filters"))[kind][name] ?? "").map((n) => (last += n)));
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof store>>} Store */
