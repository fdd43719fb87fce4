/** Short notices, seen at the foot of the page and announced by screen readers. */

const region = document.createElement("div");
region.setAttribute("role", "status");
let timer = 0;

/** Say it in both languages; `unseen`, to screen readers alone, where the page itself shows it. */
export function say(arabic = "", english = "", unseen = false) {
  region.className = unseen ? "notice unseen" : "notice";
  region.replaceChildren();
  // What is outside an open dialog is neither seen nor announced.
  const place = document.querySelector("dialog:modal") ?? document.body;
  if (region.parentNode !== place) place.append(region);
  clearTimeout(timer);
  // A region is heard only if it was there before what is in it.
  timer = setTimeout(() => {
    region.append(text("ar", arabic), text("en", english));
    timer = setTimeout(() => region.replaceChildren(), 5000);
  }, 100);
}

/** Say that what was asked for could not be done. */
export const sayFailed = () => say("تعذّر ذلك. تحقق من الاتصال.", "That did not work. Check the connection.");

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
