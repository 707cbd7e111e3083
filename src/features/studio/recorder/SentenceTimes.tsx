import type { DraftSentence, DraftTrack, Mark } from '../../../authoring/draft/model.ts';
import { dropMark, moveBoundary, sortMarks } from '../../../core/sync/marks.ts';
import type { Cue } from '../../../core/sync/track.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Desk } from '../shared/desk.ts';
import { BoundaryStrip } from './BoundaryStrip.tsx';
import { frameSecondsOf } from './mark-state.ts';
import { NoteField } from './SentenceNotes.tsx';
import { SecondsField } from './SecondsField.tsx';
import { toMarks, withoutKeys } from './track-edit.ts';
import type { MarkPlayer } from './use-mark-player.ts';
import css from './Mark.module.css';

interface SentenceTimesProps {
  readonly desk: Desk;
  readonly track: DraftTrack;
  readonly sentence: DraftSentence;
  readonly number: number;
  readonly cue: Cue | null;
  readonly player: MarkPlayer;
  readonly onMarks: (marks: readonly Mark[], merge?: string | null) => void;
}

/** One sentence's beginning and end, by frames; repeated to see whether they are right; what the interpreter should know of it. */
export function SentenceTimes({ desk, track, sentence, number, cue, player, onMarks }: SentenceTimesProps) {
  const t = useT('studio-sign');
  const isAudio = track.kind === 'audio';
  const duration = track.media?.durationSeconds ?? 0;
  const frame = frameSecondsOf(track);
  const marks = sortMarks(track.marks);
  const at = marks.findIndex((mark) => mark.sentence === sentence.id);
  const mark = marks[at];
  if (!mark) return null;
  const end = mark.end ?? marks[at + 1]?.start ?? duration;
  const move = (edge: 'start' | 'end', to: number): void => {
    onMarks(
      toMarks(moveBoundary(marks, sentence.id, edge, to, duration)),
      `move ${track.id} ${sentence.id} ${edge}`,
    );
    player.setLoop(null);
    // What is moved is what is seen.
    player.show(edge === 'start' ? to : to - frame);
  };
  const change = (update: (mark: Mark) => Mark): void =>
    onMarks(
      marks.map((one) => (one === mark ? update(one) : one)),
      `lead ${track.id} ${sentence.id}`,
    );
  return (
    <section class={css.times} aria-label={t('mark.sentence', { number: formatNumber(number) })}>
      <h2 class={css.heading}>{t('mark.sentence', { number: formatNumber(number) })}</h2>
      <BoundaryStrip
        start={mark.start}
        end={end}
        low={marks[at - 1]?.start ?? 0}
        high={marks[at + 2]?.start ?? duration}
        now={player.seconds}
        onMove={move}
      />
      <div class={css.edges}>
        <Button onClick={() => move('start', mark.start - frame)}>{t('mark.startEarlier')}</Button>
        <Button onClick={() => move('start', mark.start + frame)}>{t('mark.startLater')}</Button>
        <Button onClick={() => move('start', player.secondsNow())}>{t('mark.here')}</Button>
        <Button onClick={() => move('end', end - frame)}>{t('mark.endEarlier')}</Button>
        <Button onClick={() => move('end', end + frame)}>{t('mark.endLater')}</Button>
        <Button onClick={() => move('end', player.secondsNow())}>{t('mark.endHere')}</Button>
        {mark.end !== undefined && at < marks.length - 1 && (
          <Button onClick={() => onMarks(marks.map((one) => (one === mark ? withoutKeys(one, 'end') : one)))}>
            {t('mark.endWithNext')}
          </Button>
        )}
      </div>
      <Button
        icon="loop"
        pressed={player.loop !== null}
        onClick={() => player.setLoop(player.loop || !cue ? null : cue)}
      >
        {t(player.loop ? 'mark.loopStop' : isAudio ? 'mark.loopAudio' : 'mark.loop')}
      </Button>
      <div class={css.fields}>
        <SecondsField
          label={t('mark.lead')}
          value={mark.leadSeconds ?? track.leadSeconds ?? 0}
          onChange={(leadSeconds) => change((one) => ({ ...one, leadSeconds }))}
        />
        <SecondsField
          label={t('mark.tail')}
          value={mark.tailSeconds ?? track.tailSeconds ?? 0}
          onChange={(tailSeconds) => change((one) => ({ ...one, tailSeconds }))}
        />
      </div>
      <NoteField desk={desk} track={track} sentence={sentence.id} label={t('mark.notes')} />
      <Button icon="erase" onClick={() => onMarks(dropMark(marks, sentence.id))}>
        {t('mark.clear')}
      </Button>
    </section>
  );
}
