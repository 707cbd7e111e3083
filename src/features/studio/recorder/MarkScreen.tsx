import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { sentencesOfPiece, type DraftTrack, type Mark } from '../../../authoring/draft/model.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { Desk } from '../shared/desk.ts';
import { clockText } from './clock.ts';
import { kindOf } from './finish-track.ts';
import { MarkList } from './MarkList.tsx';
import { cuesOf, frameSecondsOf, nextTap, tapAt, untap } from './mark-state.ts';
import { Prompter } from './Prompter.tsx';
import { meansNext } from './record-keys.ts';
import { SentenceTimes } from './SentenceTimes.tsx';
import { changeTrack, findTrack } from './track-edit.ts';
import { TrimPanel } from './TrimPanel.tsx';
import { useOpenedAttachment } from '../shared/use-attachment-url.ts';
import { useMarkPlayer } from './use-mark-player.ts';
import type { WorkBench } from './work.ts';
import { WorkPanel } from './WorkPanel.tsx';
import css from './Mark.module.css';
import buttons from './RecordButtons.module.css';
import shared from './Recorder.module.css';

interface MarkScreenProps {
  readonly desk: Desk;
  readonly track: DraftTrack;
  readonly bench: WorkBench;
  /** The sentence to begin with. */
  readonly asked?: string | undefined;
  readonly onClose: () => void;
}

const rates = [0.5, 0.75, 1, 1.25, 1.5] as const;

/** Marks sentences while the film plays, and moves their boundaries afterwards. */
export function MarkScreen({ desk, track, bench, asked, onClose }: MarkScreenProps) {
  const t = useT('studio-sign');
  const isAudio = kindOf(track) === 'audio';
  const { language } = desk.piece.value;
  const sentences = sentencesOfPiece(desk.piece.value);
  const order = sentences.map(({ id }) => id);
  const opened = useOpenedAttachment(desk.attachments, track.media?.id);
  const { attach, player } = useMarkPlayer(frameSecondsOf(track));
  const [rate, setRate] = useState(1);
  const [chosen, setChosen] = useState(() =>
    Math.max(
      0,
      sentences.findIndex(({ id }) => id === asked),
    ),
  );
  const buttonRef = useRef<HTMLButtonElement>(null);
  const tap = nextTap(order, track.marks);
  const isMarking = tap.kind !== 'none';

  const setMarks = (marks: readonly Mark[], merge: string | null = null): void =>
    desk.change(
      'mark',
      (piece) => changeTrack(piece, track.id, (before) => ({ ...before, marks: [...marks] })),
      merge,
    );
  const doTap = (): void => {
    // Not those on the screen: a finger may be faster than it.
    const before = findTrack(desk.piece.peek(), track.id)?.marks ?? [];
    const marks = tapAt(order, before, player.secondsNow());
    if (marks !== before) setMarks(marks);
  };
  const goBack = (): void => {
    const before = untap(order, track.marks);
    if (!before) return;
    setMarks(before.marks);
    player.seek(before.seconds);
  };

  const onKeyRef = useRef<(event: KeyboardEvent) => void>(() => {});
  useLayoutEffect(() => {
    onKeyRef.current = (event) => {
      if (isMarking && meansNext(event, buttonRef.current)) {
        event.preventDefault();
        doTap();
      } else if ((event.key === ',' || event.key === '.') && !isTyping(event)) {
        player.nudge(event.key === '.' ? 1 : -1);
      }
    };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKeyRef.current(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);

  if (opened.state === 'missing') return <StateLine kind="stop">{t('track.lost')}</StateLine>;
  const src = opened.state === 'ready' ? opened.url : undefined;
  const current = tap.kind === 'start' ? sentences[tap.at] : sentences.at(-1);
  const sentence = sentences[chosen];
  const cue = cuesOf(track).find((one) => one.sentence === sentence?.id) ?? null;
  return (
    <div class={shared.screen} data-screen>
      <div class={shared.left}>
        {isAudio ? (
          // Its words are the sentences beside it.
          // oxlint-disable-next-line jsx-a11y/media-has-caption
          <audio ref={attach} src={src} preload="auto" aria-label={track.title} />
        ) : (
          <video
            ref={attach}
            class={css.video}
            src={src}
            muted
            playsInline
            preload="auto"
            aria-label={track.title}
          />
        )}
        <p class={css.time} role="timer">
          {clockText(player.seconds, true)} / {clockText(track.media?.durationSeconds ?? 0, true)}
        </p>
        <div class={css.transport}>
          <Button kind="main" icon={player.isPlaying ? 'pause' : 'play'} onClick={player.toggle}>
            {t(player.isPlaying ? 'mark.pause' : 'mark.play')}
          </Button>
          <Button icon="arrow-left" onClick={() => player.nudge(-1)}>
            {t('mark.frameBack')}
          </Button>
          <Button icon="arrow-right" onClick={() => player.nudge(1)}>
            {t('mark.frameOn')}
          </Button>
        </div>
        <div class={css.transport} role="group" aria-label={t('mark.speed')}>
          {rates.map((value) => (
            <Button
              key={value}
              pressed={value === rate}
              onClick={() => {
                setRate(value);
                player.setRate(value);
              }}
            >
              {t('mark.times', { rate: formatNumber(value) })}
            </Button>
          ))}
        </div>
        <TrimPanel desk={desk} track={track} bench={bench} player={player} />
        <WorkPanel bench={bench} track={track.id} isAudio={isAudio} />
      </div>
      <div class={shared.right}>
        {isMarking ? (
          <>
            <p class={shared.note}>{t(isAudio ? 'mark.noteAudio' : 'mark.note')}</p>
            {current && (
              <Prompter
                language={language}
                current={current}
                next={tap.kind === 'start' ? (sentences[tap.at + 1] ?? null) : null}
                note={(tap.kind === 'start' && track.notes?.[current.id]) || ''}
                countdown={null}
                place={t('record.number', {
                  number: formatNumber(tap.kind === 'start' ? tap.at + 1 : sentences.length),
                  total: formatNumber(sentences.length),
                })}
              />
            )}
            <div class={buttons.controls} data-controls>
              <button ref={buttonRef} type="button" class={buttons.next} onClick={doTap}>
                <Icon name="next" />
                <span>
                  {t(tap.kind === 'end' ? 'mark.tapDone' : tap.at === 0 ? 'mark.tapFirst' : 'mark.tap')}
                </span>
                <kbd class={buttons.key}>{t('record.space')}</kbd>
              </button>
            </div>
            <p class={shared.note}>{t('mark.keys')}</p>
          </>
        ) : (
          <StateLine kind="ok">{t('mark.all')}</StateLine>
        )}
        <div class={css.transport}>
          {track.marks.length > 0 && (
            <Button icon="previous" onClick={goBack}>
              {t('mark.back')}
            </Button>
          )}
          <Button
            icon="again"
            onClick={() => {
              setMarks([]);
              player.seek(0);
            }}
          >
            {t('mark.restart')}
          </Button>
          <Button icon="check" onClick={onClose}>
            {t('mark.done')}
          </Button>
        </div>
        {track.marks.length > 0 && (
          <MarkList
            sentences={sentences}
            language={language}
            cues={cuesOf(track)}
            chosen={chosen}
            onChoose={(index) => {
              setChosen(index);
              player.setLoop(null);
              const start = cuesOf(track).find((one) => one.sentence === sentences[index]?.id)?.start;
              if (start !== undefined) player.show(start);
            }}
          />
        )}
        {sentence && track.marks.some((mark) => mark.sentence === sentence.id) && (
          <SentenceTimes
            key={sentence.id}
            desk={desk}
            track={track}
            sentence={sentence}
            number={chosen + 1}
            cue={cue}
            player={player}
            onMarks={setMarks}
          />
        )}
      </div>
    </div>
  );
}

function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}
