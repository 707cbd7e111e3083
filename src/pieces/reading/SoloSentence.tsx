import { useSignal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SentenceId, TermId } from '../../core/reading/model.ts';
import { useT } from '../../i18n/use-t.ts';
import { assign } from './assign.ts';
import type { TappedPinyin, TextSettings } from './shared-text.ts';
import { phraseRows } from './phrase-rows.ts';
import { termOf } from './term-of.ts';
import { Progress } from '../../ui/Progress.tsx';
import { unitOf } from './units.ts';
import type { Unit } from './units.ts';
import { hasGapAfter, WordText } from './WordText.tsx';
import text from './ReadingText.module.css';
import css from './SoloSentence.module.css';

interface SoloSentenceProps {
  readonly units: readonly Unit[];
  readonly current: ReadonlySignal<SentenceId | null>;
  readonly settings: TextSettings;
  readonly language: string;
  readonly openTerm: TermId | null;
  readonly onSentence: (sentence: SentenceId) => void;
  readonly onTerm: (term: TermId, from: HTMLElement, sentence: SentenceId) => void;
  /** A band under a full-page signer: reading size, no line of progress. */
  readonly isBand: boolean;
  readonly number: number;
  readonly total: number;
}

/** 逐句: one sentence fills the page, broken by phrase. */
export function SoloSentence(props: SoloSentenceProps) {
  const { units, current, settings, language, openTerm, onSentence, onTerm } = props;
  const t = useT('reading');
  const tapped = useSignal<TappedPinyin | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const rowEm = useRowEm(box);
  const unit = unitOf(units, current.value) ?? units[0];
  if (!unit) return null;
  const words = unit.sentences.flatMap((sentence) => sentence.words);
  const { pinyin } = settings;
  const position = t('position', { number: props.number, total: props.total });

  function choose(event: Event): void {
    const word = event.target instanceof Element && event.target.closest<HTMLElement>('[data-word]');
    const term = word ? termOf(word) : null;
    if (!unit) return;
    if (word && term) return onTerm(term, word, unit.id);
    if (word && pinyin === 'tap') assign(tapped, { sentence: unit.id, word: Number(word.dataset.word) });
    onSentence(unit.id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isOnTerm = event.target instanceof HTMLElement && event.target.dataset.term !== undefined;
    if (!isOnTerm || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    event.stopPropagation();
    choose(event);
  }

  return (
    <div class={css.solo} data-band={props.isBand || undefined}>
      {/* Focusable, so that a keyboard can scroll a long sentence. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={box} class={css.box} aria-label={position} tabIndex={0}>
        {/* The listeners gather what bubbles up from the terms; the sentence itself is played by the bar's buttons. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        <div
          onClick={choose}
          onKeyDown={onKeyDown}
          class={`${text.text} ${css.text}`}
          lang={language}
          aria-live="polite"
          data-running-text
          data-pinyin={pinyin}
          data-word-spacing={settings.wordSpacing ? 'on' : 'off'}
        >
          {unit.isPlain && <span class={text.plainMark}>{t('plainMark')}</span>}
          <p data-sentence={unit.id} aria-current="true">
            {phraseRows(words, rowEm).map((row) => (
              <span key={row[0]?.index} class={css.row}>
                {row.map(({ word, index }) => (
                  <WordText
                    key={index}
                    word={word}
                    index={index}
                    hasGap={hasGapAfter(word, words[index + 1])}
                    isTapped={tapped.value?.sentence === unit.id && tapped.value.word === index}
                    isTabStop
                    pinyin={pinyin}
                    openTerm={openTerm}
                    hasTerms
                  />
                ))}
              </span>
            ))}
          </p>
        </div>
      </section>
      {!props.isBand && (
        <Progress label={t('progress')} text={position} value={props.number} max={props.total} />
      )}
    </div>
  );
}

/** How many characters a row holds, from the box as it is laid out. */
function useRowEm(box: { readonly current: HTMLElement | null }): number {
  const [rowEm, setRowEm] = useState(10);
  useLayoutEffect(() => {
    const element = box.current;
    const line = element?.firstElementChild;
    if (!element || !line) return;
    const measure = (): void => {
      const em = Number.parseFloat(getComputedStyle(line).fontSize);
      setRowEm(Math.max(4, Math.floor(element.clientWidth / em)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return rowEm;
}
