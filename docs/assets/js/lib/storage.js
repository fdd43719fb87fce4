/**
 * What a reader keeps, in the browser's own storage and nowhere else: one JSON text a kind, with
 * a version. Sites that share an origin do not share it. Nothing unreadable breaks a page, and
 * nothing is lost: what is not understood is set aside before it is written over, and what a
 * newer version wrote is left alone.
 */

import { say, text } from "./notice.js";

const VERSION = 1;

/**
 * @template T
 * @param {string} name
 * @param {(content: any) => T} check what is sound of a content of any shape; of its own, all
 */
export function store(name, check) {
  const key = `${safhatan.base}safhatan.${name}`;
  /** @param {any} kept */
  const sound = (kept) => check(kept?.version === VERSION ? kept.content : undefined);
  /** @param {T} content */
  const written = (content) => JSON.stringify({ version: VERSION, content });
  return {
    /** What is kept, or what `check` makes of nothing. */
    read() {
      try {
        return sound(parse(localStorage.getItem(key)));
      } catch {
        return sound(0);
      }
    },

    /**
     * Change what is kept now, by whatever tab, and say where that fails, unless `quiet`.
     * @param {(content: T) => T} change
     * @param {boolean} [quiet]
     * @returns {boolean} whether it is kept
     */
    update(change, quiet) {
      try {
        const old = localStorage.getItem(key);
        const kept = parse(old);
        if (kept?.version > VERSION) throw new Error("newer");
        const content = sound(kept);
        if (old && old !== written(content)) localStorage.setItem(`${key}.${Date.now()}`, old);
        localStorage.setItem(key, written(check(change(content))));
        return true;
      } catch (error) {
        if (!quiet) excuse(/** @type {Error} */ (error).name);
        return false;
      }
    },
  };
}

/** @param {string | null} json */
function parse(json) {
  try {
    return JSON.parse(json ?? "");
  } catch {
    return 0;
  }
}

/** @param {string} error */
function excuse(error) {
  if (error === "QuotaExceededError")
    say(
      "لم يُحفظ: امتلأت ذاكرة المتصفح. صدِّر علاماتك واحذف بعضها.",
      "Not saved: the browser’s storage is full. Export your bookmarks and remove some.",
    );
  else say("تعذّر الحفظ في هذا المتصفح.", "It could not be saved in this browser.");
}

/**
 * Of a content of any shape, what has a time, belongs to an article and to a place in it.
 * @param {any} content
 * @param {string} id name of the place's id
 * @param {RegExp} pattern of the id
 * @param {string[]} texts names
 */
export const sound = (content, id, pattern, ...texts) =>
  (Array.isArray(content) ? content : []).filter(
    (one) =>
      ["article", id, ...texts].every((name) => typeof one?.[name] === "string") &&
      /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(one.article) &&
      pattern.test(one[id]) &&
      Number.isFinite(one.time),
  );

/**
 * Make a link lead to a place in an article.
 * @param {HTMLAnchorElement} link
 * @param {Mark | Place} one
 * @param {string} id
 */
export function lead(link, { article, arabic, english }, id) {
  link.href = `${safhatan.base}articles/${encodeURIComponent(article)}/#${id}`;
  link.append(text("ar", arabic), ...(english ? [text("en", english)] : []));
}
