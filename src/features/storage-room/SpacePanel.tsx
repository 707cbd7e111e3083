import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../i18n/use-t.ts';
import type { Library, Room } from '../../library/library.ts';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { sizeText } from '../../ui/issue/sizes.ts';
import { StateLine } from '../../ui/StateLine.tsx';
import { MakeRoom } from './MakeRoom.tsx';
import type { ListedIssue } from './room-lists.ts';
import css from './StorageRoom.module.css';

/** From here on it is said that room gets short: about one month with its videos. */
const TIGHT_BYTES = 500e6;

interface SpacePanelProps {
  readonly library: Library;
  /** Oldest first, none in use. */
  readonly spare: readonly ListedIssue[];
  readonly isFull: boolean;
}

/** How much is used and left, as honestly as a browser lets one say it. */
export function SpacePanel({ library, spare, isFull }: SpacePanelProps) {
  const t = useT('storage-room');
  const room = library.room.value;
  useEffect(() => {
    library.refreshRoom().catch((error: unknown) => console.warn(error));
  }, [library]);
  const left = room?.quotaBytes == null ? null : Math.max(0, room.quotaBytes - room.usedBytes);
  return (
    <section class={css.card} id="room" aria-labelledby="room-title">
      <h2 class={css.heading} id="room-title">
        {t('space.title')}
      </h2>
      {room !== null && <Used room={room} left={left} />}
      {room !== null && <Keep library={library} persisted={room.persisted} />}
      {(isFull || (left !== null && left < TIGHT_BYTES)) && (
        <MakeRoom library={library} spare={spare} isFull={isFull} />
      )}
    </section>
  );
}

function Used({ room, left }: { readonly room: Room; readonly left: number | null }) {
  const t = useT('storage-room');
  const words = useT('library');
  const used = t('space.used', { size: sizeText(words, room.usedBytes) });
  return (
    <div class={css.stack}>
      <p class={css.big}>{used}</p>
      {room.quotaBytes !== null && (
        <Progress label={t('space.meter')} text={used} value={room.usedBytes} max={room.quotaBytes} />
      )}
      <p class={css.note}>
        {left === null ? t('space.unknown') : t('space.left', { size: sizeText(words, left) })}
      </p>
    </div>
  );
}

interface KeepProps {
  readonly library: Library;
  readonly persisted: boolean | null;
}

function Keep({ library, persisted }: KeepProps) {
  const t = useT('storage-room');
  const [answer, setAnswer] = useState<'none' | 'no' | 'failed'>('none');
  async function ask(): Promise<void> {
    const isKept = await library.requestPersistence();
    setAnswer(isKept ? 'none' : 'no');
  }
  if (persisted === true) return <StateLine kind="ok">{t('space.keep.yes')}</StateLine>;
  return (
    <div class={css.stack}>
      <p>{t('space.keep.why')}</p>
      <div class={css.acts}>
        <Button icon="lock" onClick={() => void ask().catch(() => setAnswer('failed'))}>
          {t('space.keep.ask')}
        </Button>
      </div>
      <div aria-live="polite">
        {answer !== 'none' && <StateLine kind="wait">{t(`space.keep.${answer}`)}</StateLine>}
      </div>
    </div>
  );
}
