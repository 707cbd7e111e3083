/**
 * The namespaces and their keys, taken from the zh-Hans files, which are written first and are complete. A new feature
 * adds its line here; the files are `locales/<language>/<namespace>.json`.
 */
export interface Namespaces {
  common: typeof import('./locales/zh-Hans/common.json');
  problem: typeof import('./locales/zh-Hans/problem.json');
  'first-run': typeof import('./locales/zh-Hans/first-run.json');
  app: typeof import('./locales/zh-Hans/app.json');
  ui: typeof import('./locales/zh-Hans/ui.json');
  home: typeof import('./locales/zh-Hans/home.json');
  bookshelf: typeof import('./locales/zh-Hans/bookshelf.json');
  words: typeof import('./locales/zh-Hans/words.json');
  display: typeof import('./locales/zh-Hans/display.json');
  player: typeof import('./locales/zh-Hans/player.json');
  film: typeof import('./locales/zh-Hans/film.json');
  recitation: typeof import('./locales/zh-Hans/recitation.json');
  reader: typeof import('./locales/zh-Hans/reader.json');
  reading: typeof import('./locales/zh-Hans/reading.json');
  gallery: typeof import('./locales/zh-Hans/gallery.json');
}
export type Namespace = keyof Namespaces;

export interface Messages {
  readonly [key: string]: string | Messages;
}

type WithoutPlural<K extends string> =
  K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : K;
type Leaves<M, Prefix extends string = ''> = {
  [K in keyof M & string]: M[K] extends string
    ? WithoutPlural<`${Prefix}${K}`>
    : Leaves<M[K], `${Prefix}${K}.`>;
}[keyof M & string];

/** `'next'`, `'speed.label'`; a plural key (`minutes_one`, `minutes_other`) is asked for as `minutes` with `count`. */
export type MessageKey<N extends Namespace> = Leaves<Namespaces[N]> & string;
export type Translate<N extends Namespace> = (
  key: MessageKey<N>,
  values?: Readonly<Record<string, string | number>>,
) => string;
