/** Short notices, seen at the foot of the page and announced by screen readers. */

const TIME = 5000; // milliseconds a notice stays
const region = document.createElement("div");
region.className = "notice";
region.setAttribute("role", "status");
document.body.append(region);
let timer = 0;

/**
 * Say it in both languages.
 * @param {string} arabic
 * @param {string} english
 * @param {boolean} [unseen] to screen readers alone: the page itself shows it
 */
export function say(arabic, english, unseen = false) {
  region.classList.toggle("unseen", unseen);
  // What is outside an open dialog is neither seen nor announced.
  const place = document.querySelector("dialog:modal") ?? document.body;
  if (region.parentNode !== place) place.append(region);
  region.replaceChildren(...[text("ar", arabic), text("en", english)]);
  clearTimeout(timer);
  timer = setTimeout(() => region.replaceChildren(), TIME);
}

/**
 * A span that says its language.
 * @param {"ar" | "en"} language
 * @param {string} content
 */
export function text(language, content) {
  const span = document.createElement("span");
  span.lang = language;
  span.dir = language === "ar" ? "rtl" : "ltr";
  span.textContent = content;
  return span;
}
