/**
 * The site's service worker: what is kept is read without a network.
 *
 * One cache holds what one build of the site published. Every file in it has the digest that the
 * build's list (offline.json, made by scripts/bitext/site/offline.py) gives it, so no file of another
 * build is ever among them. A new build fills a cache of its own, with the old one's files where they
 * are the same, before it takes the old one's place.
 *
 * Whatever fails here, the browser goes to the network, as it would without a worker.
 *
 * files.js is the first half of this script.
 */

/** What the reader has chosen to keep, and has read; it outlives builds. */
const RECORD = `${OURS}kept`;
const OFFLINE = "offline/";
const SEARCH = "search/";
const PICTURES = "assets/pictures/";
const MOST_READ = 40; // pages that were read and are kept for a while
const LOADING = 2000; // milliseconds in which a page has begun to be one that can be loaded anew

/** @returns {Promise<Kept>} */
async function record() {
  const kept = await (await caches.open(RECORD)).match(at(OFFLINE));
  return { all: false, articles: [], read: [], ...(await kept?.json()) };
}

let turn = Promise.resolve();
/** Change the record; changes wait for one another. @param {(kept: Kept) => Partial<Kept>} task */
function change(task) {
  const done = turn.then(async () => {
    const kept = await record();
    const cache = await caches.open(RECORD);
    await cache.put(at(OFFLINE), new Response(JSON.stringify({ ...kept, ...task(kept) })));
  });
  turn = done.catch(() => {});
  return done;
}

const pageOf = (article = "") => `articles/${article}/`;

/** What is needed to read a page. @param {List} list */
function needs({ files, articles }, path = "") {
  const article = path.split("/")[1] ?? "";
  const pictures = path === pageOf(article) && Object.hasOwn(articles, article) ? articles[article] : [];
  return [path, ...(pictures ?? [])].filter((one) => Object.hasOwn(files, one));
}

/** All that the record says is kept. @param {List} list @param {Kept} kept */
function wanted(list, { all, articles, read }) {
  const some = [...articles.map(pageOf), ...read].flatMap((path) => needs(list, path));
  return [...new Set([...list.shell, ...some, ...(all ? Object.keys(list.files) : [])])];
}

/** What pages have used besides (faces, styles of the theme): it stays. */
const isUsed = (path = "") => path.startsWith("assets/") && !path.startsWith(PICTURES);

/** Let go of what is not wanted any more. @param {(path: string) => boolean} but what stays besides */
async function sweep(but = isUsed) {
  const [some, kept] = [await list(), await record()];
  if (kept.all) return;
  const cache = await caches.open(CACHE);
  const stays = new Set([LIST, ...wanted(some, kept)]);
  const gone = (await pathsIn(cache)).filter((path) => !stays.has(path) && !but(path));
  await Promise.all(gone.map((path) => cache.delete(at(path))));
}

/** Note that a page was read, and let go of the one that was read longest ago. */
async function note(path = "") {
  const { shell } = await list();
  if (shell.includes(path) || (await record()).read[0] === path) return;
  let full = false;
  await change(({ read }) => {
    const now = [path, ...read.filter((one) => one !== path)];
    full = now.length > MOST_READ;
    return { read: now.slice(0, MOST_READ) };
  });
  if (full) await sweep();
}

/** Keep what has just come from the network, if it is a file of this build; search is not kept so. */
async function remember(path = "", /** @type {Response} */ answer) {
  try {
    const some = await list();
    if (path.startsWith(SEARCH) || !(await put(some.files, path, answer))) return;
    if (path === "" || path.endsWith("/")) await note(path);
  } catch {
    // What cannot be kept has been read all the same.
  }
}

/** The files of former builds. @returns {Promise<Former>} */
async function former() {
  /** @type {Former} */
  const all = new Map();
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS) || [CACHE, RECORD].includes(name)) continue;
    const cache = await caches.open(name);
    /** @type {List | undefined} */
    const old = await (await cache.match(at(LIST)))?.json();
    const search = old && (await (await cache.match(at(old.search)))?.json());
    const files = { ...old?.files, ...search };
    for (const path of await pathsIn(cache)) if (files[path]) all.set(files[path][0], { cache, path });
  }
  return all;
}

/** Fill this build's cache: with what every page needs, and with all that was kept of former ones. */
async function fill() {
  const answer = await fetch(at(LIST), { cache: "no-cache" });
  const text = await answer.text();
  if (JSON.parse(text).build !== BUILD) throw new Error("a build is being published");
  const old = await former();
  let begun = old.size > 0;
  try {
    await (await caches.open(CACHE)).put(at(LIST), answerOf(text, answer.headers));
    let some = await list();
    await take(some.shell, some, old);
    begun = true;
    const kept = await record();
    // The pages that are open now are being read.
    const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
    for (const { url } of kept.all ? [] : open) {
      const path = pathOf(url) ?? "";
      if (Object.hasOwn(some.files, path)) await note(path);
    }
    const used = [...old.values()].map(({ path }) => path).filter((path) => isUsed(path) && some.files[path]);
    if (kept.all) some = await wholeList();
    await take([...wanted(some, await record()), ...used], some, old);
  } catch (error) {
    // There is room again when the old build has gone; what is missing can then be fetched. Without an
    // old one there is none, and nothing is kept.
    if (/** @type {Error} */ (error).name !== "QuotaExceededError" || !begun) throw error;
  }
}

/** Let go of the caches of this site but those that are named. @param {string[]} but */
async function forget(...but) {
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS) && !but.includes(name));
  await Promise.all(ours.map((name) => caches.delete(name)));
}

let tended = false;
/** Once a worker's life: leave a site that has no list any more; make good what the browser has dropped,
 * or had no room for. */
async function tend() {
  if (tended) return;
  tended = true;
  const { status } = await fetch(at(LIST), { method: "HEAD", cache: "no-cache" });
  if (status === 404 || status === 410) {
    await new Promise((done) => setTimeout(done, LOADING));
    await registration.unregister();
    await forget();
    // Without its fragment: with it a browser would not load the page anew.
    for (const client of await clients.matchAll({ type: "window" })) {
      await client.navigate(client.url.replace(/#.*/, ""));
    }
  } else if (!(await found(LIST))) await fill();
  else {
    const here = new Set(await pathsIn(await caches.open(CACHE)));
    await take((await list()).shell.filter((path) => !here.has(path)));
  }
}

/** Whether a page is the site's, and not that of another one below it. */
async function isOurs(path = "") {
  try {
    return path.startsWith("articles/") || Object.hasOwn((await list()).files, path);
  } catch {
    return false;
  }
}

/** @param {FetchEvent} event */
async function page(event, path = "") {
  event.waitUntil(tend().catch(() => (tended = false))); // the next page tries again
  const kept = await found(path);
  if (kept) {
    event.waitUntil(note(path).catch(() => {}));
    return kept;
  }
  try {
    const answer = await fetch(event.request);
    event.waitUntil(remember(path, answer.clone()));
    return answer;
  } catch (error) {
    if (path === OFFLINE || !(await isOurs(path)) || !(await found(OFFLINE))) throw error;
    const { pathname, search, hash } = new URL(event.request.url);
    return Response.redirect(`${at(OFFLINE)}?page=${encodeURIComponent(pathname + search + hash)}`);
  }
}

/** @param {FetchEvent} event */
async function file(event, path = "") {
  // A page that came from the network may be of a newer build, and so is all that it asks for.
  const client = event.clientId ? await clients.get(event.clientId) : undefined;
  const kept = (!client || (await found(pathOf(client.url)))) && (await found(path));
  if (kept) return kept;
  const answer = await fetch(event.request);
  event.waitUntil(remember(path, answer.clone()));
  return answer;
}

/** How an article, or everything, is kept: what there is of it, and what is missing. */
async function standing(article = "") {
  const kept = await record();
  const some = article ? await list() : await wholeList();
  const paths = article ? needs(some, pageOf(article)) : Object.keys(some.files);
  const here = new Set(await pathsIn(await caches.open(CACHE)));
  const sizes = paths.map((path) => /** @type {[string, number]} */ ([path, some.files[path]?.[1] ?? 0]));
  return {
    all: kept.all,
    kept: kept.all || kept.articles.includes(article),
    bytes: sizes.reduce((sum, [, size]) => sum + size, 0),
    missing: sizes.filter(([path]) => !here.has(path)),
  };
}

/** What pages ask for, by the name of the task. @type {Record<string, (what: any) => Promise<unknown>>} */
const TASKS = {
  load: () => skipWaiting(),
  look: ({ article }) => standing(article),
  async keep({ article }) {
    await change(({ articles }) =>
      article ? { articles: [...new Set([...articles, article])] } : { all: true },
    );
    return standing(article);
  },
  take: async ({ paths, article }) => take(paths, article ? undefined : await wholeList()),
  async drop({ article }) {
    const page = pageOf(article);
    await change(({ articles, read }) =>
      article
        ? { articles: articles.filter((one) => one !== article), read: read.filter((one) => one !== page) }
        : { all: false },
    );
    await sweep(article ? isUsed : () => false);
    return standing(article);
  },
  /** The articles that can be read offline, those first that the reader has chosen. */
  async available() {
    const kept = await record();
    if (!(await found(LIST))) return { all: kept.all, chosen: [], read: [] }; // there was no room
    const some = await list();
    const here = new Set(await pathsIn(await caches.open(CACHE)));
    const ids = Object.keys(some.articles).filter((id) => needs(some, pageOf(id)).every((path) => here.has(path)));
    const chosen = ids.filter((id) => kept.articles.includes(id));
    return { all: kept.all, chosen, read: ids.filter((id) => !chosen.includes(id)) };
  },
};

addEventListener("install", (event) => event.waitUntil(fill()));

addEventListener("activate", (event) => {
  // A page that was open before there was a worker is told of builds too, and finds what it asks for later.
  event.waitUntil(forget(CACHE, RECORD).then(() => clients.claim()));
});

addEventListener("message", (event) => {
  const [port] = event.ports;
  const task = TASKS[event.data?.task];
  if (!task) return;
  const done = task(event.data).then(
    (said) => port?.postMessage({ said }),
    (/** @type {Error} */ error) => port?.postMessage({ failed: error.name }),
  );
  event.waitUntil(done);
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (request.method !== "GET" || path === undefined || request.headers.has("range")) return;
  if (path === LIST) return;
  event.respondWith(request.mode === "navigate" ? page(event, path) : file(event, path));
});
