import { useState } from 'preact/hooks';
import { useT } from '../../i18n/use-t.ts';
import type { EnginePlayer } from '../../player/sentence-engine.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import css from './Strip.module.css';

interface LoopButtonProps {
  readonly player: EnginePlayer;
  readonly numberOf: (sentence: string) => number;
}

/** 重复: this sentence, or from this sentence to one still to be gone to. The strip above the bar shows what is on. */
export function LoopButton({ player, numberOf }: LoopButtonProps) {
  const t = useT('reading');
  const [isOpen, setOpen] = useState(false);
  const current = player.current.value;
  const close = (): void => setOpen(false);
  const isOn = player.loop.value !== null || player.loopStart.value !== null;

  function repeatSentence(): void {
    if (current === null) return;
    player.setLoop({ from: current, to: current });
    player.playSentence(current);
    close();
  }
  function begin(): void {
    player.markLoopStart();
    close();
  }
  function end(): void {
    player.setLoop(null);
    close();
  }

  return (
    <>
      <Button kind="main" stacked icon="loop" pressed={isOn} onClick={() => setOpen(true)}>
        {t('loop.label')}
      </Button>
      {isOpen && current !== null && (
        <Sheet title={t('loop.title')} onClose={close}>
          <div class={css.choices}>
            <Button kind="main" wide icon="loop" onClick={repeatSentence}>
              {t('loop.thisOne', { number: numberOf(current) })}
            </Button>
            <Button kind="main" wide icon="next" onClick={begin}>
              {t('loop.from', { number: numberOf(current) })}
            </Button>
            <p>{t('loop.help')}</p>
            {isOn && (
              <Button kind="main" wide icon="close" onClick={end}>
                {t('loop.off')}
              </Button>
            )}
          </div>
        </Sheet>
      )}
    </>
  );
}
