/** Reads the sentences that were never read, in the worker, and puts them down as one change. */
import { useEffect, useState } from 'preact/hooks';
import { sentencesWithPlain } from '../../../../authoring/draft-words/places.ts';
import { needsWords, putWords } from '../../../../authoring/draft-words/propose.ts';
import { settledIn } from '../../../../authoring/draft-words/settled.ts';
import type { Desk } from '../../shared/desk.ts';
import type { WordTools } from './word-tools.ts';

export type Proposals =
  /** The dictionary is on its way. */
  | { readonly state: 'loading' }
  | { readonly state: 'working'; readonly done: number; readonly all: number }
  | { readonly state: 'ready'; readonly unread: number }
  | { readonly state: 'failed' };

export function useProposals(
  desk: Desk,
  tools: WordTools,
): { readonly proposals: Proposals; readonly read: () => void } {
  const [proposals, show] = useState<Proposals>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const unread = sentencesWithPlain(desk.piece.value).filter(needsWords).length;

  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const work = async (): Promise<void> => {
      show({ state: 'loading' });
      await tools.open();
      if (desk.canWrite.peek() && !signal.aborted) {
        await readAll(desk, tools, {
          signal,
          onProgress: (done, all) => !signal.aborted && show({ state: 'working', done, all }),
        });
      }
      if (!signal.aborted) show({ state: 'ready', unread: 0 });
    };
    work().catch((error: unknown) => {
      console.error(error);
      if (!signal.aborted) show({ state: 'failed' });
    });
    return () => leaving.abort();
  }, [desk, tools, round]);

  return {
    proposals: proposals.state === 'ready' ? { ...proposals, unread } : proposals,
    read: () => setRound(round + 1),
  };
}

interface Course {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, all: number) => void;
}

async function readAll(desk: Desk, tools: WordTools, { signal, onProgress }: Course): Promise<void> {
  const piece = desk.piece.peek();
  const sentences = sentencesWithPlain(piece).filter(needsWords);
  if (sentences.length === 0) return;
  onProgress(0, sentences.length);
  const proposals = await tools.propose(
    { sentences, dictionary: desk.words.dictionary.peek(), settled: settledIn(piece) },
    { signal, onProgress: (done) => onProgress(done, sentences.length) },
  );
  if (!signal.aborted) desk.change('pinyin', (now) => putWords(now, proposals));
}
