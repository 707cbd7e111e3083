/** Every address of the member's app as plain data: the router, the shell and the build's early hints read it. */
import type { Namespace } from '../i18n/namespaces.ts';

export type Destination = 'home' | 'bookshelf' | 'words' | 'display';

export interface RouteEntry {
  readonly path: string;
  /** The page's module, from the repository's root. */
  readonly module: string;
  readonly namespaces: readonly Namespace[];
  /** Modules the page asks for next, whatever is opened: hinted with it. */
  readonly early?: readonly string[];
  /** For facilitators: no member's tablet loads its files, caches them, or has its own cut by them. */
  readonly studio?: true;
  /** Which destination is marked as the present one; none: the page has the whole screen. */
  readonly destination: Destination | null;
}

/** In every page: loaded before the first rendering. */
export const SHELL_NAMESPACES = ['common', 'ui', 'app', 'problem'] as const satisfies readonly Namespace[];

export const ROUTE_TABLE = {
  home: {
    path: '/',
    module: 'src/features/home/HomePage.tsx',
    namespaces: ['home', 'library'],
    destination: 'home',
  },
  bookshelf: {
    path: '/bookshelf',
    module: 'src/features/bookshelf/BookshelfPage.tsx',
    namespaces: ['bookshelf', 'library'],
    destination: 'bookshelf',
  },
  issue: {
    path: '/issue/:id',
    module: 'src/features/bookshelf/IssuePage.tsx',
    namespaces: ['bookshelf', 'library'],
    destination: 'bookshelf',
  },
  words: {
    path: '/words',
    module: 'src/features/words/WordsPage.tsx',
    namespaces: ['words'],
    destination: 'words',
  },
  display: {
    path: '/display',
    module: 'src/features/display/DisplayPage.tsx',
    namespaces: ['display'],
    destination: 'display',
  },
  storage: {
    path: '/storage',
    module: 'src/features/storage-room/StorageRoomPage.tsx',
    namespaces: ['storage-room', 'library', 'pack'],
    // A room behind the bookshelf: four destinations are what a hand remembers.
    destination: 'bookshelf',
  },
  reader: {
    path: '/read/:issue/:piece',
    module: 'src/features/reader/ReaderPage.tsx',
    early: ['src/pieces/reading/ReadingPiece.tsx'],
    namespaces: ['reader', 'reading', 'gallery', 'player', 'film', 'recitation'],
    destination: null,
  },
  // A facilitator's draft on the real tablet; its code is the studio's.
  previewFile: {
    path: '/preview/file',
    module: 'src/app/studio/StudioPages.tsx',
    namespaces: [],
    studio: true,
    destination: null,
  },
  // All of the studio: which page is decided by its own code (studio/StudioPages.tsx).
  studio: {
    path: '/studio/*',
    module: 'src/app/studio/StudioPages.tsx',
    // Known only once that code is here; it loads them itself.
    namespaces: [],
    studio: true,
    destination: null,
  },
} as const satisfies Readonly<Record<string, RouteEntry>>;

/** `/issue/:id` or `/studio/*` as the source of a regular expression over a path. */
export function patternOf(path: string): string {
  return `^${path.replace(/\/\*$/u, '(?:/.*)?').replaceAll(/:[a-z]+/gu, '[^/]+')}/?$`;
}
