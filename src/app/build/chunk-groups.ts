/**
 * Which files the app is cut into. Left alone, the bundler makes one of every part two pages share, and on a slow line
 * each costs a turn. So: what every page starts with, what pages share, the reader with what its pieces share (`player`), a reading with
 * what other texts share with it, what verifies the shelf, captions, and the words of one place in one language; other pages and kinds
 * of piece stay on their own.
 */
import type { Rolldown } from 'vite';
import { ROUTE_TABLE, SHELL_NAMESPACES, type RouteEntry } from '../route-table.ts';

type Group = NonNullable<
  Exclude<Rolldown.OutputOptions['codeSplitting'], boolean | undefined>['groups']
>[number];
type Context = Parameters<Extract<Group['name'], (...args: never[]) => unknown>>[1];

const ENTRY = 'src/app/main.tsx';
const FILM = 'src/pieces/film/FilmPiece.tsx';
const READING = 'src/pieces/reading/ReadingPiece.tsx';
const OTHER_TEXTS = ['src/pieces/recitation/RecitationPiece.tsx', 'src/pieces/gallery/GalleryPiece.tsx'];
const READER = ROUTE_TABLE.reader.module;
const SHELF = 'src/library/shelf-bookcase.ts';
const CAPTIONS = 'src/core/captions/vtt.ts';
// What a facilitator opens does not decide how a member's files are cut.
const OTHER_PAGES = Object.values<RouteEntry>(ROUTE_TABLE)
  .filter(({ module, studio }) => module !== READER && !studio)
  .map(({ module }) => module);
/** The styles a reading needs are one file, whoever shares them: six small ones are a whole turn on a slow line. */
const READER_STYLES = /\/src\/(?:player|pieces|features\/reader)\/.*\.css$/u;
/** Those of what most pages show come with the shell's: a file of their own would be another turn. */
const MOST_STYLES =
  /\/src\/(?:ui\/(?:Badge|Button|ChoiceGroup|EmptyState|PageTitle|Phrases|Problem|Progress|Sheet)|pieces\/reading\/ReadingText)\.module\.css$/u;

export function chunkGroups(): Group[] {
  const inShell = reachableFrom(ENTRY);
  const inReader = reachableFrom(READER);
  const inOtherPages = OTHER_PAGES.map(reachableFrom);
  const inFilm = reachableFrom(FILM);
  const inReading = reachableFrom(READING);
  const inShelf = reachableFrom(SHELF);
  const inCaptions = reachableFrom(CAPTIONS);
  const inStudio = reachableFrom(/\/src\/(?:features\/studio|authoring)\//u);
  const inTexts = [inReading, ...OTHER_TEXTS.map(reachableFrom)];
  const count = (among: readonly IsIn[], id: string, context: Context) =>
    among.filter((isIn) => isIn(id, context)).length;
  return [
    { name: wordsOf, debugName: 'words', test: /\/i18n\/locales\//u, priority: 40 },
    {
      // Everything waits for the shell, and a browser gives each file the same share of the line: in two it comes sooner.
      name: 'i18next',
      test: /\/node_modules\/i18next\//u,
      priority: 35,
    },
    // The entries themselves stay out of the groups: build tools know them by their own names.
    {
      name: (id, context) =>
        !id.endsWith(ENTRY) && (inShell(id, context) || MOST_STYLES.test(id)) ? 'shell' : null,
      debugName: 'shell',
      priority: 30,
    },
    {
      // Without what few pages have: the pictures of the choices and the covers, lists that go on, erasing.
      name: 'parts',
      test: /\/src\/(?:ui\/(?!PresetPicture|Cover|Motif|use-more)|storage\/(?!erase)|i18n\/(?!studio))[\w.-]+$|\/src\/core\/reading\/model\.ts$/u,
      priority: 20,
    },
    // From here on the order counts: a group takes along what its modules import and no group before it has.
    {
      name: (id, context) => {
        if (READER_STYLES.test(id) && (inReader(id, context) || inReading(id, context))) return 'player';
        const isInFilm = inFilm(id, context);
        const isInText = count(inTexts, id, context) > 0;
        // What pages outside the reader show too is cut finer by the bundler itself; a text is shown by that of the looks alone.
        if (count(inOtherPages, id, context) > 0) return isInText ? 'player' : null;
        return inReader(id, context) || (isInFilm && isInText) ? 'player' : null;
      },
      debugName: 'player',
      priority: 18,
    },
    {
      // The studio needs this half of the shelf alone; left to the bundler, what both share is many small files.
      name: (id, context) =>
        !id.endsWith(SHELF) && inShelf(id, context) && inStudio(id, context) ? 'shelf-shared' : null,
      debugName: 'shelf-shared',
      priority: 16,
    },
    {
      name: (id, context) => (inShelf(id, context) ? 'shelf' : null),
      debugName: 'shelf',
      priority: 15,
    },
    // What only films are read with, though the shelf and the studio share some of it.
    {
      name: (id, context) => (inCaptions(id, context) ? 'captions' : null),
      debugName: 'captions',
      priority: 12,
    },
    {
      // With what a reading shares with the studio: each would be a small file of its own.
      name: (id, context) => (count(inTexts, id, context) > 1 || inReading(id, context) ? 'reading' : null),
      debugName: 'reading',
      priority: 10,
    },
    {
      // The caption band, as a film shows it and as it is worked on.
      name: (id, context) => (inFilm(id, context) && inStudio(id, context) ? 'band' : null),
      debugName: 'band',
      priority: 5,
    },
  ];
}

/** `words-zh-Hans-reader`: the words of one place in one language. */
function wordsOf(id: string): string | null {
  const { language, namespace } =
    /\/i18n\/locales\/(?<language>[^/]+)\/(?<namespace>[^/]+)\.json$/u.exec(id)?.groups ?? {};
  if (language === undefined || namespace === undefined) return null;
  const isIn = (names: readonly string[]) => names.includes(namespace);
  if (isIn(SHELL_NAMESPACES)) return `words-${language}-shell`;
  return `words-${language}-${isIn(ROUTE_TABLE.reader.namespaces) ? 'reader' : namespace}`;
}

type IsIn = (id: string, context: Context) => boolean;

/** Whether a module is `root` (the end of a path, or what its path matches) or is imported by it, not counting `import()`. */
function reachableFrom(root: string | RegExp): IsIn {
  const isRoot = (id: string) => (typeof root === 'string' ? id.endsWith(root) : root.test(id));
  const known = new Map<string, boolean>();
  const isIn: IsIn = (id, context) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    // Also ends cycles: a module on the way to itself adds nothing.
    known.set(id, false);
    const importers = context.getModuleInfo(id)?.importers ?? [];
    const found = isRoot(id) || importers.some((importer) => isIn(importer, context));
    known.set(id, found);
    return found;
  };
  return isIn;
}
