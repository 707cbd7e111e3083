import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { DraftWord } from '../../../../authoring/draft/model.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { PANEL_ID } from './word-elements.ts';
import { isWord, unitsOf, wordBeside, type Row } from './words-state.ts';
import css from './SentenceRow.module.css';

interface SentenceRowProps {
  readonly row: Row;
  /** Index of the word at hand, if it is in this sentence. */
  readonly selected: number | null;
  readonly onSelect: (index: number) => void;
  /** The panel of the word at hand. */
  readonly children?: ComponentChildren;
}

/** One sentence: one Tab stop, arrows within it and to its neighbours. */
export function SentenceRow({ row, selected, onSelect, children }: SentenceRowProps) {
  const t = useT('studio-words');
  const { sentence, number, kind } = row;
  const [focused, setFocused] = useState(0);
  const cursor = selected ?? focused;
  const words = sentence.words;
  const stop = isWord(words[cursor]) ? cursor : words.findIndex(isWord);
  const name = { heading: 'rowHeading', text: 'row', plain: 'rowPlain' } as const;

  function onKeyDown(event: KeyboardEvent): void {
    const { target } = event;
    if (!(target instanceof HTMLElement) || target.dataset['word'] === undefined) return;
    const index = Number(target.dataset['word']);
    const step = { ArrowRight: 1, ArrowLeft: -1 } as const;
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const next = wordBeside(sentence, index, step[event.key]);
      target.closest('[role=group]')?.querySelector<HTMLElement>(`[data-word="${next}"]`)?.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const own = target.closest('[data-row]');
      const other = event.key === 'ArrowDown' ? own?.nextElementSibling : own?.previousElementSibling;
      other?.querySelector<HTMLElement>('button[data-word][tabindex="0"]')?.focus();
    } else return;
    event.preventDefault();
  }

  return (
    <div class={css.row} data-row={sentence.id} data-kind={kind}>
      <span class={css.number} aria-hidden="true">
        {number}
      </span>
      <div class={css.own}>
        {kind === 'plain' && <span class={css.plain}>{t('plain')}</span>}
        {/* Arrows move among the words, which are the controls. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          class={css.words}
          role="group"
          lang="zh-Hans"
          aria-label={t(name[kind], { number })}
          onKeyDown={onKeyDown}
        >
          {unitsOf(sentence).map((unit) => (
            <span key={unit[0]} class={css.unit}>
              {unit.map((index) => {
                const word = words[index];
                if (!word) return null;
                return isWord(word) ? (
                  <WordButton
                    key={index}
                    word={word}
                    index={index}
                    isStop={index === stop}
                    isSelected={index === selected}
                    onFocus={() => setFocused(index)}
                    onClick={() => onSelect(index)}
                  />
                ) : (
                  <span key={index} class={css.mark}>
                    {word.text}
                  </span>
                );
              })}
            </span>
          ))}
        </div>
        {children}
      </div>
    </div>
  );
}

interface WordButtonProps {
  readonly word: DraftWord;
  readonly index: number;
  readonly isStop: boolean;
  readonly isSelected: boolean;
  readonly onFocus: () => void;
  readonly onClick: () => void;
}

function WordButton({ word, index, isStop, isSelected, onFocus, onClick }: WordButtonProps) {
  const t = useT('studio-words');
  const { text, pinyin, candidates, term } = word;
  const isOpen = candidates !== undefined;
  return (
    <button
      type="button"
      class={css.word}
      data-word={index}
      data-unsure={isOpen || undefined}
      data-term={term}
      tabIndex={isStop ? 0 : -1}
      aria-expanded={isSelected}
      aria-controls={isSelected ? PANEL_ID : undefined}
      onFocus={onFocus}
      onClick={onClick}
    >
      {/* The word is said first and drawn below its pinyin. */}
      <span class={css.letters}>{text}</span>
      {pinyin !== undefined && <span class="visually-hidden">{t('word.comma')}</span>}
      <span class={css.pinyin} lang="zh-Latn-pinyin">
        {pinyin}
        {isOpen && (
          <span class={css.question} aria-hidden="true">
            ？
          </span>
        )}
      </span>
      {isOpen && (
        <span class="visually-hidden">{t(pinyin === undefined ? 'word.unknown' : 'word.unsure')}</span>
      )}
      {term !== undefined && <span class="visually-hidden">{t('word.term')}</span>}
    </button>
  );
}
