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
  for (const old of document.querySelectorAll(".sentence[data-marked]")) {
    old.removeAttribute("data-marked");
  }
  const pair = sentence?.dataset.pair;
  if (!pair) return;
  for (const one of document.querySelectorAll(`.sentence[data-pair="${CSS.escape(pair)}"]`)) {
    one.setAttribute("data-marked", "");
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
