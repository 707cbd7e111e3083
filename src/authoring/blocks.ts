/** Drafted blocks into the model's blocks: sentences with their lasting ids, words with pinyin. */
import * as v from 'valibot';
import { SentenceIdSchema, type Sentence, type SentenceId } from '../core/reading/model.ts';
import { assignIds, type IdPrefix, type IdsFile } from './ids.ts';
import type { BlockSource, TermTable, UnsureReading } from './issue-source.ts';
import type { BlockDraft } from './markdown.ts';
import { composeSentences, type Prose, type ProseSentence, type Wording } from './prose.ts';

export interface ComposedBlocks {
  readonly blocks: BlockSource[];
  readonly unsure: readonly UnsureReading[];
  readonly sentenceLines: ReadonlyMap<SentenceId, number>;
  /** What to remember until the next edit. */
  readonly ids: IdsFile;
}

/** A slot filled once all sentences are known, since ids are given to the whole text at once. */
interface Pending {
  readonly sentence: ProseSentence;
  readonly prefix: IdPrefix;
  readonly line: number;
}

export function composeBlocks(
  drafts: readonly BlockDraft[],
  {
    wording,
    terms,
    known,
  }: { readonly wording: Wording; readonly terms: TermTable; readonly known: IdsFile },
): ComposedBlocks {
  const pending: Pending[] = [];
  const cut = (prose: Prose, prefix: IdPrefix, line: number): Pending[] => {
    const found = composeSentences(withTermPinyin(prose, terms), wording).map((sentence) => ({
      sentence,
      prefix,
      line,
    }));
    pending.push(...found);
    return found;
  };
  const shaped = drafts.map((draft) => shape(draft, cut));
  const textsOf = (prefix: IdPrefix): string[] =>
    pending.filter((each) => each.prefix === prefix).map(({ sentence }) => sentence.text);
  const { ids, file } = assignIds(known, { s: textsOf('s'), p: textsOf('p') });

  const next: Record<IdPrefix, number> = { s: 0, p: 0 };
  const idOf = new Map<Pending, SentenceId>();
  for (const each of pending)
    idOf.set(each, v.parse(SentenceIdSchema, ids[each.prefix][next[each.prefix]++]));
  const finish = (each: Pending): Sentence => ({
    id: v.parse(SentenceIdSchema, idOf.get(each)),
    words: [...each.sentence.words],
  });

  return {
    blocks: shaped.map((build) => build((list) => list.map(finish))),
    unsure: pending.flatMap((each) =>
      each.sentence.unsure.map((doubt) => ({
        word: doubt.word,
        text: doubt.text,
        chosen: doubt.chosen,
        candidates: doubt.candidates,
        sentence: v.parse(SentenceIdSchema, idOf.get(each)),
        plain: each.prefix === 'p',
        line: each.line,
      })),
    ),
    sentenceLines: new Map([...idOf].map(([each, id]) => [id, each.line])),
    ids: file,
  };
}

type Cut = (prose: Prose, prefix: IdPrefix, line: number) => Pending[];
type Build = (finish: (pending: readonly Pending[]) => Sentence[]) => BlockSource;

function shape(draft: BlockDraft, cut: Cut): Build {
  const { line } = draft;
  switch (draft.type) {
    case 'heading': {
      const own = cut(draft.prose, 's', line);
      return (finish) => ({ type: 'heading', level: draft.level, sentences: finish(own) });
    }
    case 'paragraph':
    case 'quotation': {
      const own = cut(draft.prose, 's', line);
      const plain = draft.plain?.flatMap((prose) => cut(prose, 'p', line));
      return (finish) => ({
        type: draft.type,
        sentences: finish(own),
        ...(plain === undefined ? {} : { plain: finish(plain) }),
      });
    }
    case 'list': {
      const items = draft.items.map((item) => item.flatMap((prose) => cut(prose, 's', line)));
      const plain = draft.plain?.flatMap((prose) => cut(prose, 'p', line));
      return (finish) => ({
        type: 'list',
        ordered: draft.ordered,
        items: items.map((item) => ({ sentences: finish(item) })),
        ...(plain === undefined ? {} : { plain: finish(plain) }),
      });
    }
    case 'figure': {
      const own = draft.caption === null ? [] : cut(draft.caption, 's', line);
      return (finish) => ({ type: 'figure', image: draft.image, alt: draft.alt, sentences: finish(own) });
    }
  }
}

/** A marked term reads as its card says, when the mark is the card's word and says nothing else. */
function withTermPinyin(prose: Prose, terms: TermTable): Prose {
  const marks = prose.marks.map((mark) => {
    const card = mark.term === undefined ? undefined : terms.get(mark.term);
    const isCardsWord = card !== undefined && card.word === prose.text.slice(mark.start, mark.end);
    return mark.pinyin === undefined && isCardsWord && card.pinyin !== ''
      ? { ...mark, pinyin: card.pinyin }
      : mark;
  });
  return { ...prose, marks };
}
