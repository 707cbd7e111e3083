import { useCallback, useRef, useState } from 'preact/hooks';
import type { PackPlan } from '../../../core/release/pack-plan.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/use-t.ts';
import { sizeText } from '../../../ui/issue/sizes.ts';
import { Button } from '../../../ui/Button.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { useLoad } from '../../../ui/use-load.ts';
import { openFileSink } from '../shared/file-sink.ts';
import { HubProblem } from '../shared/hub/hub-client.ts';
import { hubSentence } from '../shared/hub/hub-sentence.ts';
import { readPackPlan } from '../shared/releases/releases.ts';
import { downloadPack } from './download-pack.ts';
import css from './PublishPage.module.css';

interface PacksProps {
  readonly issue: string;
  /** It is on the shelf. */
  readonly isOut: boolean;
}

type State =
  | { readonly step: 'idle' | 'stopped' }
  | { readonly step: 'running'; readonly done: number; readonly bytes: number }
  | { readonly step: 'done'; readonly name: string; readonly isInDownloads: boolean }
  | { readonly step: 'failed'; readonly why: string | null };

/** 离线包: one month or the whole shelf, for tablets without a network. */
export function Packs({ issue, isOut }: PacksProps) {
  const t = useT('studio-release');
  const [isAll, setIsAll] = useState(false);
  return (
    <section class={css.section} aria-labelledby="packs">
      <h2 id="packs">{t('pack.title')}</h2>
      <p>{t('pack.note')}</p>
      <div class={css.buttons} role="group" aria-label={t('pack.which')}>
        <Button pressed={!isAll} onClick={() => setIsAll(false)}>
          {t('pack.this')}
        </Button>
        <Button pressed={isAll} onClick={() => setIsAll(true)}>
          {t('pack.all')}
        </Button>
      </div>
      {!isAll && !isOut ? (
        <p>{t('pack.notOut')}</p>
      ) : (
        <OnePack key={isAll ? 'all' : issue} issues={isAll ? [] : [issue]} />
      )}
    </section>
  );
}

function OnePack({ issues: [issue] }: { readonly issues: readonly string[] }) {
  const t = useT('studio-release');
  const tSize = useT('library');
  const { result, retry } = useLoad(
    useCallback(() => readPackPlan(issue === undefined ? [] : [issue]), [issue]),
  );
  if (result.state === 'failed') return <StateLine kind="wait">{hubSentence(result.error)}</StateLine>;
  if (result.state !== 'ready') return null;
  const { volumes } = result.value;
  return (
    <>
      <p>
        {t('pack.size', {
          size: sizeText(
            tSize,
            volumes.reduce((sum, { bytes }) => sum + bytes, 0),
          ),
        })}
      </p>
      {volumes.length > 1 && <p>{t('pack.volumes', { count: volumes.length })}</p>}
      {volumes.map(({ name }, index) => (
        <Download
          key={name}
          issues={issue === undefined ? [] : [issue]}
          plan={result.value}
          volume={index + 1}
          onOutdated={retry}
        />
      ))}
    </>
  );
}

interface DownloadProps {
  readonly issues: readonly string[];
  readonly plan: PackPlan;
  /** 1-based. */
  readonly volume: number;
  readonly onOutdated: () => void;
}

function Download({ issues, plan: { sequence, volumes }, volume, onOutdated }: DownloadProps) {
  const t = useT('studio-release');
  const tSize = useT('library');
  const [state, setState] = useState<State>({ step: 'idle' });
  const stopRef = useRef<AbortController | null>(null);
  const { name, bytes } = volumes[volume - 1] ?? { name: '', bytes: 0 };
  const download = async (): Promise<void> => {
    const stop = new AbortController();
    stopRef.current = stop;
    try {
      const sink = await openFileSink(name);
      if (!sink) return;
      setState({ step: 'running', done: 0, bytes });
      const wanted = { issues, sequence, volume, bytes };
      await downloadPack(wanted, sink, (done) => setState({ step: 'running', done, bytes }), stop.signal);
      setState({ step: 'done', name, isInDownloads: sink.isInDownloads });
    } catch (error) {
      if (stop.signal.aborted) return setState({ step: 'stopped' });
      console.warn(error);
      setState({ step: 'failed', why: error instanceof HubProblem ? hubSentence(error) : null });
      if (error instanceof HubProblem && error.code === 'pack-outdated') onOutdated();
    }
  };
  return (
    <div class={css.download}>
      {state.step !== 'running' && (
        <Button kind="main" icon="download" onClick={() => void download()}>
          {volumes.length === 1
            ? t('pack.download')
            : t('pack.downloadOne', { number: volume, size: sizeText(tSize, bytes) })}
        </Button>
      )}
      {state.step === 'running' && (
        <>
          <Progress
            value={state.done}
            max={state.bytes}
            label={t('pack.running')}
            text={formatNumber(state.done / state.bytes, { style: 'percent' })}
          />
          <Button icon="close" onClick={() => stopRef.current?.abort()}>
            {t('pack.stop')}
          </Button>
        </>
      )}
      <div aria-live="polite">
        {state.step === 'done' && (
          <StateLine kind="ok">
            {t(state.isInDownloads ? 'pack.inDownloads' : 'pack.done', { name: state.name })}
          </StateLine>
        )}
        {state.step === 'stopped' && <StateLine kind="plain">{t('pack.stopped')}</StateLine>}
        {state.step === 'failed' && (
          <Problem title={t('pack.failed')} text={state.why ?? t('pack.failedText')} />
        )}
      </div>
    </div>
  );
}
