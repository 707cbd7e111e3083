import { useMemo, useRef, useState } from 'preact/hooks';
import { sentencesOf } from '../../core/reading/model.ts';
import type { SentenceId, TermId } from '../../core/reading/model.ts';
import { useT } from '../../i18n/use-t.ts';
import { usePlayerKeys } from '../../player/keyboard.ts';
import type { Speed } from '../../player/speeds.ts';
import { Button } from '../../ui/Button.tsx';
import type { PieceProps } from '../piece-props.ts';
import { AudioTrack } from '../reading/AudioTrack.tsx';
import { EndOfPiece } from '../reading/EndOfPiece.tsx';
import { KeysSheet } from '../reading/KeysSheet.tsx';
import { LoopStrip } from '../reading/LoopStrip.tsx';
import { NoteButton } from '../reading/NoteButton.tsx';
import { ReadingControls } from '../reading/ReadingControls.tsx';
import { ReadingText } from '../reading/ReadingText.tsx';
import { SignTrack } from '../reading/SignTrack.tsx';
import { useReadingPlayer, useTrackChoice } from '../reading/use-reading-player.ts';
import { useReports } from '../reading/use-reports.ts';
import { useRoom } from '../reading/use-room.ts';
import { TermCard } from '../term-card/TermCard.tsx';
import { PictureBar } from './PictureBar.tsx';
import { slideOf, slidesOf } from './slides.ts';
import { ZoomPicture } from './ZoomPicture.tsx';
import css from './GalleryPiece.module.css';

interface OpenTerm {
  readonly id: TermId;
  readonly from: HTMLElement;
}

/** Pictures, one at a time, each with its words; the signer beside them where there is one. */
export function GalleryPiece(props: PieceProps) {
  const { piece, urlOf, settings, onSettings, start, noted, onNote, wordMarks, onWord } = props;
  const t = useT('gallery');
  const { reading } = piece;
  const choice = useTrackChoice(piece);
  const { track } = choice;
  const { player, units } = useReadingPlayer({ piece, track, settings, start });
  const [open, setOpen] = useState<OpenTerm | null>(null);
  const [isAltOpen, setAltOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  useRoom(root, page, settings);
  const slides = useMemo(() => slidesOf(reading), [reading]);
  const sentences = useMemo(() => sentencesOf(reading).map(({ id }) => id), [reading]);
  const numberOf = (id: string): number => sentences.findIndex((one) => one === id) + 1;
  useReports({ ...props, player, sentences, last: units.at(-1)?.id });

  // A picture without words has no sentence to be at: then the number alone says where the reader is.
  const [wordless, setWordless] = useState<number | null>(null);
  const index = wordless ?? slideOf(slides, player.current.value);
  const slide = slides[index];
  const shownReading = useMemo(
    () => ({ ...reading, blocks: slide ? [...slide.blocks] : reading.blocks }),
    [reading, slide],
  );
  const onSpeed = (speed: Speed): void => onSettings({ speed });
  usePlayerKeys(player, {
    onSpeed,
    onPauseEach: (pauseAfterSentence) => onSettings({ pauseAfterSentence }),
    onHelp: () => setHelpOpen(true),
  });

  function goTo(next: number): void {
    const first = slides[next]?.sentences[0];
    setOpen(null);
    setWordless(first === undefined ? next : null);
    if (first === undefined) player.pause();
    else if (player.playing.value) player.playSentence(first);
    else player.show(first);
  }
  function playSentence(sentence: SentenceId): void {
    setWordless(null);
    player.playSentence(sentence, { only: true });
  }

  const term = open && reading.terms.find(({ id }) => id === open.id);
  const note = onNote && (
    <NoteButton current={player.current} numberOf={numberOf} noted={noted} onNote={onNote} />
  );
  const hasText = shownReading.blocks.length > 0;

  return (
    <div ref={root} class={css.piece} data-medium={track?.kind ?? 'none'}>
      <div class={css.pages}>
        {/* Scrolls by itself beside the signer, who stays in sight. */}
        <div ref={page} class={css.page}>
          {slide && (
            <>
              <ZoomPicture key={index} figure={slide.figure} src={urlOf(slide.figure.image)}>
                <Button aria-expanded={isAltOpen} onClick={() => setAltOpen(!isAltOpen)}>
                  {t('alt.label')}
                </Button>
              </ZoomPicture>
              {isAltOpen && (
                <p class={css.altText} lang={reading.language}>
                  {slide.figure.alt}
                </p>
              )}
              <PictureBar index={index} total={slides.length} onGo={goTo} />
            </>
          )}
          {hasText && (
            <div class={css.words}>
              <ReadingText
                reading={shownReading}
                urlOf={urlOf}
                settings={settings}
                current={player.current}
                canPlay={track !== null}
                loop={player.loop}
                numberOf={numberOf}
                onSentence={playSentence}
                onTerm={(id, from) => setOpen({ id, from })}
                openTerm={open?.id ?? null}
              />
            </div>
          )}
          {term && open && (
            <TermCard
              key={term.id}
              term={term}
              urlOf={urlOf}
              mark={wordMarks.get(term.id) ?? null}
              onMark={onWord && ((mark) => onWord(term.id, mark))}
              from={open.from}
              onClose={() => setOpen(null)}
            />
          )}
          {track?.kind !== 'sign' && (
            <div class={css.below}>
              {track && <AudioTrack track={track} src={urlOf(track.media)} player={player} />}
              {note}
            </div>
          )}
          {index === slides.length - 1 && (
            <EndOfPiece
              reading={reading}
              next={props.next}
              backHref={props.backHref}
              backLabel={props.backLabel}
            />
          )}
        </div>
        {track?.kind === 'sign' && (
          <section class={css.sign} data-edge="start" aria-label={t('signPage')}>
            <SignTrack track={track} src={urlOf(track.media)} player={player} onSpeed={onSpeed}>
              {note}
            </SignTrack>
          </section>
        )}
      </div>
      {track && (
        <>
          <LoopStrip player={player} numberOf={numberOf} />
          <ReadingControls
            player={player}
            choice={choice}
            settings={settings}
            onSettings={onSettings}
            numberOf={numberOf}
            hasSizes={false}
          />
        </>
      )}
      {isHelpOpen && <KeysSheet onClose={() => setHelpOpen(false)} />}
    </div>
  );
}
