/** Keeps an article, or everything, for reading without a network; and lets go of it. */

import { address } from "../lib/address.js";
import { find, saying } from "../lib/elements.js";
import { dispatch } from "../lib/events.js";
import { part } from "../lib/parts.js";
import { onTask } from "../lib/tasks.js";
import { ask } from "../lib/worker.js";

const STEP = 8; // files that are asked for at once

/** @typedef {import("../lib/worker.js").OfflineStatus} OfflineStatus */

/**
 * Add the controls of keeping offline to “take along” when it is opened, where the browser can keep anything.
 * @param {HTMLElement} summary says what is kept: an article's id, or "" for everything
 */
export async function open(summary) {
  const details = find(document, ".take-along");
  if (details.querySelector(".keeping") || !("serviceWorker" in navigator)) return;
  const article = summary.dataset.keeps ?? "";
  const standing = await ask("look", { article }).catch(() => undefined);
  if (!standing || details.querySelector(".keeping")) return;
  details.append(await part("keeping"));
  follow(find(details, ".keeping"), article, standing);
}

/** @param {HTMLElement} box @param {string} article @param {OfflineStatus} standing */
function follow(box, article, standing) {
  const { content } = find(box, "template");
  const [keep, drop] = [find(box, '[data-do="keep"]'), find(box, '[data-do="drop"]')];
  const progress = find(box, "progress");
  let keeping = false;
  let running = Promise.resolve();
  let last = standing;

  const say = (/** @type {Element} */ where, name = "", bytes = 0) => {
    const said = saying(content, name);
    for (const gap of said.querySelectorAll("bdi")) gap.textContent = size(bytes, gap);
    where.replaceChildren(...said.childNodes);
  };
  const put = (/** @type {OfflineStatus} */ now, problem = "") => {
    const left = now.missing.reduce((sum, [, bytes]) => sum + bytes, 0);
    const whole = now.kept && !left;
    const name = !now.kept ? "none" : left ? "part" : article && now.all ? "whole" : "kept";
    say(find(box, "[role=status]"), problem || name, now.bytes);
    say(keep, now.kept ? "keep-rest" : article ? "keep-article" : "keep-all", now.kept ? left : now.bytes);
    say(drop, "remove");
    progress.hidden = true;
    keep.hidden = whole;
    drop.hidden = !now.kept || name === "whole";
    // What had the focus may have gone.
    const { open } = /** @type {HTMLDetailsElement} */ (box.closest("details"));
    if (open && document.activeElement === document.body) (whole ? drop : keep).focus();
    dispatch("safhatan:available", null);
  };

  const keepAll = async () => {
    keeping = true;
    say(find(box, "[role=status]"), "keeping");
    say(drop, "stop");
    [keep.hidden, drop.hidden, progress.hidden] = [true, false, false];
    drop.focus();
    navigator.storage?.persist?.();
    let problem = "";
    try {
      last = await ask("keep", { article });
      const { bytes } = last;
      const missing = [...last.missing];
      await ask("take", { article, paths: faces() });
      let done = bytes - missing.reduce((sum, [, size]) => sum + size, 0);
      while (keeping && missing[0]) {
        const next = missing.splice(0, STEP);
        await ask("take", { article, paths: next.map(([path]) => path) });
        done += next.reduce((sum, [, size]) => sum + size, 0);
        progress.value = done / bytes;
      }
    } catch (error) {
      problem = /** @type {Error} */ (error).name === "QuotaExceededError" ? "full" : "failed";
    }
    if (!keeping) return;
    keeping = false;
    put(await ask("look", { article }).catch(() => last), problem);
  };

  onTask(box, {
    keep() {
      running = keepAll();
    },
    async drop() {
      keeping = false;
      await running;
      const now = await ask("drop", { article }).catch(() => undefined);
      put(now ?? last, now ? "" : "failed");
    },
  });
  find(box, "a").setAttribute("href", address("offline/").href);
  put(standing);
}

/** The faces that this page is set in: of those for rarer characters only some pages need any. */
function faces() {
  const root = address().href;
  const names = performance.getEntriesByType("resource").map(({ name }) => name);
  return names.filter((name) => name.startsWith(root) && name.endsWith(".woff2")).map((name) => name.slice(root.length));
}

/** So many bytes in the language of an element. @param {Element} element */
function size(bytes = 0, element) {
  const [unit, count] = bytes < 1e6 ? ["kilobyte", bytes / 1e3] : ["megabyte", bytes / 1e6];
  const language = `${element.closest("[lang]")?.getAttribute("lang")}-u-nu-latn`;
  const digits = { maximumFractionDigits: unit === "megabyte" ? 1 : 0 };
  return new Intl.NumberFormat(language, { style: "unit", unit, ...digits }).format(count);
}
