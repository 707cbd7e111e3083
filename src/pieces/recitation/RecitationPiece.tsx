import { useRef } from 'preact/hooks';
import type { SentenceId } from '../../core/reading/model.ts';
import { useT } from '../../i18n/use-t.ts';
import { SentenceControls } from '../../player/SentenceControls.tsx';
import { Timeline } from '../../player/Timeline.tsx';
import { Button } from '../../ui/Button.tsx';
import { PieceTop } from '../film/PieceTop.tsx';
import type { PieceProps } from '../piece-props.ts';
import { AudioTrack } from '../reading/AudioTrack.tsx';
import { EndOfPiece } from '../reading/EndOfPiece.tsx';
import { LoopStrip } from '../reading/LoopStrip.tsx';
import { NoteButton } from '../reading/NoteButton.tsx';
import { ReadingText } from '../reading/ReadingText.tsx';
import { SignTrack } from '../reading/SignTrack.tsx';
import { useFollow } from '../reading/use-follow.ts';
import { useKeepPlace } from '../reading/use-keep-place.ts';
import { useNumbers } from '../reading/use-numbers.ts';
import { useOpenTerm } from '../reading/use-open-term.ts';
import { usePieceKeys } from '../reading/use-piece-keys.tsx';
import { useReadingPlayer, useTrackChoice } from '../reading/use-reading-player.ts';
import { useReports } from '../reading/use-reports.ts';
import { OpenTermCard } from '../term-card/OpenTermCard.tsx';
import { largerText } from './larger-text.ts';
import { LeadChoice } from './LeadChoice.tsx';
import css from './RecitationPiece.module.css';

/** A text to be read aloud: heard sentence by sentence, large, with 跟读 to read along; or signed, where that leads. */
export function RecitationPiece(props: PieceProps) {
  const { piece, urlOf, settings, onSettings, start, noted, onNote } = props;
  const t = useT('recitation');
  const { reading } = piece;
  const choice = useTrackChoice(props);
  const { track } = choice;
  const { player, units } = useReadingPlayer({ piece, track, settings, start });
  const terms = useOpenTerm(reading);
  const column = useRef<HTMLDivElement>(null);
  const { sentences, numberOf } = useNumbers(reading);
  const { following, comeBack, resume } = useFollow(column, player.current);
  useKeepPlace(column, player.current, `${settings.pinyin} ${settings.wordSpacing} ${settings.plain}`);
  useReports({ ...props, player, sentences, last: units.at(-1)?.id });

  const onSpeed = (speed: typeof settings.speed): void => onSettings({ speed });
  const onPauseEach = (pauseAfterSentence: boolean): void => onSettings({ pauseAfterSentence });
  const help = usePieceKeys(player, props);

  const number = numberOf(player.current.value ?? '') || 1;
  const note = onNote && (
    <NoteButton current={player.current} numberOf={numberOf} noted={noted} onNote={onNote} />
  );
  function playSentence(sentence: SentenceId): void {
    resume();
    player.playSentence(sentence, { only: true });
  }

  return (
    <div class={css.piece} data-medium={track?.kind ?? 'none'}>
      <PieceTop {...props}>
        <LeadChoice {...choice} />
      </PieceTop>
      <div class={css.pages}>
        {track?.kind === 'sign' && (
          <section class={css.sign} aria-label={t('signPage')}>
            <SignTrack track={track} src={urlOf(track.media)} player={player} onSpeed={onSpeed}>
              {note}
            </SignTrack>
          </section>
        )}
        <section class={css.page} aria-label={t('textPage')} data-text={largerText()}>
          <div ref={column} class={css.column}>
            <ReadingText
              reading={reading}
              urlOf={urlOf}
              settings={settings}
              current={player.current}
              canPlay={track !== null}
              onSentence={playSentence}
              onTerm={terms.show}
              openTerm={terms.open?.term.id ?? null}
              loop={player.loop}
            />
            <EndOfPiece {...props} reading={reading} />
          </div>
          {!following.value && (
            <div class={css.back}>
              <Button icon="arrow-up" onClick={comeBack}>
                {t('comeBack', { number })}
              </Button>
            </div>
          )}
          {terms.open && (
            <div class={css.card}>
              <OpenTermCard {...props} terms={terms} />
            </div>
          )}
        </section>
      </div>
      <LoopStrip player={player} numberOf={numberOf} />
      {track?.kind === 'audio' && (
        <div class={css.below}>
          <AudioTrack track={track} src={urlOf(track.media)} player={player} />
          {note}
        </div>
      )}
      {track && (
        <>
          <Timeline player={player} cues={track.cues} />
          <SentenceControls player={player} heard={track.kind === 'audio'} onSpeed={onSpeed}>
            <Button
              kind="main"
              stacked
              icon="recitation"
              pressed={settings.pauseAfterSentence}
              onClick={() => onPauseEach(!settings.pauseAfterSentence)}
            >
              {t('readAlong')}
            </Button>
          </SentenceControls>
        </>
      )}
      {!track && <p class={css.silent}>{t('noTrack')}</p>}
      {help}
    </div>
  );
}
