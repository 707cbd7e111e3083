/** Builders for tests of drafts' words. */
import * as v from 'valibot';
import { SentenceIdSchema, TermIdSchema } from '../../core/reading/model.ts';
import type { DraftBlock, DraftPiece, DraftSentence, DraftWord } from '../draft/model.ts';

export const sentenceId = (id: string) => v.parse(SentenceIdSchema, id);
export const termId = (id: string) => v.parse(TermIdSchema, id);

/** `长 cháng cháng/zhǎng`: text, pinyin, candidates; `，` alone has no pinyin; `长 - -` could not be read. */
export function word(said: string): DraftWord {
  const [text = '', pinyin, candidates] = said.split(' ');
  return {
    text,
    ...(pinyin === undefined || pinyin === '-' ? {} : { pinyin }),
    ...(candidates === undefined ? {} : { candidates: candidates === '-' ? [] : candidates.split('/') }),
  };
}

export function sentence(id: string, ...words: readonly (string | DraftWord)[]): DraftSentence {
  return {
    id: sentenceId(id),
    words: words.map((each) => (typeof each === 'string' ? word(each) : each)),
  };
}

export function pieceOf(...sentences: readonly DraftSentence[]): DraftPiece {
  return pieceWith([{ type: 'paragraph', sentences: [...sentences] }]);
}

export function pieceWith(blocks: readonly DraftBlock[]): DraftPiece {
  return {
    version: 1,
    id: 'old-street',
    kind: 'reading',
    title: '老街',
    language: 'zh-Hans',
    blocks: [...blocks],
    questions: [],
    source: { author: '', permission: '' },
    tracks: [],
    captions: [],
    consent: false,
  };
}
