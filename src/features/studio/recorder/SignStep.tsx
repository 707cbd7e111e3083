import { useLocation } from 'preact-iso';
import { useMemo, useState } from 'preact/hooks';
import { sentencesOfPiece } from '../../../authoring/draft/model.ts';
import { useT } from '../../../i18n/use-t.ts';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { StepProps } from '../shared/desk.ts';
import { AddTrack } from './AddTrack.tsx';
import { finishRecording } from './finish-track.ts';
import { MarkScreen } from './MarkScreen.tsx';
import { RecorderScreen } from './RecorderScreen.tsx';
import { RescuePanel } from './RescuePanel.tsx';
import { TrackCard } from './TrackCard.tsx';
import { findTrack, type RecordedKind } from './track-edit.ts';
import { createWorkBench } from './work.ts';
import css from './SignStep.module.css';

type View = { readonly at: 'list' } | { readonly at: 'record' | 'mark'; readonly track: string };

/** 手语 and 诵读: the tracks of a piece, recorded here or brought along, and their sentences marked. */
export function SignStep({ desk }: StepProps) {
  const t = useT('studio-sign');
  const { query } = useLocation();
  // A finding about a sentence of a track leads to where its time is set.
  const [view, setView] = useState<View>(() => {
    const asked = query['track'] === undefined ? null : findTrack(desk.piece.peek(), query['track']);
    return asked?.media && query['sentence'] !== undefined ? { at: 'mark', track: asked.id } : { at: 'list' };
  });
  const bench = useMemo(() => createWorkBench(), []);
  const piece = desk.piece.value;
  const track = view.at === 'list' ? null : findTrack(piece, view.track);

  if (track && view.at === 'record') {
    return (
      <RecorderScreen
        desk={desk}
        track={track}
        onClose={(finish) => {
          setView({ at: 'list' });
          if (finish)
            void bench.run('finish', track.id, (running) => finishRecording(desk, track.id, running));
        }}
      />
    );
  }
  if (track && view.at === 'mark') {
    return (
      <MarkScreen
        desk={desk}
        track={track}
        bench={bench}
        asked={query['sentence']}
        onClose={() => setView({ at: 'list' })}
      />
    );
  }
  const hasText = sentencesOfPiece(piece).length > 0;
  // What a piece is about comes first: the voice of a recitation, the signing of everything else.
  const kinds: readonly RecordedKind[] = piece.kind === 'recitation' ? ['audio', 'sign'] : ['sign', 'audio'];
  return (
    <div class={css.step}>
      {!desk.canWrite.value && <StateLine kind="plain">{t('list.readOnly')}</StateLine>}
      {!hasText && <StateLine kind="wait">{t('list.noText')}</StateLine>}
      {desk.canWrite.value && <RescuePanel desk={desk} />}
      {kinds.map((kind) => {
        const tracks = piece.tracks.filter((one) => one.kind === kind);
        const isSign = kind === 'sign';
        return (
          <section key={kind} class={css.section} aria-label={t(isSign ? 'list.sign' : 'list.audio')}>
            <h2 class={css.heading}>{t(isSign ? 'list.sign' : 'list.audio')}</h2>
            {tracks.length === 0 && <p class={css.note}>{t(isSign ? 'list.none' : 'list.noneAudio')}</p>}
            {tracks.map((one) => (
              <TrackCard
                key={one.id}
                desk={desk}
                track={one}
                bench={bench}
                hasText={hasText}
                onRecord={() => setView({ at: 'record', track: one.id })}
                onMark={() => setView({ at: 'mark', track: one.id })}
              />
            ))}
            {desk.canWrite.value && <AddTrack desk={desk} kind={kind} />}
          </section>
        );
      })}
    </div>
  );
}
