import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { sentencesOfPiece, type DraftTrack } from '../../../authoring/draft/model.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { useWakeLock } from '../../../ui/use-wake-lock.ts';
import type { Desk } from '../shared/desk.ts';
import { CameraView } from './CameraView.tsx';
import { FilmSide, type FilmControl } from './FilmSide.tsx';
import { kindOf } from './finish-track.ts';
import { Prompter } from './Prompter.tsx';
import { RecordButtons } from './RecordButtons.tsx';
import { RecordState } from './RecordState.tsx';
import { createRecorder } from './recorder.ts';
import { isRunning, startOf, upcomingAt } from './recorder-state.ts';
import { SentenceNotes } from './SentenceNotes.tsx';
import { SetupPanel } from './SetupPanel.tsx';
import { usualSpace } from './signing-space-edit.ts';
import { TakeList } from './TakeList.tsx';
import { changeTrack } from './track-edit.ts';
import { useCapture } from './use-capture.ts';
import { useCountdown } from './use-countdown.ts';
import { useFrameWatch } from './use-frame-watch.ts';
import css from './Recorder.module.css';

interface RecorderScreenProps {
  readonly desk: Desk;
  readonly track: DraftTrack;
  /** Back to the list; `finish` = make the film of what was recorded. */
  readonly onClose: (finish: boolean) => void;
}

/** After the last tap hands go down; that belongs to the film. */
const afterLastMs = 700;

export function RecorderScreen({ desk, track, onClose }: RecorderScreenProps) {
  const t = useT('studio-sign');
  const kind = kindOf(track);
  const isSign = kind === 'sign';
  const piece = desk.piece.value;
  const sentences = sentencesOfPiece(piece);
  const recorder = useMemo(() => createRecorder(desk, track.id, kind), [desk, track.id, kind]);
  const control = useCapture(kind);
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const frames = useFrameWatch(video);
  const filmRef = useRef<FilmControl>(null);
  const screenRef = useRef<HTMLDivElement>(null);
  const state = recorder.state.value;
  const stream = control.capture.state === 'open' ? control.capture.stream : null;
  const space = track.signingSpace ?? usualSpace;
  useWakeLock(state.phase !== 'ready');

  const begin = useCallback(() => {
    const now = performance.now();
    recorder.counted(now);
    filmRef.current?.play(recorder, now);
  }, [recorder]);
  const countdown = useCountdown(state.phase === 'countdown', begin);

  useEffect(() => {
    const sentence = state.order[state.at];
    if (state.phase !== 'signing') filmRef.current?.pause();
    else if (sentence !== undefined) filmRef.current?.began(sentence);
  }, [state.phase, state.order, state.at, state.since]);
  useEffect(() => {
    if (state.phase !== 'complete' || state.file === null) return;
    const later = setTimeout(() => void recorder.stop(), afterLastMs);
    return () => clearTimeout(later);
  }, [state.phase, state.file, recorder]);
  const isOpen = state.file !== null;
  useEffect(() => {
    // Picture, sentence and button together, without the page's head.
    if (isOpen) screenRef.current?.scrollIntoView({ block: 'start' });
  }, [isOpen]);
  useEffect(() => () => void recorder.close(), [recorder]);
  useEffect(() => {
    // A window out of sight gets no frames on many tablets: what would be recorded then is nothing.
    const onHidden = (): void => {
      if (document.hidden && isRunning(recorder.state.peek())) recorder.pause('hidden');
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => document.removeEventListener('visibilitychange', onHidden);
  }, [recorder]);

  const setSpace = (signingSpace: NonNullable<DraftTrack['signingSpace']>): void =>
    desk.change(
      'signing',
      (now) => changeTrack(now, track.id, (before) => ({ ...before, signingSpace })),
      `space ${track.id}`,
    );
  const start = (): void => {
    if (stream) {
      if (isSign && !track.signingSpace) setSpace(space);
      void recorder.start(stream, isSign ? video : null);
    }
  };
  const close = (finish: boolean): void => void recorder.stop().then(() => onClose(finish));

  const current = sentences[state.at];
  if (!current) return null;
  const place = t('record.number', {
    number: formatNumber(state.at + 1),
    total: formatNumber(sentences.length),
  });
  const isIdle = state.file === null;
  const stopped = recorder.stopped.value;
  return (
    <div ref={screenRef} class={css.screen} data-screen data-running={!isIdle || undefined}>
      <div class={css.left}>
        {isSign && (
          <CameraView
            stream={stream}
            label={t('setup.title')}
            isRecording={isRunning(state)}
            guide={isIdle && state.phase === 'ready' ? space : null}
            onGuide={setSpace}
            onVideo={setVideo}
          />
        )}
        <RecordState recorder={recorder} />
      </div>
      <div class={css.right}>
        {control.capture.state === 'failed' && (
          <Problem
            title={t(`capture.${control.capture.fault}.${isSign ? 'title' : 'titleAudio'}`)}
            text={t(`capture.${control.capture.fault}.text`)}
            action={
              <Button icon="refresh" onClick={control.retry}>
                {t('capture.retry')}
              </Button>
            }
          />
        )}
        {control.capture.state === 'opening' && (
          <StateLine kind="wait">{t(isSign ? 'setup.opening' : 'setup.openingAudio')}</StateLine>
        )}
        {stopped !== null && (
          <div role="alert">
            <StateLine kind="stop">{t(`stopped.${stopped}`)}</StateLine>
          </div>
        )}
        {piece.kind === 'film' && isSign && <FilmSide desk={desk} track={track} controlRef={filmRef} />}
        {state.phase === 'complete' ? (
          <div class={css.complete} role="status">
            <StateLine kind="ok">{t('record.complete')}</StateLine>
            <p>{t('record.completeNote')}</p>
            <Button
              kind="main"
              solid
              wide
              blocked={isIdle ? undefined : t('record.saying')}
              onClick={() => close(true)}
            >
              {t(isSign ? 'track.finish' : 'track.finishAudio')}
            </Button>
          </div>
        ) : isIdle ? (
          stream && (
            <>
              <SetupPanel
                kind={kind}
                control={control}
                frames={frames}
                attachments={desk.attachments}
                space={space}
                onSpace={setSpace}
                startWords={t(`setup.${startOf(state)}`, {
                  number: formatNumber(state.at + 1),
                  next: formatNumber((upcomingAt(state) ?? state.at) + 1),
                })}
                onStart={start}
              />
              <SentenceNotes desk={desk} track={track} />
            </>
          )
        ) : (
          <>
            <Prompter
              language={piece.language}
              current={current}
              next={sentences[upcomingAt(state) ?? -1] ?? null}
              note={track.notes?.[current.id] ?? ''}
              countdown={countdown}
              place={place}
            />
            <RecordButtons recorder={recorder} onEnd={() => close(false)} />
            <p class={css.note}>{t('record.remote')}</p>
          </>
        )}
        {(isIdle || state.phase === 'complete') && (
          <div class={css.ends}>
            <Button icon="back" onClick={() => close(false)}>
              {t(isIdle ? 'setup.back' : 'record.end')}
            </Button>
          </div>
        )}
      </div>
      {(!isIdle || state.takes.length > 0) && (
        <div class={css.side}>
          <TakeList
            state={state}
            sentences={sentences}
            language={piece.language}
            onRetake={recorder.retake}
          />
        </div>
      )}
    </div>
  );
}
