/** Pieces and blocks for tests of the text step: `|` between sentences, `/` between items of a list. */
import * as v from 'valibot';
import { SentenceIdSchema } from '../../../../core/reading/model.ts';
import {
  DraftPieceSchema,
  sentencesOfDraftBlock,
  textOfDraft,
  type DraftBlock,
  type DraftPiece,
  type DraftSentence,
} from '../../../../authoring/draft/model.ts';
import type { NewId } from '../../../../authoring/draft-text/new-id.ts';
import { rawWords } from '../../../../authoring/draft-text/raw-words.ts';

export const idOf = (text: string) => v.parse(SentenceIdSchema, text);

/** n1, n2 …: told apart from those that were there. */
export function countingIds(): NewId {
  let count = 0;
  return () => idOf(`n${(count += 1)}`);
}

/** Ids count on over all blocks of a piece. */
export function pieceOf(
  blocks: readonly (readonly [kind: string, marked: string, plain?: string])[],
  more: Partial<DraftPiece> = {},
): DraftPiece {
  let count = 0;
  const sentences = (marked: string): DraftSentence[] =>
    marked
      .split('|')
      .filter((text) => text !== '')
      .map((text) => ({ id: idOf(`s${(count += 1)}`), words: rawWords(text) }));
  const block = ([kind, marked, plain]: (typeof blocks)[number]): DraftBlock => {
    const items = kind === 'list' ? marked.split('/') : [marked];
    const lines = items.map((item) => ({ sentences: sentences(item) }));
    const own = lines.flatMap((line) => line.sentences);
    const beside = plain === undefined ? {} : { plain: sentences(plain) };
    if (kind === 'list') return { type: 'list', ordered: false, items: lines, ...beside };
    if (kind === 'heading') return { type: 'heading', level: 2, sentences: own };
    if (kind === 'figure') return { type: 'figure', image: null, alt: '', sentences: own };
    return {
      type: kind === 'quotation' ? 'quotation' : 'paragraph',
      sentences: own,
      ...beside,
    };
  };
  return v.parse(DraftPieceSchema, {
    version: 1,
    id: 'morning',
    kind: 'reading',
    title: '虹镇老街的早晨',
    language: 'zh-Hans',
    blocks: blocks.map(block),
    questions: [],
    source: { author: '', permission: '' },
    tracks: [],
    captions: [],
    consent: false,
    ...more,
  });
}

/** `paragraph s1:他走了。|s2:天黑了。` */
export function shown({ blocks }: DraftPiece): string[] {
  const line = (sentences: readonly DraftSentence[]): string =>
    sentences.map((sentence) => `${sentence.id}:${textOfDraft(sentence)}`).join('|');
  return blocks.map((block) => {
    const main =
      block.type === 'list'
        ? block.items.map((item) => line(item.sentences)).join('/')
        : line(sentencesOfDraftBlock(block));
    const plain = 'plain' in block && block.plain !== undefined ? ` [${line(block.plain)}]` : '';
    return `${block.type} ${main}${plain}`.trim();
  });
}
