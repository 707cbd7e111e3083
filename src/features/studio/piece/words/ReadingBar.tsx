import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import type { Words } from './use-words.ts';
import css from './WordsStep.module.css';

interface ReadingBarProps {
  readonly words: Words;
  readonly canWrite: boolean;
}

/** How many readings are open; going to the next one; settling all that were proposed, as one act that can be undone. */
export function ReadingBar({ words, canWrite }: ReadingBarProps) {
  const t = useT('studio-words');
  const { unsure, proposed, proposedHere, pages, said } = words;
  const isUnknownOnly = unsure > 0 && proposed === 0;
  return (
    <div class={css.lines}>
      <div class={css.bar}>
        <StateLine
          kind={unsure === 0 ? 'ok' : 'wait'}
          icon={unsure === 0 ? 'check' : 'question'}
          note={
            unsure > proposed && !isUnknownOnly ? t('open.left', { count: unsure - proposed }) : undefined
          }
        >
          {unsure === 0 ? t('open.none') : t(isUnknownOnly ? 'open.left' : 'open.some', { count: unsure })}
        </StateLine>
        {unsure > 0 && (
          <Button kind="main" solid icon="next" onClick={words.goToNext}>
            {t('open.next')}
          </Button>
        )}
        {canWrite && pages > 1 && proposedHere > 0 && proposedHere < proposed && (
          <Button kind="main" icon="check" onClick={() => words.confirm('page')}>
            {t('open.page', { count: proposedHere })}
          </Button>
        )}
        {canWrite && proposed > 0 && (
          <Button kind="main" icon="check" onClick={() => words.confirm('all')}>
            {t('open.all', { count: proposed })}
          </Button>
        )}
      </div>
      {said !== null && (
        <div class={css.said}>
          <StateLine kind="ok">{said}</StateLine>
          {words.canUndo && canWrite && (
            <Button icon="undo" onClick={words.undo}>
              {t('open.undo')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
