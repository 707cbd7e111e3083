/** What the page and the worker that holds the dictionary say to each other. */
import type { DraftSentence, DraftWord } from '../../../../authoring/draft/model.ts';
import type { WordReading } from '../../../../authoring/draft-words/readings.ts';
import type { Settled } from '../../../../authoring/draft-words/settled.ts';
import type { SentenceId } from '../../../../core/reading/model.ts';

/** The club's words: 长乐路 → Chánglè Lù. */
type Dictionary = ReadonlyMap<string, string>;

export type WordCall =
  /** Only opens the dictionary. */
  | { readonly do: 'open' }
  | {
      readonly do: 'propose';
      readonly sentences: readonly DraftSentence[];
      readonly dictionary: Dictionary;
      readonly settled: Settled;
    }
  /** Of words a person cut or joined. */
  | { readonly do: 'read'; readonly words: readonly string[]; readonly dictionary: Dictionary }
  | { readonly do: 'rank'; readonly words: readonly string[] }
  /** Nobody waits for this call any more. */
  | { readonly do: 'stop'; readonly call: number };

export interface WordRequest {
  readonly number: number;
  readonly call: WordCall;
}

export interface WordAnswers {
  readonly open: true;
  readonly propose: ReadonlyMap<SentenceId, readonly DraftWord[]>;
  readonly read: ReadonlyMap<string, WordReading | null>;
  readonly rank: Ranks;
  readonly stop: true;
}

/** As `Commonness` has them. */
export interface Ranks {
  readonly words: ReadonlyMap<string, number | null>;
  readonly characters: ReadonlyMap<string, number>;
}

export type WordAnswer =
  | { readonly number: number; readonly kind: 'progress'; readonly done: number }
  | {
      readonly number: number;
      readonly kind: 'done';
      /** The one of what was asked for. */
      readonly answer: Partial<WordAnswers>;
    }
  | { readonly number: number; readonly kind: 'failed'; readonly message: string };
