import { useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import { useT } from '../../i18n/use-t.ts';
import type { SharedText } from './shared-text.ts';
import type { Unit } from './units.ts';
import { hasGapAfter, WordText } from './WordText.tsx';
import css from './ReadingText.module.css';

interface SentenceTextProps {
  readonly unit: Unit;
  readonly shared: SharedText;
}

/**
 * The words stay plain text. What makes the sentence a control for keyboard and screen reader is an empty button before
 * it: were the sentence itself the button, the terms in it would be controls inside a control. Taps are handled by the
 * whole text (ReadingText).
 */
export function SentenceText({ unit, shared }: SentenceTextProps) {
  const t = useT('reading');
  const textId = useId();
  const { current, tabStop, tapped, loop } = shared;
  const isCurrent = useComputed(() => current.value !== null && unit.covers.includes(current.value));
  const ariaCurrent = useComputed(() => (isCurrent.value ? 'true' : undefined));
  const tabIndex = useComputed(() => (tabStop.value === unit.id ? 0 : -1));
  const number = shared.numberOf(unit.id);
  const looped = useComputed(() => {
    const span = loop?.value;
    if (!span) return undefined;
    return number >= shared.numberOf(span.from) && number <= shared.numberOf(span.to) ? 'true' : undefined;
  });
  const tappedWord = useComputed(() => (tapped.value?.sentence === unit.id ? tapped.value : null)).value;
  const isTabStop = tabIndex.value === 0;
  const words = unit.sentences.flatMap((sentence) => sentence.words);
  return (
    <span class={css.sentence} data-sentence={unit.id} aria-current={ariaCurrent} data-looped={looped}>
      <button
        type="button"
        class={css.handle}
        tabIndex={tabIndex}
        aria-label={t(shared.canPlay ? 'playSentence' : 'sentence', { number })}
        aria-describedby={textId}
      />
      <span id={textId}>
        {words.map((word, index) => (
          <WordText
            key={index}
            word={word}
            index={index}
            hasGap={hasGapAfter(word, words[index + 1])}
            isTapped={tappedWord !== null && (tappedWord.word === null || tappedWord.word === index)}
            isTabStop={isTabStop}
            pinyin={shared.settings.pinyin}
            hasTerms={shared.hasTerms}
            openTerm={shared.openTerm}
          />
        ))}
      </span>
    </span>
  );
}
