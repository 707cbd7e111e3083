import { useId, useState } from 'preact/hooks';
import type { Club } from '../../../core/shelf/issue.ts';
import { useT } from '../../../i18n/use-t.ts';
import { DraftStoreError } from '../../../storage/drafts/draft-store-error.ts';
import { MediaStoreError } from '../../../storage/media/media-error.ts';
import { Button } from '../../../ui/Button.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { ImportError, readyToImport, type ImportFault, type ReadyToImport } from '../shared/import-draft.ts';
import { ShareProgress } from '../shared/ShareProgress.tsx';
import css from './ImportDraft.module.css';
import { FileButton } from '../shared/FileButton.tsx';

interface ImportDraftProps {
  readonly clubs: readonly Club[];
  readonly onDone: () => void;
}

type Fault = ImportFault | 'full' | 'refused';
type State =
  | { readonly step: 'idle' }
  | { readonly step: 'asking'; readonly ready: ReadyToImport }
  | { readonly step: 'running'; readonly share: number }
  | { readonly step: 'done'; readonly id: string; readonly title: string }
  | { readonly step: 'failed'; readonly fault: Fault };

/** 打开草稿文件. Where the month is here already, it asks first. */
export function ImportDraft({ clubs, onDone }: ImportDraftProps) {
  const t = useT('studio-queue');
  const common = useT('common');
  const inputId = useId();
  const [state, setState] = useState<State>({ step: 'idle' });

  async function guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      setState({ step: 'failed', fault: faultOf(error) });
    }
  }
  const run = (ready: ReadyToImport): Promise<void> =>
    guarded(async () => {
      setState({ step: 'running', share: 0 });
      await ready.run((done, total) => setState({ step: 'running', share: total === 0 ? 1 : done / total }));
      setState({ step: 'done', id: ready.id, title: ready.title });
      onDone();
    });
  const pick = (file: File): void => {
    void guarded(async () => {
      const ready = await readyToImport(file, clubs);
      if (ready.isHere) setState({ step: 'asking', ready });
      else await run(ready);
    });
  };

  return (
    <section class={css.import} aria-labelledby={`${inputId}-title`}>
      <h2 id={`${inputId}-title`}>{t('import.title')}</h2>
      <p>{t('import.note')}</p>
      <FileButton
        accept=".zip,application/zip"
        icon="folder"
        label={t('import.pick')}
        onFiles={([file]) => {
          if (file) pick(file);
        }}
      />
      <div aria-live="polite">
        {state.step === 'running' && <ShareProgress label={t('import.running')} share={state.share} />}
        {state.step === 'done' && (
          <StateLine kind="ok">
            <a href={`/studio/${state.id}`}>{t('import.done', { title: state.title || t('untitled') })}</a>
          </StateLine>
        )}
        {state.step === 'failed' && (
          <Problem title={t(`import.fault.${state.fault}`)} text={t('import.untouched')} />
        )}
      </div>
      {state.step === 'asking' && (
        <Sheet
          title={t('import.ask.title')}
          onClose={() => setState({ step: 'idle' })}
          actions={
            <>
              <Button kind="main" onClick={() => setState({ step: 'idle' })}>
                {common('cancel')}
              </Button>
              <Button kind="main" solid onClick={() => void run(state.ready)}>
                {t('import.ask.replace')}
              </Button>
            </>
          }
        >
          <p>{t('import.ask.text', { title: state.ready.title || t('untitled') })}</p>
        </Sheet>
      )}
    </section>
  );
}

function faultOf(error: unknown): Fault {
  if (error instanceof ImportError) return error.fault;
  if (error instanceof DraftStoreError)
    return error.fault === 'full' ? 'full' : error.fault === 'conflict' ? 'busy' : 'refused';
  if (error instanceof MediaStoreError) return error.fault === 'full' ? 'full' : 'refused';
  console.error(error);
  return 'damaged';
}
