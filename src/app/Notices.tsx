import { useLocation } from 'preact-iso';
import { loadNamespaces } from '../i18n/i18n.ts';
import { useT } from '../i18n/use-t.ts';
import { useLibrary } from '../library/library-context.tsx';
import { settingsKept } from '../storage/settings-store.ts';
import { storageState } from '../storage/database.ts';
import { canOnlyBeRead } from './can-only-be-read.ts';
import { online } from './connectivity.ts';
import type { LibraryLineProps } from './LibraryLine.tsx';
import { late } from '../ui/late.tsx';
import { Line } from './Line.tsx';
import { ROUTE_TABLE } from './route-table.ts';
import { waitingUpdate } from './waiting-update.ts';

const LateLibraryLine = late<LibraryLineProps>(async () => {
  const [{ LibraryLine }] = await Promise.all([import('./LibraryLine.tsx'), loadNamespaces(['library'])]);
  return LibraryLine;
});
const LateOfflineLine = late(async () => (await import('./OfflineLine.tsx')).OfflineLine);
const LateUpdateLine = late(async () => (await import('./UpdateLine.tsx')).UpdateLine);
const LateOpenInBrowser = late(async () => (await import('./OpenInBrowser.tsx')).OpenInBrowser);

interface NoticesProps {
  /** While someone reads or chooses, only what they must know now is said. */
  readonly quiet: boolean;
}

/** Lines above the page about the tablet itself. Each is a sentence, and says what to do where there is something. */
export function Notices({ quiet }: NoticesProps) {
  const t = useT('app');
  const { path } = useLocation();
  const library = useLibrary();
  const notice = library?.notice.value ?? null;
  const isForgetful = storageState.value === 'memory' || !settingsKept.value;
  // The storage room says it itself, and more of it.
  const isInRoom = path === ROUTE_TABLE.storage.path;
  return (
    <>
      {storageState.value === 'blocked' && <Line kind="wait">{t('oldTabOpen')}</Line>}
      {storageState.value === 'full' && <Line kind="wait">{t('full')}</Line>}
      {!quiet && !online.value && <LateOfflineLine />}
      {!quiet && !isInRoom && library && notice && (
        <LateLibraryLine notice={notice} onDismiss={() => library.dismissNotice()} />
      )}
      {!quiet && waitingUpdate.value && <LateUpdateLine />}
      {!quiet && canOnlyBeRead && <LateOpenInBrowser />}
      {!quiet && !canOnlyBeRead && isForgetful && <Line kind="wait">{t('memoryOnly')}</Line>}
    </>
  );
}
