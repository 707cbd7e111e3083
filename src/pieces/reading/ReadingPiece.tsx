import { useEffect, useRef } from 'preact/hooks';
import type { SentenceId } from '../../core/reading/model.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import type { PieceProps } from '../piece-props.ts';
import { OpenTermCard } from '../term-card/OpenTermCard.tsx';
import { AudioTrack } from './AudioTrack.tsx';
import { EndOfPiece } from './EndOfPiece.tsx';
import { LoopStrip } from './LoopStrip.tsx';
import { NoteButton } from './NoteButton.tsx';
import { PrintGlossary } from './PrintGlossary.tsx';
import { ReadingControls } from './ReadingControls.tsx';
import { ReadingText } from './ReadingText.tsx';
import { SignTrack } from './SignTrack.tsx';
import { SoloSentence } from './SoloSentence.tsx';
import { showInColumn, useFollow } from './use-follow.ts';
import { useKeepPlace } from './use-keep-place.ts';
import { usePieceKeys } from './use-piece-keys.tsx';
import { useReadingPlayer, useTrackChoice } from './use-reading-player.ts';
import { useNumbers } from './use-numbers.ts';
import { useOpenTerm } from './use-open-term.ts';
import { useReports } from './use-reports.ts';
import { useRoom } from './use-room.ts';
import { useSteered } from './use-steered.ts';
import { useWholeLines } from './use-whole-lines.ts';
import css from './ReadingPiece.module.css';

/** A reading: the signer and the text as two facing pages, in step. */
export function ReadingPiece(props: PieceProps) {
  const { piece, urlOf, settings, onSettings, start, noted, onNote } = props;
  const t = useT('reading');
  const { reading } = piece;
  const choice = useTrackChoice(props);
  const { track } = choice;
  const { player, units } = useReadingPlayer({ piece, track, settings, start });
  const terms = useOpenTerm(reading);
  const root = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLElement>(null);
  const column = useRef<HTMLDivElement>(null);
  const { sentences, numberOf } = useNumbers(reading);
  const { following, comeBack, resume } = useFollow(column, player.current);
  useKeepPlace(column, player.current, `${settings.pinyin} ${settings.wordSpacing} ${settings.plain}`);
  useRoom(root, page, settings);
  useWholeLines(column);
  useReports({ ...props, player, sentences, last: units.at(-1)?.id });

  // The card takes room from the text: the word it explains stays in sight.
  useEffect(() => {
    const word = terms.open?.from;
    if (word && column.current?.contains(word)) showInColumn(column.current, word);
  }, [terms]);

  const onSpeed = (speed: typeof settings.speed): void => onSettings({ speed });
  const steered = useSteered(player, resume);
  const help = usePieceKeys(steered, props);

  const medium = track?.kind ?? 'none';
  const isFull = medium === 'sign' && settings.signSize === 'full' && !settings.solo;
  const playSentence = (sentence: SentenceId): void => {
    resume();
    player.playSentence(sentence, { only: true });
  };
  const number = numberOf(player.current.value ?? '') || 1;
  const note = onNote && (
    <NoteButton current={player.current} numberOf={numberOf} noted={noted} onNote={onNote} />
  );
  const shared = {
    settings,
    current: player.current,
    onSentence: playSentence,
    onTerm: terms.show,
    openTerm: terms.open?.term.id ?? null,
  };

  return (
    <div
      ref={root}
      class={css.piece}
      data-medium={medium}
      data-sign={settings.signSize}
      data-solo={settings.solo || undefined}
      data-card={terms.open ? 'open' : undefined}
    >
      <div class={css.pages}>
        {track?.kind === 'sign' && (
          <section class={css.sign} data-edge="start" aria-label={t('signPage')}>
            <SignTrack track={track} src={urlOf(track.media)} player={steered} onSpeed={onSpeed}>
              {note}
            </SignTrack>
          </section>
        )}
        <section ref={page} class={css.page} aria-label={t('textPage')}>
          {(settings.solo || isFull) && (
            <SoloSentence
              {...shared}
              units={units}
              language={reading.language}
              isBand={isFull}
              number={number}
              total={sentences.length}
            />
          )}
          <div ref={column} class={css.column} data-off-screen={settings.solo || isFull || undefined}>
            <ReadingText
              {...shared}
              reading={reading}
              urlOf={urlOf}
              canPlay={track !== null}
              loop={player.loop}
            />
            <EndOfPiece
              reading={reading}
              next={props.next}
              backHref={props.backHref}
              backLabel={props.backLabel}
            />
            <PrintGlossary terms={reading.terms} />
          </div>
          {!following.value && !settings.solo && !isFull && (
            <div class={css.back}>
              <Button icon="arrow-up" onClick={comeBack}>
                {t('comeBack', { number })}
              </Button>
            </div>
          )}
          {terms.open && (
            <div class={css.card} data-edge="end">
              <OpenTermCard {...props} terms={terms} />
            </div>
          )}
          {track?.kind !== 'sign' && (
            <div class={css.below}>
              {track?.kind === 'audio' && (
                <AudioTrack track={track} src={urlOf(track.media)} player={player} />
              )}
              {note}
            </div>
          )}
        </section>
      </div>
      <LoopStrip player={player} numberOf={numberOf} />
      <ReadingControls
        player={steered}
        choice={choice}
        settings={settings}
        onSettings={onSettings}
        numberOf={numberOf}
        hasSizes={!settings.solo}
      />
      {help}
    </div>
  );
}
