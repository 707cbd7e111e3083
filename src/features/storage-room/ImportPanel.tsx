import { useLocation } from 'preact-iso';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../../i18n/use-t.ts';
import { previewFileHanded } from '../../library/handed-file.ts';
import type { ImportReport, Library } from '../../library/library.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { StateLine } from '../../ui/StateLine.tsx';
import { isPreviewFile } from './preview-file.ts';
import { watchForPacks } from './received.ts';
import { faultOf, fileOf, refusalText } from './refusal.ts';
import type { IssueName } from './room-lists.ts';
import { TaskProgress } from './TaskProgress.tsx';
import { importing } from './tasks.ts';
import { useDrop, type Dropped } from './use-drop.ts';
import css from './StorageRoom.module.css';

interface ImportPanelProps {
  readonly library: Library;
  readonly names: ReadonlyMap<string, IssueName>;
}

/** Packs from a stick: chosen, dropped, opened with the app or shared to it. */
export function ImportPanel({ library, names }: ImportPanelProps) {
  const t = useT('storage-room');
  const task = importing.now.value;
  const [offered, setOffered] = useState<File | null>(null);
  const take = useCallback(
    async (dropped: Dropped) => {
      // What is said below is of the pack before.
      importing.reset();
      const [file, ...more] = dropped instanceof Error || 'kind' in dropped ? [] : dropped;
      const preview = file && more.length === 0 && (await isPreviewFile(file)) ? file : null;
      setOffered(preview);
      if (!preview) await importDropped(library, dropped);
    },
    [library],
  );
  const onTake = useCallback((dropped: Dropped): void => void take(dropped), [take]);
  const isDragged = useDrop(onTake);
  useEffect(() => watchForPacks(onTake), [onTake]);
  return (
    <section class={css.card} aria-labelledby="import" data-dragged={isDragged || undefined}>
      <h2 class={css.heading} id="import">
        {t('import.title')}
      </h2>
      <p>{t('import.text')}</p>
      {task.state === 'running' ? (
        <>
          <TaskProgress
            words={t('import.running', { name: task.name })}
            amount={task.amount}
            say={(done, total) => t('import.amount', { done, total })}
          />
          <p class={css.note}>{t('import.screen')}</p>
          <div class={css.acts}>
            <Button icon="close" onClick={importing.stop}>
              {t('import.cancel')}
            </Button>
          </div>
        </>
      ) : (
        <Choose onChoose={onTake} />
      )}
      <div class={css.stack} aria-live="polite">
        {task.state === 'done' && <Report report={task.report} names={names} />}
        {task.state === 'stopped' && <StateLine kind="plain">{t('import.fault.aborted')}</StateLine>}
        {task.state === 'failed' && <Refusal error={task.error} />}
        {offered && task.state === 'idle' && <PreviewOffer file={offered} />}
      </div>
      {task.state !== 'running' && <p class={css.drop}>{t(isDragged ? 'import.dropNow' : 'import.drop')}</p>}
    </section>
  );
}

async function importDropped(library: Library, dropped: Dropped): Promise<void> {
  if (dropped instanceof Error) return importing.run('', () => Promise.reject(dropped));
  const name = 'kind' in dropped ? dropped.name : dropped.map((file) => file.name).join('、');
  return importing.run(name, (progress, signal) => library.importFrom(dropped, progress, signal));
}

function Choose({ onChoose }: { readonly onChoose: (chosen: Dropped) => void }) {
  const t = useT('storage-room');
  const input = useRef<HTMLInputElement>(null);
  async function chooseFolder(): Promise<void> {
    const folder = await window.showDirectoryPicker?.({ mode: 'read' });
    if (folder) onChoose(folder);
  }
  return (
    <div class={css.acts}>
      <input
        ref={input}
        hidden
        multiple
        type="file"
        accept=".zip,application/zip"
        aria-label={t('import.file')}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file may be chosen again after a refusal.
          currentTarget.value = '';
          if (files.length > 0) onChoose(files);
        }}
      />
      <Button kind="main" icon="pack" onClick={() => input.current?.click()}>
        {t('import.file')}
      </Button>
      {'showDirectoryPicker' in window && (
        // Closing the question without an answer is one.
        <Button kind="main" icon="folder" onClick={() => void chooseFolder().catch(() => undefined)}>
          {t('import.folder')}
        </Button>
      )}
    </div>
  );
}

/** It opens where it is looked at, without being picked a second time. */
function PreviewOffer({ file }: { readonly file: File }) {
  const t = useT('storage-room');
  const { route } = useLocation();
  return (
    <>
      <StateLine kind="plain" icon="edit">
        {t('import.preview.text', { name: file.name })}
      </StateLine>
      <div class={css.acts}>
        <Button
          kind="main"
          icon="display"
          onClick={() => {
            previewFileHanded.value = file;
            route('/preview/file');
          }}
        >
          {t('import.preview.open')}
        </Button>
      </div>
    </>
  );
}

interface ReportProps {
  readonly report: ImportReport;
  readonly names: ReadonlyMap<string, IssueName>;
}

function Report({ report, names }: ReportProps) {
  const t = useT('storage-room');
  const titles = (ids: readonly string[]) => ids.map((id) => names.get(id)?.title ?? id).join('、');
  const { installed, incomplete } = report;
  return (
    <>
      {installed.length > 0 && (
        <StateLine kind="ok">{t('import.done', { titles: titles(installed) })}</StateLine>
      )}
      {installed.length === 0 && incomplete.length === 0 && (
        <StateLine kind="ok">{t('import.nothingNew')}</StateLine>
      )}
      {incomplete.length > 0 && (
        <StateLine kind="wait">{t('import.incomplete', { titles: titles(incomplete) })}</StateLine>
      )}
      {report.isNewerCatalogue && <p class={css.note}>{t('import.newer')}</p>}
    </>
  );
}

function Refusal({ error }: { readonly error: unknown }) {
  const t = useT('storage-room');
  const pack = useT('pack');
  const file = fileOf(error);
  return (
    <>
      <StateLine kind="stop" {...(file !== null && { note: t('import.which', { name: file }) })}>
        {refusalText(error, t, pack)}
      </StateLine>
      {faultOf(error) === 'full' && (
        <div class={css.acts}>
          <ButtonLink href="#room">{t('notice.full.action')}</ButtonLink>
        </div>
      )}
      {faultOf(error) === 'key-changed' && (
        <div class={css.acts}>
          <ButtonLink href="#notice">{t('notice.key-changed.open')}</ButtonLink>
        </div>
      )}
    </>
  );
}
