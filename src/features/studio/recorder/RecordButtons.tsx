import { useEffect, useRef } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { meansNext } from './record-keys.ts';
import { upcomingAt } from './recorder-state.ts';
import type { Recorder } from './recorder.ts';
import css from './RecordButtons.module.css';

interface RecordButtonsProps {
  readonly recorder: Recorder;
  readonly onEnd: () => void;
}

/** 下一句 as large as the place allows, by finger, key or remote; 这一句重来; 停一下; 先录到这里. All in sight, however long the sentence. */
export function RecordButtons({ recorder, onEnd }: RecordButtonsProps) {
  const t = useT('studio-sign');
  const next = useRef<HTMLButtonElement>(null);
  const { phase } = recorder.state.value;
  const isPaused = phase === 'paused';
  const isLast = upcomingAt(recorder.state.value) === null;

  const isCounting = phase === 'countdown';
  // The space bar is 下一句 again, whatever button was pressed before.
  useEffect(() => next.current?.focus(), [isPaused, isCounting]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!meansNext(event, next.current)) return;
      // The button would hear of a space bar only when it comes up again.
      event.preventDefault();
      if (isPaused) recorder.resume();
      else recorder.next(event.timeStamp);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [recorder, isPaused]);

  return (
    <div class={css.controls} data-controls>
      {isPaused && <StateLine kind="wait">{t('record.resumeNote')}</StateLine>}
      <button
        ref={next}
        type="button"
        class={css.next}
        data-paused={isPaused || undefined}
        onClick={(event) => (isPaused ? recorder.resume() : recorder.next(event.timeStamp))}
      >
        <Icon name={isPaused ? 'play' : 'next'} />
        <span>{t(isPaused ? 'record.resume' : isLast ? 'record.nextLast' : 'record.next')}</span>
        <kbd class={css.key}>{t('record.space')}</kbd>
      </button>
      <div class={css.acts}>
        <Button
          kind="main"
          wide
          icon="again"
          onClick={(event) => {
            recorder.again(event.timeStamp);
            next.current?.focus();
          }}
        >
          {t('record.again')}
        </Button>
        {!isPaused && (
          <Button kind="main" wide icon="pause" onClick={() => recorder.pause()}>
            {t('record.pause')}
          </Button>
        )}
        <Button kind="main" wide icon="back" onClick={onEnd}>
          {t('record.end')}
        </Button>
      </div>
    </div>
  );
}
