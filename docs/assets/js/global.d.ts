// What modules share; dates are milliseconds.

interface Preferences { layout: string; theme: string; face: string; vowels: string; keys: string; speech: string; arabic: number; english: number; leading: number; rate: number }

declare const safhatan: {
  readonly base: string;
  readonly choices: Readonly<Record<string, readonly string[]>>;
  read(): Preferences; apply(unkept?: Partial<Preferences>): void;
};

/** A bookmarked sentence. It keeps its texts: it can be read where the article has changed or gone. */
interface Mark { article: string; sentence: string; title: string; arabic: string; english: string; note: string; time: number }

/** How far the reader has come: `at` a paragraph, or at the end (""); `of`: how many there are. */
interface Place { article: string; at: string; of: number; arabic: string; english: string; time: number }
