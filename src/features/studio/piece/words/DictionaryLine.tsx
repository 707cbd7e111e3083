import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Problem } from '../../../../ui/Problem.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import type { Proposals } from './use-proposals.ts';
import css from './WordsStep.module.css';

interface DictionaryLineProps {
  readonly proposals: Proposals;
  readonly canWrite: boolean;
  readonly onRead: () => void;
}

/** How far the reading of the text is; nothing once all of it is read. */
export function DictionaryLine({ proposals, canWrite, onRead }: DictionaryLineProps) {
  const t = useT('studio-words');
  switch (proposals.state) {
    case 'loading':
      return <StateLine kind="wait">{t('dictionary.loading')}</StateLine>;
    case 'working':
      return (
        <StateLine kind="wait">
          {t('dictionary.working', { done: proposals.done, all: proposals.all })}
        </StateLine>
      );
    case 'failed':
      return (
        <Problem
          title={t('dictionary.failed.title')}
          text={t('dictionary.failed.text')}
          action={
            <Button kind="main" icon="refresh" onClick={onRead}>
              {t('dictionary.read')}
            </Button>
          }
        />
      );
    case 'ready':
      if (proposals.unread === 0) return null;
      return (
        <div class={css.bar}>
          <StateLine kind="wait">{t('dictionary.unread', { count: proposals.unread })}</StateLine>
          {canWrite && (
            <Button kind="main" onClick={onRead}>
              {t('dictionary.read')}
            </Button>
          )}
        </div>
      );
  }
}
