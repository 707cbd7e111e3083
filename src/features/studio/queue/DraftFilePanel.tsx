import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { Attachments } from '../shared/desk.ts';
import { exportDraft } from '../shared/export-draft.ts';
import { openFileSink } from '../shared/file-sink.ts';
import { ShareProgress } from '../shared/ShareProgress.tsx';
import type { MonthDesk } from '../shared/month-desk.ts';
import css from './MonthPage.module.css';

interface DraftFilePanelProps {
  readonly desk: MonthDesk;
  readonly attachments: Attachments;
}

type State =
  | { readonly step: 'idle' }
  | { readonly step: 'writing'; readonly share: number }
  | { readonly step: 'done'; readonly isInDownloads: boolean; readonly lost: readonly string[] }
  | { readonly step: 'failed' };

/** The draft as one file: for another machine, and for the day this one is lost. */
export function DraftFilePanel({ desk, attachments }: DraftFilePanelProps) {
  const t = useT('studio-queue');
  const [state, setState] = useState<State>({ step: 'idle' });
  const save = async (): Promise<void> => {
    const { month } = desk;
    const name = `${month.id}.draft.zip`;
    try {
      const sink = await openFileSink(name);
      if (!sink) return;
      setState({ step: 'writing', share: 0 });
      const draft = { issue: month.issue.peek(), pieces: month.pieces.peek() };
      const lost = await exportDraft(draft, attachments, sink, (done, total) =>
        setState({ step: 'writing', share: total === 0 ? 0 : done / total }),
      );
      setState({ step: 'done', isInDownloads: sink.isInDownloads, lost: lost.map((file) => file.name) });
    } catch (error) {
      console.error(error);
      setState({ step: 'failed' });
    }
  };
  return (
    <section class={css.section} aria-labelledby="draft-file">
      <h2 id="draft-file">{t('file.title')}</h2>
      <p>{t('file.note')}</p>
      <Button icon="download" onClick={() => void save()} aria-disabled={state.step === 'writing'}>
        {t('file.save')}
      </Button>
      <div aria-live="polite">
        {state.step === 'writing' && <ShareProgress label={t('file.writing')} share={state.share} />}
        {state.step === 'done' && (
          <StateLine kind="ok">
            {t(state.isInDownloads ? 'file.inDownloads' : 'file.done', {
              name: `${desk.month.id}.draft.zip`,
            })}
          </StateLine>
        )}
        {state.step === 'done' && state.lost.length > 0 && (
          <StateLine kind="wait">{t('file.lost', { names: state.lost.join('、') })}</StateLine>
        )}
        {state.step === 'failed' && <Problem title={t('file.failed')} text={t('file.failedText')} />}
      </div>
    </section>
  );
}
