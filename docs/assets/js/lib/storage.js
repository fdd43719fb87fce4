/**
 * What a reader keeps, in the browser's own storage and nowhere else: one JSON text a kind,
 * with a version. Sites that share an origin do not share it. Nothing unreadable breaks a page,
 * and nothing that was kept is written over: a damaged text is set aside, a newer one left alone.
 */

import { say } from "./notice.js";

/**
 * @template T
 * @param {string} name
 * @param {number} version the version that is written; others are not read
 * @param {(content: unknown) => T} check returns what is sound of a content, of any shape
 */
export function store(name, version, check) {
  const key = `${safhatan.base}safhatan.${name}`;

  /** @returns {{ content?: unknown, version?: number, damaged?: string }} */
  function raw() {
    let text = null;
    try {
      text = localStorage.getItem(key);
      return (text && JSON.parse(text)) || {};
    } catch {
      return text === null ? {} : { damaged: text };
    }
  }

  return {
    /** What is kept, or what `check` makes of nothing. */
    read() {
      const kept = raw();
      return check(kept.version === version ? kept.content : undefined);
    },

    /**
     * Keep a content. Where that fails the reader is told why, unless `quiet`.
     * @param {T} content
     * @param {boolean} [quiet]
     * @returns {boolean} whether it was kept
     */
    write(content, quiet) {
      const kept = raw();
      try {
        if (Number(kept.version) > version) throw new Error("newer");
        if (kept.damaged) localStorage.setItem(`${key}.damaged`, kept.damaged);
        localStorage.setItem(key, JSON.stringify({ version, content }));
        return true;
      } catch (error) {
        if (!quiet) say(...reason(error));
        return false;
      }
    },
  };
}

/**
 * @param {unknown} error
 * @returns {[string, string]}
 */
function reason(error) {
  if (error instanceof DOMException && error.name === "QuotaExceededError") {
    return [
      "لم يُحفظ: امتلأت ذاكرة المتصفح. صدِّر علاماتك واحذف بعضها.",
      "Not saved: the browser’s storage is full. Export your bookmarks and remove some.",
    ];
  }
  return ["لم يُحفظ: المتصفح لا يسمح بالحفظ هنا.", "Not saved: the browser does not allow it here."];
}
