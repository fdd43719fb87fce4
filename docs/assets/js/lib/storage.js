/**
 * What a reader keeps, in the browser's own storage. Each kind is one JSON text under a name of its
 * own, which begins with the site's path, and says its version. No text, whatever it holds, breaks
 * a page: one that is not understood is copied aside before it is written over, and one that a newer
 * version of the site wrote is left as it is.
 */

import { say } from "./notice.js";

const VERSION = 1;

/**
 * Read and change what is kept under a name.
 * @template T
 * @param {string} name
 * @param {(content: any) => T} check returns the valid part of any value that may be stored there; given its
 *   own result, all of it
 */
export function stored(name, check) {
  const key = `${safhatan.base}safhatan.${name}`;
  const look = () => {
    let old, kept;
    try {
      old = localStorage.getItem(key);
      kept = JSON.parse(old ?? "");
    } catch {
      // Nothing can be read, or nothing readable is there.
    }
    const content = check(kept?.version === VERSION ? kept.content : undefined);
    return { old, newer: kept?.version > VERSION, content };
  };
  /** @param {T} content */
  const json = (content) => JSON.stringify({ version: VERSION, content });
  return {
    read: () => look().content,

    /**
     * Change what is kept now, whichever tab wrote it, and tell the reader if that fails.
     * @param {(content: T) => T} change
     * @param {boolean} quiet whether the reader is not told
     * @returns {boolean} whether it is kept
     */
    update(change, quiet = false) {
      const { old, newer, content } = look();
      try {
        if (newer) throw new Error();
        if (old && old !== json(content)) localStorage.setItem(`${key}.${Date.now()}`, old);
        localStorage.setItem(key, json(check(change(content))));
        return true;
      } catch (error) {
        if (quiet) return false;
        say(/** @type {Error} */ (error).name === "QuotaExceededError" ? "full" : "unsaved");
        return false;
      }
    },
  };
}

/**
 * The items of a content of any shape that have an article, a time and texts under these names.
 * @param {any} content
 * @param {string[]} texts
 * @returns {any[]}
 */
export const sound = (content, ...texts) =>
  (Array.isArray(content) ? content : []).filter(
    (one) =>
      ["article", ...texts].every((name) => typeof one?.[name] === "string") &&
      /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(one.article) &&
      Number.isFinite(one.time),
  );
