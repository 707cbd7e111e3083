import { useId } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { CaptionsDesk } from './captions-desk.ts';
import { withFilmConsent } from './captions-state.ts';
import type { FilmTask, FilmTrouble } from './film-task.ts';
import { FileButton } from '../shared/FileButton.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import type { Film } from './use-film.ts';
import css from './FilmFile.module.css';

interface FilmFileProps {
  readonly captions: CaptionsDesk;
  readonly film: Film;
  readonly task: FilmTask;
}

/** Bringing the film, or another in its place; what was done to it and what it still falls short of. */
export function FilmFile({ captions, film, task }: FilmFileProps) {
  const t = useT('studio-captions');
  const { desk } = captions;
  const media = captions.film.value?.media ?? null;
  const progress = task.progress.value;
  const canWrite = desk.canWrite.value;

  if (progress !== null) {
    const percent = progress.fraction === null ? null : Math.round(progress.fraction * 100);
    const text = t(`film.stage.${progress.stage}`, { percent: percent ?? 0 });
    return (
      <section class={css.file} aria-label={t('film.file')}>
        <p>{percent === null ? t('film.stage.looking') : text}</p>
        <Progress label={t('film.title')} text={text} value={percent ?? 0} max={100} />
        <p class={css.note}>{t('film.stage.note')}</p>
        <Button icon="close" onClick={task.cancel}>
          {t('film.cancel')}
        </Button>
      </section>
    );
  }

  const pick = (label: string, isMain: boolean) => (
    <FileButton
      accept="video/*,.mp4,.mov,.m4v,.webm,.mkv"
      label={label}
      {...(isMain && { kind: 'main', solid: true })}
      onFiles={([file]) => file && void task.start(file, t('film.track'))}
    />
  );
  return (
    <section class={css.file} aria-label={t('film.file')}>
      <Trouble trouble={task.trouble.value} />
      {film.isGone && <Problem title={t('film.gone')} text={t('film.goneText')} />}
      {media === null || film.isGone ? (
        <EmptyState
          icon="film"
          title={t('film.none')}
          text={t('film.noneText')}
          {...(canWrite && { action: pick(t('film.pick'), true) })}
        />
      ) : (
        <>
          <p class={css.name}>{t('film.here', { name: media.name })}</p>
          <Findings task={task} />
          <Consent captions={captions} />
          {canWrite && pick(t('film.replace'), false)}
        </>
      )}
    </section>
  );
}

function Trouble({ trouble }: { readonly trouble: FilmTrouble | null }) {
  const t = useT('studio-captions');
  if (trouble === null) return null;
  if (trouble.kind !== 'refused' && trouble.kind !== 'media')
    return <Problem title={t('film.notKept')} text={t(`film.fault.${trouble.kind}`)} />;
  const problems = trouble.kind === 'media' ? [{ code: trouble.code, params: {} }] : trouble.findings;
  return (
    <div class={css.trouble}>
      <Problem title={t('film.refused')} />
      <ProblemList problems={problems} kind="stop" />
      {trouble.kind === 'refused' && trouble.cannotEncode && (
        <StateLine kind="stop">{t('film.cannotEncode')}</StateLine>
      )}
    </div>
  );
}

/** What was put right, and what the film still falls short of; a film may be old and small, nobody signs in it. */
function Findings({ task }: { readonly task: FilmTask }) {
  const t = useT('studio-captions');
  const findings = task.findings.value;
  const isSmall = findings.some(({ code }) => code === 'picture-small');
  const others = findings.filter(({ code }) => code !== 'picture-small');
  return (
    <>
      <ProblemList problems={others.filter(({ action }) => action === 'repair')} kind="ok" />
      <ProblemList problems={others.filter(({ action }) => action !== 'repair')} kind="plain" />
      {isSmall && <StateLine kind="plain">{t('film.small')}</StateLine>}
    </>
  );
}

/** Those who are seen in the film agreed; a check asks for it before release. */
function Consent({ captions }: { readonly captions: CaptionsDesk }) {
  const t = useT('studio-captions');
  const id = useId();
  const { desk } = captions;
  const consent = captions.film.value?.consent ?? false;
  return (
    <label class={css.consent} htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        checked={consent}
        disabled={!desk.canWrite.value}
        onChange={(event) => {
          const { checked } = event.currentTarget;
          desk.change('details', (piece) => withFilmConsent(piece, checked));
        }}
      />
      <span>{t('film.consent')}</span>
    </label>
  );
}
