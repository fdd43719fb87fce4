/**
 * The first half of the site's service worker: the files of one build, fetched, checked and kept.
 * scripts/bitext/site/offline.py joins it with worker.js, which says what it is all for.
 */

/** The build writes the build's digest here: another build is another script. */
const BUILD = "BUILD";
const BASE = new URL("./", location.href).pathname;
/** What the names of our caches begin with: no other site's do, because no path has a space. */
const OURS = `${BASE} safhatan `;
const CACHE = OURS + BUILD;
const LIST = "offline.json";
const AT_ONCE = 6; // files that are fetched together

/**
 * @typedef {Record<string, [digest: string, bytes: number]>} Files by their paths from the site's root
 * @typedef {{ build: string, shell: string[], articles: Record<string, string[]>, files: Files,
 *   search: string }} List shell: what every page needs. articles: the pictures of each, by id.
 *   search: the path of the list of the files that search needs.
 * @typedef {{ all: boolean, articles: string[], read: string[] }} Kept read: pages, the latest first
 * @typedef {Map<string, { cache: Cache, path: string }>} Former files of former builds, by digest
 */

/** The address of a file by its path. */
const at = (path = "") => new URL(BASE + path.split("/").map(encodeURIComponent).join("/"), location.href).href;

/** The path of an address, undefined for one that is not within the site. */
function pathOf(address = "") {
  const { origin, pathname } = new URL(address);
  if (origin !== location.origin || !pathname.startsWith(BASE)) return undefined;
  try {
    return decodeURIComponent(pathname.slice(BASE.length));
  } catch {
    return undefined;
  }
}

/** What this build has kept of a path, if anything. */
async function found(path = "") {
  try {
    return await caches.match(at(path), { cacheName: CACHE });
  } catch {
    return undefined; // the storage is refused
  }
}

/** The paths of what is in a cache. @param {Cache} cache */
const pathsIn = async (cache) => (await cache.keys()).map(({ url }) => pathOf(url) ?? "");

/** The list of this build, as it was kept. @returns {Promise<List>} */
async function list() {
  const kept = await found(LIST);
  if (!kept) throw new Error("no list is kept");
  return kept.json();
}

/** The list with the files that search needs among the others. @returns {Promise<List>} */
async function wholeList() {
  const some = await list();
  await take([some.search]);
  return { ...some, files: { ...some.files, ...(await (await found(some.search))?.json()) } };
}

/** @param {ArrayBuffer} body */
async function digestOf(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(bytes.subarray(0, 6), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** An answer that can be kept and given again. @param {BodyInit} body @param {Headers} former */
function answerOf(body, former) {
  const headers = new Headers(former);
  // Of the way it came; and a kept answer is for every request.
  for (const name of ["content-encoding", "content-length", "vary", "set-cookie"]) headers.delete(name);
  return new Response(body, { headers });
}

/** Put a file where it is kept, if it is this build's. @param {Files} files @returns {Promise<boolean>} */
async function put(files, path = "", /** @type {Response} */ answer) {
  const body = await answer.arrayBuffer();
  if (!answer.ok || (await digestOf(body)) !== files[path]?.[0]) return false;
  await (await caches.open(CACHE)).put(at(path), answerOf(body, answer.headers));
  return true;
}

/** Fetch a file, or copy it. Throws where it cannot be had as this build has it. */
async function fetchInto(/** @type {Files} */ files, path = "", /** @type {Former} */ former) {
  const old = former.get(files[path]?.[0] ?? "");
  const copy = await old?.cache.match(at(old.path));
  if (copy && (await put(files, path, copy))) return;
  // The browser may have an older one.
  for (const cache of /** @type {RequestCache[]} */ (["default", "reload"])) {
    if (await put(files, path, await fetch(at(path), { cache }))) return;
  }
  throw new Error(`${path}: not of this build`);
}

/** Files that are being fetched, by path. @type {Map<string, Promise<void>>} */
const coming = new Map();

/** Keep files that are not kept yet. @param {string[]} paths @param {List} [known] @param {Former} [former] */
async function take(paths, known, former = new Map()) {
  const { files } = known ?? (await list());
  const queue = paths.values();
  const work = async () => {
    for (const path of queue) {
      if (await found(path)) continue;
      const file = coming.get(path) ?? fetchInto(files, path, former).finally(() => coming.delete(path));
      coming.set(path, file);
      await file;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
