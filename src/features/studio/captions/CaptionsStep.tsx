import { useEffect, useMemo, useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { Desk, StepProps } from '../shared/desk.ts';
import { watchLeaving } from '../shared/page-leaving.ts';
import { CaptionFile } from './CaptionFile.tsx';
import { CaptionList } from './CaptionList.tsx';
import { captionsDeskOf, hasUnadded } from './captions-desk.ts';
import { ExportCaptions } from './ExportCaptions.tsx';
import { createFilmTask } from './film-task.ts';
import { FilmFile } from './FilmFile.tsx';
import { FilmPlayer } from './FilmPlayer.tsx';
import { Folded } from './Folded.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { MoveAll } from './MoveAll.tsx';
import { SaidLine } from './SaidLine.tsx';
import { TakePanel } from './TakePanel.tsx';
import { TextTie } from './TextTie.tsx';
import { useCaptionKeys } from './use-caption-keys.ts';
import { useFilm } from './use-film.ts';
import css from './CaptionsStep.module.css';

/** The film, its captions against it, and what they still fall short of. */
export function CaptionsStep({ desk }: StepProps) {
  const t = useT('studio-captions');
  const { kind } = desk.piece.value;
  if (kind === 'film') return <FilmCaptions desk={desk} />;
  return <EmptyState icon="captions" title={t(`notNeeded.${kind}`)} text={t('notNeeded.text')} />;
}

function FilmCaptions({ desk }: { readonly desk: Desk }) {
  const t = useT('studio-captions');
  const captions = captionsDeskOf(desk);
  const film = useFilm(captions);
  const task = useMemo(() => createFilmTask(desk), [desk]);
  useEffect(() => () => task.cancel(), [task]);
  useEffect(
    () =>
      watchLeaving({
        save: () => {},
        wouldLose: () => task.progress.peek() !== null || hasUnadded(captions),
      }),
    [task, captions],
  );
  const [isFileOpen, setFileOpen] = useState(false);
  useCaptionKeys(captions, film);
  const canWrite = desk.canWrite.value;
  const count = captions.cues.value.length;
  const open = canWrite && (
    <Button icon="folder" kind={count === 0 ? 'main' : 'other'} onClick={() => setFileOpen(true)}>
      {t('file.open')}
    </Button>
  );

  return (
    <div class={css.step}>
      <div class={css.film} data-track={captions.film.value?.id}>
        {film.player ? (
          <FilmPlayer captions={captions} film={film} player={film.player}>
            {canWrite && <TakePanel captions={captions} player={film.player} />}
          </FilmPlayer>
        ) : (
          <FilmFile captions={captions} film={film} task={task} />
        )}
      </div>
      <div class={css.captions}>
        {count > 0 && (
          <div class={css.tools}>
            {open}
            <ExportCaptions captions={captions} />
          </div>
        )}
        <SaidLine captions={captions} />
        <div class={css.more}>
          {canWrite && <TextTie captions={captions} />}
          {canWrite && count > 0 && <MoveAll captions={captions} player={film.player} />}
          {film.player && (
            <Folded title={t('film.file')} isOpen={captions.film.value?.consent !== true}>
              <FilmFile captions={captions} film={film} task={task} />
            </Folded>
          )}
          {film.player && <KeysHelp />}
        </div>
        {count === 0 ? (
          <EmptyState
            icon="captions"
            title={t('none.title')}
            text={t('none.text')}
            {...(open && { action: open })}
          />
        ) : (
          <CaptionList captions={captions} player={film.player} />
        )}
      </div>
      {isFileOpen && <CaptionFile captions={captions} onClose={() => setFileOpen(false)} />}
    </div>
  );
}
