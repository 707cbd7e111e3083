import { useT } from '../../i18n/use-t.ts';
import type { EnginePlayer } from '../../player/sentence-engine.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import css from './Strip.module.css';

interface LoopStripProps {
  readonly player: EnginePlayer;
  readonly numberOf: (sentence: string) => number;
}

/** While something repeats, or a span has been begun: what, and one tap to end it. Nothing otherwise. */
export function LoopStrip({ player, numberOf }: LoopStripProps) {
  const t = useT('reading');
  const loop = player.loop.value;
  const begun = player.loopStart.value;
  if (begun !== null) {
    return (
      <output class={css.strip}>
        <Icon name="loop" small />
        <span class={css.words}>{t('loop.begun', { from: numberOf(begun) })}</span>
        <Button solid onClick={player.markLoopEnd}>
          {t('loop.to')}
        </Button>
        <Button onClick={() => player.setLoop(null)}>{t('loop.cancel')}</Button>
      </output>
    );
  }
  if (loop === null) return null;
  const from = numberOf(loop.from);
  const to = numberOf(loop.to);
  return (
    <output class={css.strip}>
      <Icon name="loop" small />
      <span class={css.words}>{from === to ? t('loop.one', { from }) : t('loop.span', { from, to })}</span>
      <Button icon="close" onClick={() => player.setLoop(null)}>
        {t('loop.off')}
      </Button>
    </output>
  );
}
