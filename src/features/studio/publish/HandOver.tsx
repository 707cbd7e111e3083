import { useMemo, useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { attachmentsOf } from '../shared/draft-attachments.ts';
import { openFileSink } from '../shared/file-sink.ts';
import type { MonthDesk } from '../shared/month-desk.ts';
import { ShareProgress } from '../shared/ShareProgress.tsx';
import { LostFilesError, issueFiles, writeIssueFile } from './write-issue-file.ts';
import css from './PublishPage.module.css';

interface HandOverProps {
  readonly desk: MonthDesk;
  readonly isReady: boolean;
}

type State =
  | { readonly step: 'idle' }
  | { readonly step: 'writing'; readonly share: number }
  | { readonly step: 'done'; readonly isInDownloads: boolean }
  | { readonly step: 'lost'; readonly names: string }
  | { readonly step: 'failed' };

/** The file for the computer that publishes, and in words what to do with it there. */
export function HandOver({ desk, isReady }: HandOverProps) {
  const t = useT('studio-queue');
  const { month } = desk;
  const { id } = month;
  const name = `${id}.issue.zip`;
  const attachments = useMemo(() => attachmentsOf(id), [id]);
  const [state, setState] = useState<State>({ step: 'idle' });

  const write = async (): Promise<void> => {
    try {
      const sink = await openFileSink(name);
      if (!sink) return;
      setState({ step: 'writing', share: 0 });
      await month.flush();
      const files = await issueFiles(month.issue.peek(), month.pieces.peek(), attachments).catch(
        async (error: unknown) => {
          await sink.abort();
          throw error;
        },
      );
      await writeIssueFile(files, sink, (done, total) =>
        setState({ step: 'writing', share: total === 0 ? 0 : done / total }),
      );
      setState({ step: 'done', isInDownloads: sink.isInDownloads });
      month.setRelease({ state: 'exported', at: new Date().toISOString() });
    } catch (error) {
      if (error instanceof LostFilesError)
        return setState({ step: 'lost', names: error.files.map((file) => file.name).join('、') });
      console.error(error);
      setState({ step: 'failed' });
    }
  };

  return (
    <section class={css.section} aria-labelledby="hand-over">
      <h2 id="hand-over">{t('out.file.title')}</h2>
      <p>{t('out.file.note')}</p>
      <Button
        kind="main"
        solid
        icon="download"
        onClick={() => void write()}
        {...(!isReady && { blocked: t('out.file.notReady') })}
        {...(isReady && !month.isWriter.value && { blocked: t('out.file.readOnly') })}
      >
        {t('out.file.button')}
      </Button>
      <div aria-live="polite">
        {state.step === 'writing' && <ShareProgress label={t('out.file.writing')} share={state.share} />}
        {state.step === 'done' && (
          <StateLine kind="ok">
            {t(state.isInDownloads ? 'file.inDownloads' : 'file.done', { name })}
          </StateLine>
        )}
        {state.step === 'lost' && (
          <Problem title={t('out.file.lost', { names: state.names })} text={t('out.file.lostText')} />
        )}
        {state.step === 'failed' && <Problem title={t('file.failed')} text={t('file.failedText')} />}
      </div>
      <h3>{t('out.then.title')}</h3>
      <ol class={css.then}>
        <li>{t('out.then.carry', { name })}</li>
        <li>
          {t('out.then.run')}
          <code class={css.command}>{`npm run issue -- add ${name}`}</code>
        </li>
        <li>{t('out.then.wait')}</li>
      </ol>
    </section>
  );
}
