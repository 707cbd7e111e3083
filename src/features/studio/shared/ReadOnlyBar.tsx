import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { Month } from './month.ts';
import css from './ReadOnlyBar.module.css';

interface ReadOnlyBarProps {
  readonly month: Month;
}

/** Why nothing can be changed here, and the button that changes that. Nothing at all where everything can. */
export function ReadOnlyBar({ month }: ReadOnlyBarProps) {
  const t = useT('studio');
  const [state, setState] = useState<'idle' | 'asking' | 'not-saved-there' | 'failed'>('idle');
  const takeOver = async (byForce: boolean): Promise<void> => {
    setState('asking');
    try {
      const answer = await month.takeOver({ byForce });
      setState(answer === 'taken' ? 'idle' : answer);
    } catch (error) {
      console.error(error);
      setState('failed');
    }
  };
  if (month.isWriter.value) {
    if (!month.isOut.value) return null;
    return (
      <div class={css.bar}>
        <StateLine kind="plain" icon="lock">
          {t(`out.${month.issue.value.release.state === 'withdrawn' ? 'withdrawn' : 'exported'}`)}
        </StateLine>
      </div>
    );
  }
  return (
    <div class={css.bar} aria-live="polite">
      <StateLine kind="wait" icon="lock" note={t(`other.${state === 'idle' ? 'note' : state}`)}>
        {t('other.title')}
      </StateLine>
      <Button
        kind="main"
        onClick={() => void takeOver(state === 'not-saved-there')}
        {...(state === 'asking' && { blocked: t('other.asking') })}
      >
        {t(state === 'not-saved-there' ? 'other.force' : 'other.take')}
      </Button>
    </div>
  );
}
