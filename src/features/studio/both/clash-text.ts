/** A part both sides changed, as lines to compare, and what else of it differs. */
import { isSame } from '../../../authoring/draft/canonical-json.ts';
import type { Clash } from '../../../authoring/draft/merge-drafts.ts';
import {
  sentencesOfDraftBlock,
  textOfDraft,
  type Attachment,
  type DraftIssue,
  type DraftPiece,
} from '../../../authoring/draft/model.ts';

/** What no line of text shows. */
export type OtherPart = 'words' | 'plain' | 'sign' | 'captions' | 'pictures' | 'details';

export interface Compared {
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  readonly others: readonly OtherPart[];
}

export function compare(clash: Clash, titles: (piece: string) => string): Compared {
  switch (clash.kind) {
    case 'piece':
      return {
        mine: linesOf(clash.mine),
        theirs: linesOf(clash.theirs),
        others: othersOf(clash.mine, clash.theirs),
      };
    case 'field': {
      const lines = fieldLines[clash.id];
      const [mine, theirs] = [lines(clash.mine), lines(clash.theirs)];
      return { mine, theirs, others: isSame(mine, theirs) ? ['details'] : [] };
    }
    case 'term': {
      const lines = ({ word, pinyin, explanation, example = '' }: typeof clash.mine): readonly string[] =>
        filled([word, pinyin, explanation, example]);
      const [mine, theirs] = [lines(clash.mine), lines(clash.theirs)];
      return { mine, theirs, others: isSame(mine, theirs) ? ['pictures'] : [] };
    }
    case 'reason':
      return { mine: [clash.mine], theirs: [clash.theirs], others: [] };
    case 'order':
      return { mine: clash.mine.map(titles), theirs: clash.theirs.map(titles), others: [] };
  }
}

const filled = (lines: readonly string[]): readonly string[] => lines.filter((line) => line.trim() !== '');

function linesOf({ title, summary = '', blocks, questions }: DraftPiece): readonly string[] {
  const sentences = blocks.flatMap((block) => [
    ...sentencesOfDraftBlock(block).map(textOfDraft),
    ...(block.type === 'figure' ? [block.alt] : []),
  ]);
  return filled([title, summary, ...sentences, ...questions]);
}

const nameOf = (file: Attachment | null): string => file?.name ?? '';

const fieldLines: Readonly<
  Record<'title' | 'summary' | 'cover' | 'session' | 'release', (issue: DraftIssue) => readonly string[]>
> = {
  title: ({ title }) => [title],
  summary: ({ summary }) => summary.split('\n'),
  cover: ({ cover }) => filled([cover.alt, nameOf(cover.drawing), nameOf(cover.bitmap)]),
  session: ({ session }) => {
    if (session === null) return [];
    const { date, start, end, place, address = '', interpreter = '', helpers = '', notes = '' } = session;
    return filled([`${date} ${start}–${end}`, place, address, interpreter, helpers, notes]);
  },
  release: ({ release }) => ('at' in release ? [release.at] : []),
};

function othersOf(mine: DraftPiece, theirs: DraftPiece): readonly OtherPart[] {
  const parts: Readonly<Record<OtherPart, (piece: DraftPiece) => unknown>> = {
    words: ({ blocks }) => blocks.map((block) => sentencesOfDraftBlock(block).map(({ words }) => words)),
    plain: ({ blocks }) => blocks.map((block) => ('plain' in block ? block.plain : undefined)),
    sign: ({ tracks }) => tracks,
    captions: ({ captions }) => captions,
    pictures: ({ blocks }) => blocks.map((block) => (block.type === 'figure' ? block.image : null)),
    details: ({ kind, language, showFrom, source, consent, declinedTerms }) => ({
      kind,
      language,
      showFrom,
      source,
      consent,
      declinedTerms,
    }),
  };
  const isOther = (name: OtherPart): boolean => !isSame(parts[name](mine), parts[name](theirs));
  const differing = (['words', 'plain', 'sign', 'captions', 'pictures', 'details'] as const).filter(isOther);
  // Other words are no news where the text itself is another one.
  return isSame(linesOf(mine), linesOf(theirs)) ? differing : differing.filter((name) => name !== 'words');
}
