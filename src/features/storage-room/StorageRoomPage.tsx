import { useEffect } from 'preact/hooks';
import { useT } from '../../i18n/use-t.ts';
import { useBookcase } from '../../library/bookcase-context.tsx';
import { useLibrary } from '../../library/library-context.tsx';
import type { Library } from '../../library/library.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { ComingList } from './ComingList.tsx';
import { ExportPanel } from './ExportPanel.tsx';
import { HereList } from './HereList.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import { OfferList } from './OfferList.tsx';
import { listRoom } from './room-lists.ts';
import { RoomNotice } from './RoomNotice.tsx';
import { SpacePanel } from './SpacePanel.tsx';
import { useNames } from './use-names.ts';
import css from './StorageRoom.module.css';

/** 存储: what this tablet has, what it is fetching, and how it can be fed. */
export default function StorageRoomPage() {
  const t = useT('storage-room');
  const library = useLibrary();
  return (
    <div class={css.page}>
      <nav aria-label={t('title')}>
        <ButtonLink icon="back" href="/bookshelf">
          {t('back')}
        </ButtonLink>
      </nav>
      <PageTitle note={t('note')}>{t('title')}</PageTitle>
      {library === null ? (
        <EmptyState icon="tablet" title={t('unavailable.title')} text={t('unavailable.text')} />
      ) : (
        <Room library={library} />
      )}
    </div>
  );
}

function Room({ library }: { readonly library: Library }) {
  const bookcase = useBookcase();
  const issues = library.issues.value;
  const names = useNames(bookcase, library, [...issues.keys()].join(' '));
  const isReady = names !== null;
  useScrollToFragment(isReady);
  if (!isReady) return <div class={css.waiting} aria-busy="true" />;
  const { coming, here, offered, spare } = listRoom(issues, library.queue.value, names);
  const whole = here.filter(({ state }) => state.state === 'stored');
  const isFull = library.notice.value?.kind === 'full' || coming.some(isOutOfRoom);
  return (
    <>
      <RoomNotice library={library} names={names} />
      {isFull && <SpacePanel library={library} spare={spare} isFull />}
      <ComingList issues={coming} library={library} />
      <HereList issues={here} library={library} />
      <OfferList issues={offered} library={library} />
      {!isFull && <SpacePanel library={library} spare={spare} isFull={false} />}
      <div class={css.packs}>
        <ImportPanel library={library} names={names} />
        <ExportPanel library={library} issues={whole} />
      </div>
    </>
  );
}

function isOutOfRoom({ state }: ReturnType<typeof listRoom>['coming'][number]): boolean {
  return state.state === 'failed' && state.fault === 'full';
}

/** `/storage#room` leads to what to do when the tablet is full, which is there only once the months are known. */
function useScrollToFragment(isReady: boolean): void {
  useEffect(() => {
    const id = location.hash.slice(1);
    if (id !== '' && isReady) document.getElementById(id)?.scrollIntoView();
  }, [isReady]);
}
