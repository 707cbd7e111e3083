import { useComputed, useSignal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { sentencesOf } from '../../core/reading/model.ts';
import type { BlobRef, Reading, SentenceId, TermId } from '../../core/reading/model.ts';
import type { SentenceSpan } from '../../player/sentence-player.ts';
import { assign } from './assign.ts';
import { BlockText } from './BlockText.tsx';
import { LineFocus } from './LineFocus.tsx';
import type { SharedText, TappedPinyin, TextSettings } from './shared-text.ts';
import { termOf } from './term-of.ts';
import { moved, textMove } from './text-keys.ts';
import { unitsOf } from './units.ts';
import { useBlocksInTurn } from './use-blocks-in-turn.ts';
import css from './ReadingText.module.css';

interface ReadingTextProps {
  readonly reading: Reading;
  readonly urlOf: (blob: BlobRef) => string;
  readonly settings: TextSettings;
  readonly current: ReadonlySignal<SentenceId | null>;
  /** Sentences can be played, not only gone to. */
  readonly canPlay: boolean;
  /** A sentence was chosen, by tap or key. A plain block answers with its first sentence. */
  readonly onSentence: (sentence: SentenceId) => void;
  /** A term was chosen; `from` is where focus returns to. Without it terms are plain words. */
  readonly onTerm?: ((term: TermId, from: HTMLElement, sentence: SentenceId) => void) | undefined;
  readonly openTerm?: TermId | null;
  readonly loop?: ReadonlySignal<SentenceSpan | null>;
  /** Where this is a part of a longer piece: the sentence's number in the whole, from 1. */
  readonly numberOf?: (sentence: SentenceId) => number;
}

/**
 * A reading as text. A tap always means the same: on a term its card opens (the word comes first), anywhere else the
 * sentence is chosen; where pinyin is shown by tap, the tapped word's pinyin appears as well and moves nothing.
 * Keyboard: one Tab stop (with the terms of that sentence after it); arrows, Home and End go by sentence, Enter or Space
 * chooses, Y shows the sentence's pinyin.
 */
export function ReadingText(props: ReadingTextProps) {
  const { reading, urlOf, settings, current, canPlay, onSentence, onTerm, openTerm = null, loop } = props;
  const root = useRef<HTMLDivElement>(null);
  const units = useMemo(() => unitsOf(reading, settings.plain), [reading, settings.plain]);
  const numbers = useMemo(
    () => new Map(sentencesOf(reading).map((sentence, index) => [sentence.id, index + 1])),
    [reading],
  );
  const focused = useSignal<SentenceId | null>(null);
  const tapped = useSignal<TappedPinyin | null>(null);
  const unitIdOf = (id: SentenceId | null) =>
    units.find((unit) => id !== null && unit.covers.includes(id))?.id ?? null;
  const tabStop = useComputed(
    () => unitIdOf(focused.value) ?? unitIdOf(current.value) ?? units[0]?.id ?? null,
  );

  const hasTerms = onTerm !== undefined;
  const { numberOf } = props;
  const blocks = useBlocksInTurn(reading, current);
  // Kept as they are while nothing they show has changed: a thousand words are not compared again at every sentence.
  const text = useMemo(() => {
    const shared: SharedText = {
      settings,
      urlOf,
      canPlay,
      current,
      tabStop,
      tapped,
      loop: loop ?? null,
      numberOf: numberOf ?? ((id) => numbers.get(id) ?? 0),
      openTerm,
      hasTerms,
    };
    return blocks.map((block, index) => <BlockText key={index} block={block} shared={shared} />);
  }, [
    blocks,
    settings,
    urlOf,
    canPlay,
    current,
    tabStop,
    tapped,
    loop,
    numberOf,
    numbers,
    openTerm,
    hasTerms,
  ]);

  function sentenceAt(target: EventTarget | null): SentenceId | null {
    const name =
      target instanceof Element && target.closest<HTMLElement>('[data-sentence]')?.dataset.sentence;
    return units.find((unit) => unit.id === name)?.id ?? null;
  }

  function choose(event: Event): void {
    const { target } = event;
    const sentence = sentenceAt(target);
    if (!(target instanceof Element) || sentence === null || isSelecting(root.current)) return;
    const word = target.closest<HTMLElement>('[data-word]');
    const term = word && termOf(word);
    if (word && term && onTerm) {
      onTerm(term, word, sentence);
      return;
    }
    if (settings.pinyin === 'tap' && word) assign(tapped, { sentence, word: Number(word.dataset.word) });
    onSentence(sentence);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const sentence = sentenceAt(event.target);
    if (sentence === null) return;
    const isOnWord = event.target instanceof HTMLElement && event.target.dataset.word !== undefined;
    const move = textMove(event.key);
    if (move)
      goTo(
        moved(
          units.findIndex((unit) => unit.id === sentence),
          move,
          units.length,
        ),
      );
    else if (isOnWord && (event.key === 'Enter' || event.key === ' ')) choose(event);
    else if (event.key.toLowerCase() === 'y' && settings.pinyin === 'tap') {
      assign(tapped, tapped.value?.sentence === sentence ? null : { sentence, word: null });
    } else if (event.key !== 'Enter' && event.key !== ' ') return;
    // Enter and Space on the sentence's own button become its click; here they only stay out of the page's key map.
    if (move || isOnWord) event.preventDefault();
    event.stopPropagation();
  }

  function goTo(index: number): void {
    const id = units[index]?.id;
    root.current?.querySelector<HTMLElement>(`[data-sentence="${id}"] > button`)?.focus();
  }

  return (
    // The listeners gather what bubbles up from the sentences' and terms' own controls.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      ref={root}
      class={css.text}
      lang={reading.language}
      data-running-text
      data-pinyin={settings.pinyin}
      data-word-spacing={settings.wordSpacing ? 'on' : 'off'}
      data-highlight={settings.highlight ? 'on' : 'off'}
      data-line-focus={settings.lineFocus || undefined}
      onClick={choose}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => assign(focused, sentenceAt(event.target))}
      onFocusOut={() => assign(focused, null)}
    >
      {settings.lineFocus && <LineFocus text={root} current={current} />}
      {text}
    </div>
  );
}

/** Someone marking a passage to copy it does not mean to play it. */
function isSelecting(root: HTMLElement | null): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && root !== null && selection.containsNode(root, true);
}
