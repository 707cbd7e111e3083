import { useState } from 'preact/hooks';
import type { DraftTrack } from '../../../authoring/draft/model.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Desk } from '../shared/desk.ts';
import { clockText } from './clock.ts';
import { trimTrack } from './finish-track.ts';
import type { MarkPlayer } from './use-mark-player.ts';
import type { WorkBench } from './work.ts';
import css from './Mark.module.css';

interface TrimPanelProps {
  readonly desk: Desk;
  readonly track: DraftTrack;
  readonly bench: WorkBench;
  readonly player: MarkPlayer;
}

/** Leaves out what lies before and after. */
export function TrimPanel({ desk, track, bench, player }: TrimPanelProps) {
  const t = useT('studio-sign');
  const duration = track.media?.durationSeconds ?? 0;
  const [from, setFrom] = useState(0);
  const [to, setTo] = useState<number | null>(null);
  const end = to ?? duration;
  const isWhole = from <= 0 && end >= duration;
  return (
    <details class={css.details}>
      <summary>{t('trim.title')}</summary>
      <p>{t('trim.note')}</p>
      <div class={css.transport}>
        <Button onClick={() => setFrom(Math.min(player.secondsNow(), end - 1))}>{t('trim.from')}</Button>
        <Button onClick={() => setTo(Math.max(player.secondsNow(), from + 1))}>{t('trim.to')}</Button>
      </div>
      <p aria-live="polite">{t('trim.range', { from: clockText(from, true), to: clockText(end, true) })}</p>
      {!isWhole && (
        <Button
          icon="check"
          onClick={() => {
            void bench.run('trim', track.id, (running) =>
              trimTrack(desk, track.id, { from, to: end }, running),
            );
            setFrom(0);
            setTo(null);
          }}
        >
          {t('trim.do')}
        </Button>
      )}
    </details>
  );
}
