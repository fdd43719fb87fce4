/** What the modules of search hand each other. */

/** A word of a text; light: as written, without vowels and case. */
export interface Word { start: number; end: number; light: string }

type Affix = [was: string, becomes: string, least: number];
type Groups = Record<string, string>;

/**
 * How Arabic is written in Latin letters. twice: what is one letter; part: the parts of a word between ^ and $; letters:
 * by part, the Arabic it may stand for, each after a |; also: what else a word may be; form: an Arabic word,
 * the parts in the place of its hyphen.
 */
export interface Latin {
  twice: string; part: string; form: string; also: [was: string, becomes: string][]; letters: Record<string, string>;
}

/** assets/search/normalise.json */
export interface Rules {
  arabic: string; other: string; drop: string; apostrophe: string; digit: string; thousands: string;
  letters: Groups; fold: Groups; words: Groups;
  respelled: [was: string, becomes: string][];
  sounds: { letters: Record<string, string>; least: number };
  latin: Latin;
  attached: Record<keyof Attached, string>;
  affixes: Record<"arabic" | "other", Record<"prefixes" | "suffixes", Affix[]>>;
}

/**
 * What may be written together with a folded word. article: before it. letter: a particle of one letter.
 * future: the beginning of a verb's future. before: any of these. ending, feminine: a word, $1, with an
 * ending, and one in ة, $1ه. ended: that it has an ending with which it is seldom the beginning of another.
 */
export type Attached = Record<"article" | "letter" | "future" | "before" | "ending" | "feminine" | "ended", RegExp>;

export interface Normaliser {
  words(text: string): Word[];
  fold(light: string): string;
  /** What may be left of a light word without clitics and endings, the likeliest first. */
  candidates(light: string): string[];
  /** How a name sounds, alike in both scripts; "" if that is too little. */
  sound(light: string): string;
  latin: Latin;
  attached: Attached;
  /** The vowels before, between and after the consonants of what is heard of a name: a, i, u. */
  vowels(light: string): string[];
  /** What a folded word may be to those who spell by the rules. */
  respelled(folded: string): string[];
  /** Words whose endings may be what is being typed: speak of speaki. */
  begun(light: string): string[];
}

/** By stem, by word: postings. */
export type Family = Record<string, Record<string, string>>;

/** An article's sentences: id, Arabic, English ("" if there is none), state, its translator's note if
 * there is one; about: its author, source and tags. Or a page that people wrote, its id being its address: the id of a heading, and the text
 * in its own language. */
export interface Article { id: string; page?: 1; about?: string[]; sentences: Record<number, [id: string, arabic: string, english: string, state: string, note?: string]> }

/** A sentence: the number of its article, its own in that, whether it is in the title. */
export interface Place { article: number; index: number; title: boolean }

/** search/index.json */
export interface Manifest {
  version: string; articles: string; families: number[]; tags: string[]; states: string[];
  starts: Record<string, string>; most: number; known: number; turns: number; about: number;
}

/** A word, and the families it leads to; kin: those of near kin. */
export type Listed = [word: string, families: number[], kin: number[]];

export interface Store {
  normaliser: Normaliser;
  tags: string[];
  states: string[];
  places: Place[];
  /** From this place on stands what is said of an article, in its title, or of a sentence. */
  about: number;
  /** The first of these words that has an entry. */
  entry(words: string[]): Promise<Listed | undefined>;
  /** The entries that begin so. */
  entries(beginning: string): Promise<Listed[]>;
  /** The words of the texts, folded, that begin so. */
  words(beginning: string): Promise<Listed[]>;
  /** The words of the texts, folded, that end so. */
  endings(end: string): Promise<Listed[]>;
  /** The families of the names that sound so. */
  sounds(sound: string): Promise<number[]>;
  /** Those of the Arabic words that sound so, names or not; none of less than three consonants. */
  spoken(sound: string): Promise<number[]>;
  /** Whether the dictionaries know a folded word, or (1) have it as a lemma, or (2) no word like it,
   * but others that begin so, or (3) have it as a name; of six hundred others, about one seems so. */
  known(folded: string, list: 0 | 1 | 2 | 3): Promise<boolean>;
  families(wanted: number[]): Promise<Family[]>;
  article(number: number): Promise<Article>;
  /** Which articles have a tag, which sentences a state; nothing without a name. */
  filter(kind: "tags" | "states", name?: string): Promise<Set<number> | undefined>;
}

/** Finds a word, which may go on being typed if it is open; the forms found are added to the set. */
export type Finder = (light: string, open: boolean, forms: Set<string>) => Promise<Found>;

/** Where a word is, by text; meant: the word that was found in place of one that is nowhere. */
export interface Found { matches: Map<number, Match>; meant: string | undefined }

/** How one term is found in one text, and where, in words from its start. */
export interface Match { weight: number; places: number[] }

export interface Hit extends Place { score: number }

/** groups: hits by article, the best first; all: they have every word; forms: the light forms that were found;
 * meant: the query with the words that were found in place of those that are nowhere, "" if there are none. */
export interface Result { groups: Hit[][]; count: number; all: boolean; forms: Set<string>; meant: string }

export interface Engine {
  search(query: string, only?: { tag?: string; state?: string }): Promise<Result>;
  words: Normaliser["words"];
  index: Store;
}

/** The search dialog's elements. */
export interface View {
  /** What all the others are in; its data-state says how the search stands. */
  box: HTMLElement;
  form: HTMLFormElement;
  input: HTMLInputElement;
  tag: HTMLSelectElement;
  state: HTMLSelectElement;
  results: HTMLElement;
  /** Say in the status line what the dialog's template has under a name, and offer something. */
  say(what: string, count?: number, ...offer: Node[]): void;
  /** A new copy of an element of the dialog's template. */
  copy(selector: string): HTMLElement;
}
