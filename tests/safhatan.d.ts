// What the site's scripts take for given, for tsconfig.json: the object that the script in the
// page's head makes (docs/assets/js/head.js), the markup, and our own events.

interface Preferences {
  ui: string;
  stacked: string;
  hidden: string;
  layout: string;
  theme: string;
  face: string;
  vowels: string;
  keys: string;
  speech: string;
  arabic: number;
  english: number;
  leading: number;
  rate: number;
}

interface Safhatan {
  readonly base: string;
  readonly choices: Readonly<Record<string, readonly string[]>>;
  read(): Preferences;
  apply(unkept?: Partial<Preferences>): void;
  /** Settled when main.js has run. */
  readonly started: Promise<unknown>;
}

declare const safhatan: Safhatan;

interface Window {
  safhatan: Safhatan;
}

interface ParentNode {
  querySelector(selectors: "input:checked"): HTMLInputElement | null;
  querySelector(selectors: ".bitext" | ".notice" | "[data-hit]"): HTMLElement | null;
  querySelectorAll(
    selectors: ".sentence" | "[data-feature]" | "[data-needs]" | "[data-says]" | "[aria-keyshortcuts]",
  ): NodeListOf<HTMLElement>;
}

interface DOMStringMap {
  article: string;
  catalog: string;
  do: string;
  feature: string;
  former?: string;
  kept?: string;
  layout: string;
  needs: string;
  opens: string;
  pair: string;
  says?: string;
  ui: string;
}

interface Element {
  /** On `.bitext`: the text nodes whose vowels are hidden, as they were written. */
  vowelled?: Map<Node, string>;
}

/** Our events, which happen on the document, and what each carries as its `detail`. */
interface SafhatanEvents {
  /** Another sentence is the current one: its id, or "" for none. */
  "safhatan:sentence": string;
  /** A sentence is pressed: its id, or "". Cancelled by a layout that has its own use for that. */
  "safhatan:press": string;
  /** Texts are shown in another layout, or with other controls: the layout's name. */
  "safhatan:layout": string;
  /** What the reader has chosen has been applied, here or in another tab. */
  "safhatan:applied": null;
  /** Bookmarks have been added, changed or removed. */
  "safhatan:bookmarks": null;
  /** Other articles can be read offline now. */
  "safhatan:available": null;
}

type SafhatanEventMap = { [Name in keyof SafhatanEvents]: CustomEvent<SafhatanEvents[Name]> };

interface DocumentEventMap extends SafhatanEventMap {}

/** A bookmarked sentence. It keeps its texts: it can be read where the article has changed or gone. */
interface Bookmark {
  article: string;
  sentence: string;
  title: string;
  arabic: string;
  english: string;
  note: string;
  /** Milliseconds. */
  time: number;
}

/** How far the reader has come: `at` a paragraph, or at the end (""); `of`: how many there are. */
interface Place {
  article: string;
  at: string;
  of: number;
  arabic: string;
  english: string;
  /** Milliseconds. */
  time: number;
}
