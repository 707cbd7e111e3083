import type { ReadonlySignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { Desk } from '../shared/desk.ts';
import { exportDraft } from '../shared/export-draft.ts';
import { openFileSink } from '../shared/file-sink.ts';
import { ShareProgress } from '../shared/ShareProgress.tsx';
import { forMembers } from './for-members.ts';
import css from './PreviewStep.module.css';

interface PackPanelProps {
  readonly desk: Desk;
  readonly pieces: ReadonlySignal<readonly DraftPiece[]>;
}

type State =
  | { readonly step: 'idle' | 'failed' }
  | { readonly step: 'writing'; readonly share: number }
  | { readonly step: 'done'; readonly isInDownloads: boolean; readonly lost: number };

/** The month as a file that the real tablet opens under 存储, to be looked at and nothing else. */
export function PackPanel({ desk, pieces }: PackPanelProps) {
  const t = useT('studio-checks');
  const [state, setState] = useState<State>({ step: 'idle' });
  const name = `${desk.issue.value.id}.preview.zip`;
  const save = async (): Promise<void> => {
    try {
      const sink = await openFileSink(name);
      if (!sink) return;
      setState({ step: 'writing', share: 0 });
      const month = forMembers({ issue: desk.issue.peek(), pieces: pieces.peek() });
      const lost = await exportDraft(month, desk.attachments, sink, (done, total) =>
        setState({ step: 'writing', share: total === 0 ? 0 : done / total }),
      );
      setState({ step: 'done', isInDownloads: sink.isInDownloads, lost: lost.length });
    } catch (error) {
      console.error(error);
      setState({ step: 'failed' });
    }
  };
  const isWriting = state.step === 'writing';
  return (
    <section class={css.pack} aria-labelledby="pack">
      <h2 class={css.heading} id="pack">
        {t('pack.title')}
      </h2>
      <p>{t('pack.note')}</p>
      <Button kind="main" icon="pack" aria-disabled={isWriting} onClick={() => !isWriting && void save()}>
        {t('pack.button')}
      </Button>
      <div aria-live="polite">
        {state.step === 'writing' && <ShareProgress label={t('pack.working')} share={state.share} />}
        {state.step === 'done' && (
          <StateLine kind="ok">{t(state.isInDownloads ? 'pack.downloads' : 'pack.done', { name })}</StateLine>
        )}
        {state.step === 'done' && state.lost > 0 && (
          <StateLine kind="wait">{t('pack.missing', { count: state.lost })}</StateLine>
        )}
        {state.step === 'failed' && <StateLine kind="stop">{t('pack.failed')}</StateLine>}
      </div>
    </section>
  );
}
