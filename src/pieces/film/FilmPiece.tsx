import { useComputed } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Track } from '../../core/sync/track.ts';
import { useT } from '../../i18n/use-t.ts';
import { CaptionBand } from '../../player/CaptionBand.tsx';
import { usePlayerKeys } from '../../player/keyboard.ts';
import { SentenceControls } from '../../player/SentenceControls.tsx';
import { Timeline } from '../../player/Timeline.tsx';
import { Transcript } from '../../player/Transcript.tsx';
import { lineAt, type TranscriptLine } from '../../player/transcript-lines.ts';
import { TwoLines } from '../../player/TwoLines.tsx';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import type { PieceProps } from '../piece-props.ts';
import { EndOfPiece } from '../reading/EndOfPiece.tsx';
import { useMedia } from '../reading/use-media.ts';
import { filmParts, nextCaptionSize, viewFor, type FilmParts } from './film-state.ts';
import { FilmPicture } from './FilmPicture.tsx';
import { FilmSign } from './FilmSign.tsx';
import { PieceTop } from './PieceTop.tsx';
import { useFilmPlayer } from './use-film-player.ts';
import { ViewChoice } from './ViewChoice.tsx';
import css from './FilmPiece.module.css';
import { late } from '../../ui/late.tsx';

const KeyboardHelp = late(async () => (await import('../../player/KeyboardHelp.tsx')).KeyboardHelp);

/** A film with its signing, captions and transcript in step. */
export function FilmPiece(props: PieceProps) {
  const t = useT('film');
  const { piece } = props;
  const parts = useMemo(() => filmParts(piece), [piece]);
  if (parts.film) return <Film {...props} film={parts.film} parts={parts} />;
  return (
    <div class={css.film}>
      <PieceTop {...props} />
      <Problem title={t('missing')} text={t('missingText')} />
      <ol lang={piece.reading.language}>
        {parts.lines.map((line) => (
          <li key={line.text}>{line.text}</li>
        ))}
      </ol>
    </div>
  );
}

function Film(props: PieceProps & { readonly film: Track; readonly parts: FilmParts }) {
  const { piece, film, parts, settings, onSettings, urlOf } = props;
  const t = useT('film');
  const player = useFilmPlayer(film, parts, props);
  const [scriptOpen, setScriptOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  // Upright the transcript is always there, under the controls.
  const isUpright = useMedia('(orientation: portrait)');
  const view = viewFor(settings.filmView, parts);
  const currentLine = useComputed(() => lineAt(parts.lines, player.frameSeconds.value, player.current.value));

  // What nobody sees need not be decoded; it joins again when it is shown.
  useEffect(() => player.media.setSignWanted(view !== 'picture-only'), [player, view]);
  usePlayerKeys(player, {
    isOn: settings.shortcuts,
    onSpeed: (speed) => onSettings({ speed }),
    onPauseEach: (pauseAfterSentence) => onSettings({ pauseAfterSentence }),
    onHelp: () => setHelpOpen(true),
  });

  function playLine(line: TranscriptLine): void {
    if (line.sentence !== null && player.covers(line.sentence))
      player.playSentence(line.sentence, { only: true });
    else player.seek(line.start);
  }

  return (
    <div class={css.film} data-view={view} data-script={scriptOpen ? 'open' : 'closed'}>
      <div class={css.top}>
        <PieceTop {...props}>
          {parts.sign && <ViewChoice view={view} onView={(filmView) => onSettings({ filmView })} />}
        </PieceTop>
      </div>
      <div class={css.picture}>
        <FilmPicture player={player} src={urlOf(film.media)} title={piece.title} />
      </div>
      {parts.sign && (
        <div class={css.sign}>
          <FilmSign {...props} player={player} track={parts.sign} src={urlOf(parts.sign.media)} />
        </div>
      )}
      <div class={css.script}>
        <Transcript
          lines={parts.lines}
          language={piece.reading.language}
          currentLine={currentLine}
          onLine={playLine}
        >
          <EndOfPiece {...props} reading={piece.reading} />
        </Transcript>
      </div>
      <div class={css.line}>
        <Timeline player={player} cues={film.cues} />
      </div>
      <div class={css.band}>
        <CaptionBand
          captions={parts.captions}
          language={parts.captionLanguage}
          frameSeconds={player.frameSeconds}
          charactersPerLine={settings.captionSize}
        />
      </div>
      <div class={css.controls}>
        <SentenceControls
          player={player}
          onSpeed={(speed) => onSettings({ speed })}
          onPauseEach={(pauseAfterSentence) => onSettings({ pauseAfterSentence })}
          pauseEachInMenu
        >
          <Button
            kind="main"
            stacked
            onClick={() => onSettings({ captionSize: nextCaptionSize(settings.captionSize) })}
          >
            <TwoLines name={t('captions')} value={t('charactersPerLine', { count: settings.captionSize })} />
          </Button>
          {!isUpright && (
            <Button
              kind="main"
              stacked
              icon="transcript"
              pressed={scriptOpen}
              onClick={() => setScriptOpen(!scriptOpen)}
            >
              {t('transcript.title')}
            </Button>
          )}
        </SentenceControls>
      </div>
      {helpOpen && (
        <KeyboardHelp
          isOn={settings.shortcuts}
          onSwitch={(shortcuts) => onSettings({ shortcuts })}
          onClose={() => setHelpOpen(false)}
        />
      )}
    </div>
  );
}
