import { useMemo, useRef, useState } from 'preact/hooks';
import { useT } from '../../i18n/use-t.ts';
import type { Speed } from '../../player/speeds.ts';
import { Button } from '../../ui/Button.tsx';
import type { PieceProps } from '../piece-props.ts';
import { AudioTrack } from '../reading/AudioTrack.tsx';
import { EndOfPiece } from '../reading/EndOfPiece.tsx';
import { LoopStrip } from '../reading/LoopStrip.tsx';
import { NoteButton } from '../reading/NoteButton.tsx';
import { ReadingControls } from '../reading/ReadingControls.tsx';
import { ReadingText } from '../reading/ReadingText.tsx';
import { SignTrack } from '../reading/SignTrack.tsx';
import { useNumbers } from '../reading/use-numbers.ts';
import { useOpenTerm } from '../reading/use-open-term.ts';
import { usePieceKeys } from '../reading/use-piece-keys.tsx';
import { useReadingPlayer, useTrackChoice } from '../reading/use-reading-player.ts';
import { useReports } from '../reading/use-reports.ts';
import { useRoom } from '../reading/use-room.ts';
import { OpenTermCard } from '../term-card/OpenTermCard.tsx';
import { PictureBar } from './PictureBar.tsx';
import { PrintedPictures } from './PrintedPictures.tsx';
import { slidesOf } from './slides.ts';
import { useSlides } from './use-slides.ts';
import { ZoomPicture } from './ZoomPicture.tsx';
import css from './GalleryPiece.module.css';

/** Pictures, one at a time, each with its words; the signer beside them where there is one. */
export function GalleryPiece(props: PieceProps) {
  const { piece, urlOf, settings, onSettings, start, noted, onNote } = props;
  const t = useT('gallery');
  const { reading } = piece;
  const choice = useTrackChoice(props);
  const { track } = choice;
  const { player, units } = useReadingPlayer({ piece, track, settings, start });
  const terms = useOpenTerm(reading);
  const [isAltOpen, setAltOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  useRoom(root, page, settings);
  const slides = useMemo(() => slidesOf(reading), [reading]);
  const { sentences, numberOf } = useNumbers(reading);
  useReports({ ...props, player, sentences, last: units.at(-1)?.id });

  const { index, goTo, playSentence } = useSlides(slides, player);
  const slide = slides[index];
  const shownReading = useMemo(
    () => ({ ...reading, blocks: slide ? [...slide.blocks] : reading.blocks }),
    [reading, slide],
  );
  const onSpeed = (speed: Speed): void => onSettings({ speed });
  const help = usePieceKeys(player, props);

  function turnTo(next: number): void {
    terms.close();
    goTo(next);
  }

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
              <PictureBar index={index} total={slides.length} onGo={turnTo} />
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
                onTerm={terms.show}
                openTerm={terms.open?.term.id ?? null}
              />
            </div>
          )}
          <OpenTermCard {...props} terms={terms} />
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
      <PrintedPictures slides={slides} language={reading.language} urlOf={urlOf} />
      {help}
    </div>
  );
}
