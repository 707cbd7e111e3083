import type { ComponentChildren } from 'preact';
import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Bookcase } from '../library/bookcase.ts';
import { BookcaseContext } from '../library/bookcase-context.tsx';
import type { Library } from '../library/library.ts';
import { LibraryContext } from '../library/library-context.tsx';
import { settings } from '../storage/settings-store.ts';
import { showAppearance } from './appearance.ts';
import { FirstRunPage, FirstVisitBar, firstRunAt } from './first-run/first-run.ts';
import { canOnlyBeRead } from './can-only-be-read.ts';
import { usePageArrival } from './page-arrival.ts';
import { ProblemBoundary } from './ProblemBoundary.tsx';
import { ROUTE_TABLE } from './route-table.ts';
import {
  BookshelfPage,
  DisplayPage,
  HomePage,
  IssuePage,
  NotFoundPage,
  ReaderPage,
  StorageRoomPage,
  StudioPages,
  WordsPage,
  routeAt,
} from './routes.tsx';
import { ScrollMemory } from './scroll-memory.ts';
import { Shell } from './Shell.tsx';

interface AppProps {
  readonly bookcase: Bookcase;
  readonly library: Library;
  /** Once the first page is there, with what it loads. */
  readonly onFirstPage: () => void;
}

export function App({ bookcase, library, onFirstPage }: AppProps) {
  return (
    <LocationProvider>
      <BookcaseContext.Provider value={bookcase}>
        <LibraryContext.Provider value={canOnlyBeRead ? null : library}>
          <ScrollMemory />
          <Pages onFirstPage={onFirstPage} />
        </LibraryContext.Provider>
      </BookcaseContext.Provider>
    </LocationProvider>
  );
}

interface PagesProps {
  readonly onFirstPage?: () => void;
  /** A line above every page; the preview says there what it is. */
  readonly notice?: ComponentChildren;
}

export function Pages({ onFirstPage, notice }: PagesProps) {
  const { path } = useLocation();
  const main = useRef<HTMLElement>(null);
  const arrive = usePageArrival(main, onFirstPage);
  // Where someone took up the invitation: moved on, the next one is a new one.
  const [chosenAt, setChosenAt] = useState<string | null>(null);
  const firstRun = firstRunAt(path, settings.value);
  const showsChoice = firstRun === 'asks' || (firstRun === 'invites' && chosenAt === path);
  const route = routeAt(path);

  useEffect(() => showAppearance(settings.value, path), [path]);

  // The choice and the page behind it share an address, so the router does not tell them apart.
  const shownRef = useRef(showsChoice);
  useEffect(() => {
    if (shownRef.current !== showsChoice) arrive();
    shownRef.current = showsChoice;
  }, [showsChoice, arrive]);

  return (
    <Shell
      main={main}
      layout={showsChoice || (route !== null && route.destination === null) ? 'full' : 'destinations'}
      current={route?.destination ?? null}
      invitation={
        <>
          {notice}
          {firstRun === 'invites' && !showsChoice && <FirstVisitBar onChoose={() => setChosenAt(path)} />}
        </>
      }
    >
      <ProblemBoundary path={path}>
        {showsChoice ? (
          <ErrorBoundary>
            <FirstRunPage />
          </ErrorBoundary>
        ) : (
          <Router onRouteChange={arrive}>
            <Route path={ROUTE_TABLE.home.path} component={HomePage} />
            <Route path={ROUTE_TABLE.bookshelf.path} component={BookshelfPage} />
            <Route path={ROUTE_TABLE.issue.path} component={IssuePage} />
            <Route path={ROUTE_TABLE.words.path} component={WordsPage} />
            <Route path={ROUTE_TABLE.display.path} component={DisplayPage} />
            <Route path={ROUTE_TABLE.storage.path} component={StorageRoomPage} />
            <Route path={ROUTE_TABLE.reader.path} component={ReaderPage} />
            <Route path="/studio" component={StudioPages} onArrive={arrive} />
            <Route path={ROUTE_TABLE.previewFile.path} component={StudioPages} onArrive={arrive} />
            <Route path={ROUTE_TABLE.studio.path} component={StudioPages} onArrive={arrive} />
            <Route default component={NotFoundPage} />
          </Router>
        )}
      </ProblemBoundary>
    </Shell>
  );
}
