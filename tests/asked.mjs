/**
 * Counts how often scripts ask a sentence of an article for something, without a browser: when the
 * article is opened and a sentence of another has a bookmark, when one of its own has one that is to
 * be found again, and when a mouse moves over it. Prints them as JSON.
 *
 * node tests/asked.mjs SENTENCES
 */

const size = Number(process.argv[2]);
let asked = 0;

/** A sentence's element in one language. */
const element = (pair, id, text) => ({
  id,
  text,
  get dataset() {
    asked += 1;
    return { pair };
  },
  toggleAttribute() {
    asked += 1;
  },
  querySelector: () => null,
  closest: () => null,
});
const pairs = Array.from({ length: size }, (_, at) => `p${at + 1}s1`);
const sentences = pairs.flatMap((pair, at) => [
  element(pair, pair, `كلمة ${at + 1}`),
  element(pair, "", `Word ${at + 1}`),
]);

/** What is kept of the sentence before the last, under the last one's id. */
const bookmark = (article) => ({
  ...{ article, sentence: pairs.at(-1), title: "", arabic: `كلمة ${size - 1}`, english: "", note: "", time: 1 },
});
let kept = "";
const storage = { getItem: () => kept, setItem: (_, text) => (kept = text) };
const keep = (article) => (kept = JSON.stringify({ version: 1, content: [bookmark(article)] }));

/** Goes through the text of an element, which is one node. */
function walker({ text }) {
  asked += 1;
  const left = [true];
  return { nextNode: () => left.pop(), currentNode: { textContent: text } };
}
Object.assign(globalThis, {
  safhatan: { base: "/" },
  localStorage: storage,
  location: { origin: "", pathname: "/", hash: "" },
  NodeFilter: { SHOW_TEXT: 4 },
  CustomEvent: class {},
  document: {
    documentElement: { dataset: {} },
    querySelector: () => ({ dataset: { article: "own" } }),
    querySelectorAll: () => sentences,
    createElement: () => ({ setAttribute() {} }),
    createTreeWalker: walker,
    dispatchEvent: () => true,
  },
});

const { refind } = await import("../docs/assets/js/lib/refind.js");
const { point } = await import("../docs/assets/js/lib/current.js");

/** How often a sentence is asked while something is done. */
function during(task) {
  asked = 0;
  task();
  return asked;
}
keep("another");
const other = during(refind);
keep("own");
const own = during(refind);
const found = JSON.parse(kept).content[0].sentence === pairs.at(-2);
point(pairs[0]);
console.log(JSON.stringify({ other, own, found, pointed: during(() => point(pairs[1])) }));
