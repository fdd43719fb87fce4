/**
 * Marks a sentence and its counterpart in the other language while one of them is pointed at,
 * tapped, or the target of a link. Without this script the paragraphs still face each other.
 */

const reader = document.querySelector(".bitext");

/**
 * The sentence an event or a link is about, if any.
 * @param {EventTarget | null} node
 * @returns {HTMLElement | null}
 */
function sentenceAt(node) {
  return node instanceof Element ? node.closest(".sentence") : null;
}

/**
 * Mark this sentence and its counterpart, and no other.
 * @param {HTMLElement | null} sentence
 */
function mark(sentence) {
  for (const old of reader.querySelectorAll(".sentence[data-marked]")) {
    delete old.dataset.marked;
  }
  if (!sentence) return;
  const pair = CSS.escape(sentence.dataset.pair);
  for (const one of reader.querySelectorAll(`.sentence[data-pair="${pair}"]`)) {
    one.dataset.marked = "";
  }
}

/** The sentence the address points at. */
function target() {
  return sentenceAt(document.getElementById(decodeURIComponent(location.hash.slice(1))));
}

if (reader) {
  reader.addEventListener("pointerover", (event) => mark(sentenceAt(event.target) ?? target()));
  reader.addEventListener("pointerleave", () => mark(target()));
  reader.addEventListener("click", (event) => mark(sentenceAt(event.target)));
  addEventListener("hashchange", () => mark(target()));
  mark(target());
}
