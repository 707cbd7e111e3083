import type app from './locales/zh-Hans/app.json';
import type bookshelf from './locales/zh-Hans/bookshelf.json';
import type common from './locales/zh-Hans/common.json';
import type display from './locales/zh-Hans/display.json';
import type film from './locales/zh-Hans/film.json';
import type firstRun from './locales/zh-Hans/first-run.json';
import type gallery from './locales/zh-Hans/gallery.json';
import type home from './locales/zh-Hans/home.json';
import type library from './locales/zh-Hans/library.json';
import type pack from './locales/zh-Hans/pack.json';
import type player from './locales/zh-Hans/player.json';
import type problem from './locales/zh-Hans/problem.json';
import type reader from './locales/zh-Hans/reader.json';
import type reading from './locales/zh-Hans/reading.json';
import type recitation from './locales/zh-Hans/recitation.json';
import type storageRoom from './locales/zh-Hans/storage-room.json';
import type studio from './locales/zh-Hans/studio.json';
import type studioQueue from './locales/zh-Hans/studio-queue.json';
import type studioText from './locales/zh-Hans/studio-text.json';
import type studioWords from './locales/zh-Hans/studio-words.json';
import type studioSign from './locales/zh-Hans/studio-sign.json';
import type studioCaptions from './locales/zh-Hans/studio-captions.json';
import type studioChecks from './locales/zh-Hans/studio-checks.json';
import type studioRelease from './locales/zh-Hans/studio-release.json';
import type studioPreview from './locales/zh-Hans/studio-preview.json';
import type studioPeople from './locales/zh-Hans/studio-people.json';
import type studioBoth from './locales/zh-Hans/studio-both.json';
import type studioHub from './locales/zh-Hans/studio-hub.json';
import type ui from './locales/zh-Hans/ui.json';
import type words from './locales/zh-Hans/words.json';

/**
 * The namespaces and their keys, taken from the zh-Hans files, which are written first and are complete. A new feature
 * adds its line here; the files are `locales/<language>/<namespace>.json`.
 */
export interface Namespaces {
  common: typeof common;
  problem: typeof problem;
  'first-run': typeof firstRun;
  app: typeof app;
  ui: typeof ui;
  home: typeof home;
  bookshelf: typeof bookshelf;
  words: typeof words;
  display: typeof display;
  player: typeof player;
  film: typeof film;
  recitation: typeof recitation;
  reader: typeof reader;
  reading: typeof reading;
  gallery: typeof gallery;
  pack: typeof pack;
  library: typeof library;
  'storage-room': typeof storageRoom;
  studio: typeof studio;
  'studio-queue': typeof studioQueue;
  'studio-text': typeof studioText;
  'studio-words': typeof studioWords;
  'studio-sign': typeof studioSign;
  'studio-captions': typeof studioCaptions;
  'studio-checks': typeof studioChecks;
  'studio-preview': typeof studioPreview;
  'studio-people': typeof studioPeople;
  'studio-both': typeof studioBoth;
  'studio-release': typeof studioRelease;
  'studio-hub': typeof studioHub;
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
