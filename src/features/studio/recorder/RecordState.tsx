import { useEffect, useState } from 'preact/hooks';
import { formatNumber } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/use-t.ts';
import { StateLine } from '../../../ui/StateLine.tsx';
import { clockText } from './clock.ts';
import type { Recorder } from './recorder.ts';
import { isRunning } from './recorder-state.ts';
import css from './Recorder.module.css';

/** Whether it records, how long, and how much is safe on disk. */
export function RecordState({ recorder }: { readonly recorder: Recorder }) {
  const t = useT('studio-sign');
  const state = recorder.state.value;
  const isOpen = state.file !== null;
  const seconds = useSeconds(recorder, isOpen);
  const kept = recorder.kept.value;
  return (
    <div class={css.recordState}>
      {isOpen && state.phase !== 'complete' && (
        <p class={css.recording} data-on={isRunning(state) || undefined}>
          <span class={css.dot} aria-hidden="true" />
          {t(isRunning(state) ? 'record.recording' : 'record.paused', { time: clockText(seconds) })}
        </p>
      )}
      <StateLine kind={kept > 0 ? 'ok' : state.takes.length > 0 ? 'wait' : 'plain'}>
        {kept > 0
          ? t('record.kept', { count: formatNumber(kept) })
          : t(state.takes.length > 0 ? 'record.saying' : 'record.keptNone')}
      </StateLine>
    </div>
  );
}

function useSeconds(recorder: Recorder, isOpen: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!isOpen) return;
    const ticking = setInterval(() => setSeconds(recorder.secondsNow()), 250);
    return () => clearInterval(ticking);
  }, [recorder, isOpen]);
  return isOpen ? seconds : 0;
}
