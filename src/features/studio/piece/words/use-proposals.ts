/** Reads the sentences that were never read, a few at a time so that the page stays alive, and puts them down as one change. */
import { useEffect, useState } from 'preact/hooks';
import type { SentenceId } from '../../../../core/reading/model.ts';
import type { DraftWord } from '../../../../authoring/draft/model.ts';
import { sentencesWithPlain } from '../../../../authoring/draft-words/places.ts';
import { needsWords, proposeSentence, putWords } from '../../../../authoring/draft-words/propose.ts';
import { settledIn } from '../../../../authoring/draft-words/settled.ts';
import type { Desk } from '../../shared/desk.ts';
import { loadWordTools, type WordTools } from './word-tools.ts';

export type Proposals =
  /** The dictionary is on its way. */
  | { readonly state: 'loading' }
  | { readonly state: 'working'; readonly done: number; readonly all: number }
  | { readonly state: 'ready'; readonly tools: WordTools; readonly unread: number }
  | { readonly state: 'failed' };

/** So long may the page stand still. */
const TURN_MS = 30;

export function useProposals(desk: Desk): { readonly proposals: Proposals; readonly read: () => void } {
  const [proposals, show] = useState<Proposals>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const unread = sentencesWithPlain(desk.piece.value).filter(needsWords).length;

  useEffect(() => {
    let isGone = false;
    const work = async (): Promise<void> => {
      show({ state: 'loading' });
      const tools = await loadWordTools();
      if (desk.canWrite.peek()) {
        await readAll(desk, tools, {
          isGone: () => isGone,
          onProgress: (done, all) => show({ state: 'working', done, all }),
        });
      }
      if (!isGone) show({ state: 'ready', tools, unread: 0 });
    };
    work().catch((error: unknown) => {
      console.error(error);
      if (!isGone) show({ state: 'failed' });
    });
    return () => void (isGone = true);
  }, [desk, round]);

  return {
    proposals: proposals.state === 'ready' ? { ...proposals, unread } : proposals,
    read: () => setRound(round + 1),
  };
}

interface Course {
  readonly isGone: () => boolean;
  readonly onProgress: (done: number, all: number) => void;
}

async function readAll(desk: Desk, tools: WordTools, { isGone, onProgress }: Course): Promise<void> {
  const piece = desk.piece.peek();
  const unread = sentencesWithPlain(piece).filter(needsWords);
  if (unread.length === 0) return;
  const wording = { book: tools.book, dictionary: desk.words.dictionary.peek() };
  const settled = settledIn(piece);
  const proposals = new Map<SentenceId, readonly DraftWord[]>();
  let turn = performance.now();
  for (const sentence of unread) {
    proposals.set(sentence.id, proposeSentence(sentence, wording, settled));
    if (performance.now() - turn < TURN_MS) continue;
    onProgress(proposals.size, unread.length);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (isGone()) return;
    turn = performance.now();
  }
  desk.change('pinyin', (now) => putWords(now, proposals));
}
