import { useEffect, useRef } from 'preact/hooks';
import { textOfDraft, type DraftSentence } from '../../../authoring/draft/model.ts';
import type { SentenceId } from '../../../core/reading/model.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { clockText } from './clock.ts';
import { lastTakes, type RecorderState } from './recorder-state.ts';
import css from './TakeList.module.css';

interface TakeListProps {
  readonly state: RecorderState;
  readonly sentences: readonly DraftSentence[];
  readonly language: string;
  readonly onRetake: (sentence: SentenceId) => void;
}

/** Every sentence: recorded from when to when, being recorded, or still to come. */
export function TakeList({ state, sentences, language, onRetake }: TakeListProps) {
  const t = useT('studio-sign');
  const takes = lastTakes(state.takes);
  const listRef = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // The list alone: the page stays with the sentence and the button.
    const list = listRef.current;
    const row = list?.children[state.at];
    if (list && row instanceof HTMLElement)
      list.scrollTo({ top: row.offsetTop - list.offsetTop - list.clientHeight / 2 });
  }, [state.at]);
  return (
    <ol ref={listRef} class={css.takes} aria-label={t('record.sentences')}>
      {sentences.map((sentence, index) => {
        const take = takes.get(sentence.id);
        const isNow = index === state.at && state.phase === 'signing';
        const number = formatNumber(index + 1);
        return (
          <li
            key={sentence.id}
            class={css.take}
            aria-current={index === state.at && state.phase !== 'complete' ? 'true' : undefined}
          >
            <span class={css.takeNumber}>{number}</span>
            <span class={css.takeWords}>
              <span class={css.takeText} lang={language}>
                {textOfDraft(sentence)}
              </span>
              {take && !isNow && (
                <span class={css.takeTime}>
                  {t('record.done', { from: clockText(take.start), to: clockText(take.end) })}
                </span>
              )}
            </span>
            {take && !isNow ? (
              <Button aria-label={t('record.retakeThis', { number })} onClick={() => onRetake(sentence.id)}>
                {t('record.retake')}
              </Button>
            ) : (
              <span>{t(isNow ? 'record.now' : 'record.notYet')}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
