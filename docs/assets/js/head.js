/**
 * What the reader has chosen, applied before anything is painted; that is why this stands in the
 * page's head and not in a module (site/assets.py, overrides/partials/head.html). Modules reach
 * it as `safhatan`; lib/preferences.js keeps what is chosen. It is the same on every page: where
 * the site is, seen from the page, its element says.
 */
{
  const root = document.documentElement;
  const { dataset } = root;
  const { title } = document; // in both languages
  const mine = /** @type {any} */ (document.currentScript).dataset;
  const base = new URL(mine.base, location.href).pathname;
  /** The languages of the interface, and how each runs. @type {Map<string, string>} */
  const languages = new Map(mine.languages.split(" ").map((/** @type {string} */ one) => one.split(":")));
  /** @type {Record<string, string[]>} */
  const choices = {
    ui: ["auto", "both", ...languages.keys()],
    layout: ["side-by-side", "stacked", "arabic", "english", "reveal"],
    stacked: ["paragraph", "sentence"],
    hidden: ["en", "ar"],
    theme: ["auto", "light", "dark", "sepia"],
    face: ["naskh", "sans"],
    vowels: ["shown", "hidden"],
    keys: ["on", "off"],
    speech: ["ar", "en", "ar+en"],
  };
  /** @type {Record<string, [number, number]>} */
  const scales = { arabic: [0.8, 1.8], english: [0.8, 1.8], leading: [0.85, 1.4], rate: [0.5, 2] };
  /** @type {Partial<Preferences>} */
  let here = {};
  const read = () => {
    /** @type {any} */
    let saved = here;
    try {
      const { version, content } = JSON.parse(`${localStorage.getItem(`${base}safhatan.preferences`)}`);
      if (version === 1) saved = { ...content, ...here };
    } catch {
      // Nothing readable is nothing chosen.
    }
    /** @type {any} */
    const chosen = {};
    for (const [name, values] of Object.entries(choices))
      chosen[name] = values.includes(saved[name]) ? saved[name] : values[0];
    for (const [name, [least, most]] of Object.entries(scales)) {
      const scale = Math.min(Math.max(saved[name], least), most);
      chosen[name] = scale === saved[name] ? scale : 1;
    }
    // What the address asks for prevails, here alone.
    const asked = new URLSearchParams(location.search);
    for (const name of ["layout", "ui"]) {
      if (choices[name]?.includes(`${asked.get(name)}`)) chosen[name] = asked.get(name);
    }
    if (asked.get("vowels")) chosen.vowels = asked.get("vowels") === "off" ? "hidden" : "shown";
    return chosen;
  };

  const marks = /[\u064b-\u0652\u0670]+/g;
  const vowels = () => {
    const reader = document.querySelector("[data-vowelled]");
    if (!reader) return;
    const written = /** @type {Map<Text, string>} */ (reader.vowelled ??= new Map());
    // What is selected or highlighted stays so, if marks go and come one by one; all at once is quicker.
    const selected = getSelection()?.type === "Range" || CSS.highlights?.size;
    if (dataset.vowels === "shown") {
      for (const [node, text] of written)
        if (!selected) node.data = text;
        else for (const { 0: mark, index } of text.matchAll(marks)) node.insertData(index, mark);
      return written.clear();
    }
    for (const sentence of reader.querySelectorAll(".sentence[id]")) {
      if (!sentence.closest(".pair")?.nextSibling) break; // it is still arriving
      const walk = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const node = /** @type {Text} */ (walk.currentNode);
        const { data } = node;
        const bare = data.replace(marks, "");
        if (bare === data) continue;
        written.set(node, data);
        if (!selected) node.data = bare;
        else for (const { 0: mark, index } of [...data.matchAll(marks)].reverse()) node.deleteData(index, mark.length);
      }
    }
  };

  const night = matchMedia("(prefers-color-scheme: dark)");
  /** On a page of Material's, its colour scheme agrees with ours. */
  const scheme = () => {
    const { theme } = dataset;
    const dark = theme === "dark" || (theme === "auto" && night.matches);
    const page = (document.body ?? root).dataset;
    if (page.mdColorScheme) page.mdColorScheme = dark ? "slate" : "default";
  };

  /** A page that people wrote keeps its own direction; its header and dialogs take the interface's. */
  const turn = () => {
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(":is(body[dir] > .site-header, .sheet)")))
      one.dir = root.dir;
  };

  const arrived = () => {
    scheme();
    turn();
    vowels();
  };

  /** The language of the interface: the chosen one, or else the browser's, or else English. */
  const speak = (/** @type {string} */ chosen) => {
    const wanted = navigator.languages.flatMap((one) => [one, `${one.split("-")[0]}`]);
    const known = wanted.find((one) => languages.has(one));
    const ui = chosen === "auto" ? (known ?? "en") : chosen;
    if (dataset.ui === ui) return; // nothing is to be named anew
    dataset.ui = ui;
    root.lang = languages.has(ui) ? ui : "ar";
    root.dir = languages.get(root.lang) ?? "rtl";
    document.title = dataset[ui === "both" ? "title" : ui === "ar" ? "titleAr" : "titleEn"] || title;
  };

  /**
   * Two columns need about 700 pixels, more where text is larger, and none has room for the largest;
   * else what is in use is stacked. As in reader.css.
   */
  const fits = () => {
    const { arabic, english } = read();
    const scale = Math.max(arabic, english);
    return scale < 1.8 && matchMedia(`(min-width: ${(33.1 * scale + 1.6) * 1.25}em)`).matches;
  };

  const apply = (unkept = here) => {
    here = unkept;
    const chosen = read();
    speak(chosen.ui);
    delete chosen.ui;
    const narrow = root.toggleAttribute("data-narrow", !fits());
    if (narrow && chosen.layout === "side-by-side") chosen.layout = "stacked";
    for (const name in chosen) if (name in choices) dataset[name] = chosen[name];
    for (const name in scales) root.style.setProperty(`--${name}-scale`, chosen[name]);
    arrived();
    document.dispatchEvent(new CustomEvent("safhatan:applied"));
  };

  root.classList.replace("no-js", "js");
  apply();
  // Text that changes its face while it is being read jumps: the first paint waits for the faces of
  // what is there, which are fetched early (partials/head.html), but not for long. What scripts do
  // waits for the text in turn.
  dataset.waiting = "";
  const long = (/** @type {(done: (what?: unknown) => void) => unknown} */ wait) =>
    new Promise((done) => setTimeout(done, 2500) && wait(done));
  const shown = long((done) =>
    requestAnimationFrame(() => root.offsetHeight && document.fonts.ready.then(done)),
  ).then(() => {
    delete dataset.waiting;
    return long((done) => {
      // Firefox does not tell of a page's first paint if it was scrolled before, to what a link points
      // at. There it is painted when the frame is over.
      requestAnimationFrame(() => scrollY && setTimeout(done));
      new PerformanceObserver(
        (seen) => seen.getEntriesByName("first-contentful-paint")[0] && done(),
      ).observe({ type: "paint" }); // none was before: the text was hidden
    });
  });
  // The face of what the site says in Arabic is fetched early where it is needed at once.
  if (root.dir === "rtl") {
    const face = `${base}assets/fonts/sans-arabic-regular.woff2`;
    document.head.insertAdjacentHTML("beforeend", `<link rel=preload as=font type=font/woff2 crossorigin href=${face}>`);
  }
  night.addEventListener("change", scheme);
  addEventListener("resize", () => "narrow" in dataset === fits() && apply());
  const watch = new MutationObserver(arrived);
  watch.observe(root, { childList: true, subtree: true });
  const whole = new Promise((done) => addEventListener("DOMContentLoaded", done)).then(() => {
    watch.disconnect();
    arrived();
  });
  // What is pressed before there is a script that opens it is pressed again then.
  /** @type {HTMLElement | null} */
  let early;
  const press = (/** @type {any} */ { target }) => (early = target.closest("[data-opens]"));
  addEventListener("click", press);
  const started = Promise.all([shown, whole])
    .then(() => import(new URL(mine.main, location.href).href))
    .then(() => {
      removeEventListener("click", press);
      early?.click();
    });
  window.safhatan = { base, choices, read, apply, started };
}
