/** What every part of one reading text shares. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { BlobRef, SentenceId, TermId } from '../../core/reading/model.ts';
import type { SentenceSpan } from '../../player/sentence-player.ts';
import type { PieceSettings } from '../piece-props.ts';

export type TextSettings = Pick<
  PieceSettings,
  'pinyin' | 'wordSpacing' | 'lineFocus' | 'highlight' | 'plain'
>;

/** A word tapped for its pinyin, or with `word: null` the whole sentence asked for by key. */
export interface TappedPinyin {
  readonly sentence: SentenceId;
  readonly word: number | null;
}

export interface SharedText {
  readonly settings: TextSettings;
  readonly urlOf: (blob: BlobRef) => string;
  /** A sentence can be played, not only gone to: its control says so. */
  readonly canPlay: boolean;
  readonly current: ReadonlySignal<SentenceId | null>;
  /** The sentence that Tab leads to. */
  readonly tabStop: ReadonlySignal<SentenceId | null>;
  readonly tapped: Signal<TappedPinyin | null>;
  readonly loop: ReadonlySignal<SentenceSpan | null> | null;
  readonly numberOf: (sentence: SentenceId) => number;
  readonly openTerm: TermId | null;
  readonly hasTerms: boolean;
}
