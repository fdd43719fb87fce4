interface Preferences { layout: string; theme: string; face: string; vowels: string; keys: string; arabic: number; english: number; leading: number; rate: number }
declare const safhatan: {
  readonly base: string; readonly key: string;
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly scales: Readonly<Record<string, readonly [number, number]>>;
  read(): Preferences; apply(unkept?: Partial<Preferences>): void; vowels(): void;
};
