/** From an address to its page. A page's code and its words load side by side, so that a page never shows a key. */
import type { FunctionComponent } from 'preact';
import { lazy } from 'preact-iso';
import { loadNamespaces } from '../i18n/i18n.ts';
import { ROUTE_TABLE, patternOf, type RouteEntry } from './route-table.ts';

/** A page takes its route's parameters as properties. */
type Load<P> = () => Promise<{ readonly default: FunctionComponent<P> }>;

export function lazyPage<P = object>(
  load: Load<P>,
  { namespaces }: Pick<RouteEntry, 'namespaces'>,
): FunctionComponent<P> & { readonly preload: () => Promise<unknown> } {
  return lazy<FunctionComponent<P>>(async () => {
    try {
      const [page] = await Promise.all([load(), loadNamespaces(namespaces)]);
      return page;
    } catch {
      // The code itself could not be fetched: the network is gone, or a new version replaced the files.
      return { default: (await import('./ProblemPage.tsx')).MissingCodePage };
    }
  });
}

export const HomePage = lazyPage(() => import('../features/home/HomePage.tsx'), ROUTE_TABLE.home);
export const BookshelfPage = lazyPage(
  () => import('../features/bookshelf/BookshelfPage.tsx'),
  ROUTE_TABLE.bookshelf,
);
export const IssuePage = lazyPage(() => import('../features/bookshelf/IssuePage.tsx'), ROUTE_TABLE.issue);
export const WordsPage = lazyPage(() => import('../features/words/WordsPage.tsx'), ROUTE_TABLE.words);
export const DisplayPage = lazyPage(() => import('../features/display/DisplayPage.tsx'), ROUTE_TABLE.display);
export const StorageRoomPage = lazyPage(
  () => import('../features/storage-room/StorageRoomPage.tsx'),
  ROUTE_TABLE.storage,
);
export const ReaderPage = lazyPage(() => import('../features/reader/ReaderPage.tsx'), ROUTE_TABLE.reader);

export const NotFoundPage = lazyPage(
  async () => ({ default: (await import('./ProblemPage.tsx')).NotFoundPage }),
  {
    namespaces: [],
  },
);

export const StudioPages = lazyPage<{ readonly onArrive: () => void }>(
  () => import('./studio/StudioPages.tsx'),
  ROUTE_TABLE.studio,
);

export function routeAt(path: string): RouteEntry | null {
  return (
    Object.values(ROUTE_TABLE).find((route) => new RegExp(patternOf(route.path), 'u').test(path)) ?? null
  );
}
