/**
 * What a reader keeps, in the browser's own storage: a JSON text a kind, with a version, a site
 * its own. Nothing unreadable breaks a page; what is not understood is set aside before it is
 * written over, and what a newer version wrote is left alone.
 */

import { say } from "./notice.js";

const VERSION = 1;

/**
 * @template T
 * @param {string} name
 * @param {(content: any) => T} check what is sound of a content of any shape; of its own, all
 */
export function store(name, check) {
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
     * Change what is kept now, by whatever tab, and say if that fails.
     * @param {(content: T) => T} change
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
 * Of a content of any shape, what has an article, a time and texts of these names.
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
