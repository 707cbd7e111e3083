import type { TermId, Word } from '../../core/reading/model.ts';
import type { PieceSettings } from '../piece-props.ts';
import { pinyinWidthEm, wordWidthEm } from './pinyin-width.ts';
import css from './ReadingText.module.css';

interface WordTextProps {
  readonly word: Word;
  readonly index: number;
  /** Another word follows, so word spacing opens a gap; never before a mark. */
  readonly hasGap: boolean;
  readonly isTapped: boolean;
  readonly isTabStop: boolean;
  readonly pinyin: PieceSettings['pinyin'];
  /** Terms can be opened. */
  readonly hasTerms: boolean;
  readonly openTerm: TermId | null;
}

/** Longer than a narrow column at the largest size holds: may break. */
const longestUnbrokenEm = 5;
const isMark = (text: string) => !/[\p{L}\p{N}]/u.test(text);
const isLatin = (text: string) => /^[\p{Script=Latin}\p{M}\p{N}\s'’.-]*\p{Script=Latin}{2}/u.test(text);

export function hasGapAfter(word: Word, following: Word | undefined): boolean {
  return following !== undefined && !isMark(word.text) && !isMark(following.text);
}

export function WordText(props: WordTextProps) {
  const { word, index, hasGap, isTapped, isTabStop, pinyin: mode, hasTerms, openTerm } = props;
  const isTerm = word.term !== undefined && hasTerms;
  const isOpen = isTerm && word.term === openTerm;
  const isShown =
    word.pinyin !== undefined &&
    (mode === 'all' ||
      (mode === 'new' && word.term !== undefined) ||
      (mode === 'tap' && (isTapped || isOpen)));
  const Element = word.emphasis ? 'em' : 'span';
  return (
    <Element
      class={css.word}
      data-word={index}
      data-gap={hasGap || undefined}
      data-long={wordWidthEm(word.text) > longestUnbrokenEm || undefined}
      data-term={word.term}
      lang={isLatin(word.text) ? 'en' : undefined}
      style={
        word.pinyin !== undefined && mode === 'all'
          ? { '--pinyin-width': pinyinWidthEm(word.pinyin), '--word-width': wordWidthEm(word.text) }
          : undefined
      }
      // A span with a role, not a button: the text of a button can be neither selected nor broken as text.
      {...(isTerm && { role: 'button', tabIndex: isTabStop ? 0 : -1, 'aria-expanded': isOpen })}
    >
      {isShown ? (
        <ruby class={css.ruby}>
          {word.text}
          {/* inert keeps it out of selection and of the browser's search as well as out of speech. */}
          <rt class={css.pinyin} lang="zh-Latn-pinyin" aria-hidden="true" inert>
            <span>{word.pinyin}</span>
          </rt>
        </ruby>
      ) : (
        word.text
      )}
    </Element>
  );
}
