import { effect } from '@preact/signals';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Bookcase } from '../../library/bookcase.ts';
import type { Library } from '../../library/library.ts';
import { useLoad, type Loaded } from '../../ui/use-load.ts';
import { loadHome, type HomeData } from './load-home.ts';

interface Home {
  readonly result: Loaded<HomeData | null>;
  readonly retry: () => void;
}

/** The page's data. A month that comes while the page lies open takes its place, without a waiting page in between. */
export function useHome(
  bookcase: Bookcase,
  /** None in a preview. */
  issues: Library['issues'] | undefined,
  clubId: string | null,
): Home {
  const { result, retry } = useLoad(
    useCallback(
      () => (clubId === null ? Promise.resolve(null) : loadHome(bookcase, clubId)),
      [bookcase, clubId],
    ),
  );
  const [shown, setShown] = useState<{ readonly clubId: string | null; readonly result: Home['result'] }>();
  useEffect(() => {
    if (result.state === 'ready') setShown({ clubId, result });
  }, [clubId, result]);
  useEffect(() => {
    let before = '';
    return effect(() => {
      const now = [...(issues?.value.keys() ?? [])].sort().join();
      // The first list is no news: the page was made beside it.
      if (before !== '' && now !== before) retry();
      before = now;
    });
  }, [issues, retry]);
  const isMadeAnew = result.state === 'loading' && shown?.clubId === clubId;
  return { result: isMadeAnew ? shown.result : result, retry };
}
