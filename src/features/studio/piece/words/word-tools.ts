/** The dictionary as the page asks it: heavy, so it lives in a worker of its own, which is started at the first question. */
import type { DraftSentence } from '../../../../authoring/draft/model.ts';
import { hasHan } from '../../../../authoring/pinyin.ts';
import type { Settled } from '../../../../authoring/draft-words/settled.ts';
import type { Commonness } from '../../../../authoring/term-suggestions/commonness.ts';
import type { WordAnswer, WordAnswers, WordCall, WordRequest } from './word-messages.ts';

/** Every question rejects where the dictionary cannot be had (offline before it was ever fetched); the next one tries again. */
export interface WordTools {
  open(): Promise<void>;
  /** Those that were read when `signal` stopped it. */
  propose(
    of: {
      readonly sentences: readonly DraftSentence[];
      readonly dictionary: ReadonlyMap<string, string>;
      readonly settled: Settled;
    },
    running: { readonly signal: AbortSignal; readonly onProgress: (done: number) => void },
  ): Promise<WordAnswers['propose']>;
  read(words: readonly string[], dictionary: ReadonlyMap<string, string>): Promise<WordAnswers['read']>;
  /** Knows these words and their characters, and all that were asked about before. */
  rank(words: readonly string[]): Promise<Commonness>;
}

/** Where questions go. One that broke is of no use any more, and another is opened for the next question. */
export type OpenPort = (
  hear: (answer: WordAnswer) => void,
  onBroken: (why: string) => void,
) => (request: WordRequest) => void;

export class WordToolsError extends Error {
  override readonly name = 'WordToolsError';
}

interface Waiting {
  readonly done: (answer: Partial<WordAnswers>) => void;
  readonly failed: (error: WordToolsError) => void;
  readonly onProgress: ((done: number) => void) | undefined;
}

export function createWordTools(openPort: OpenPort): WordTools {
  const waiting = new Map<number, Waiting>();
  const known = { words: new Map<string, number | null>(), characters: new Map<string, number>() };
  let port: ReturnType<OpenPort> | null = null;
  let last = 0;

  function hear(answer: WordAnswer): void {
    const call = waiting.get(answer.number);
    if (answer.kind === 'progress') return call?.onProgress?.(answer.done);
    waiting.delete(answer.number);
    if (answer.kind === 'done') call?.done(answer.answer);
    else call?.failed(new WordToolsError(answer.message));
  }
  function onBroken(why: string): void {
    port = null;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const call of lost) call.failed(new WordToolsError(why));
  }
  async function ask<K extends WordCall['do']>(
    call: Extract<WordCall, { readonly do: K }>,
    running?: { readonly signal: AbortSignal; readonly onProgress: (done: number) => void },
  ): Promise<WordAnswers[K]> {
    port ??= openPort(hear, onBroken);
    const send = port;
    const number = ++last;
    const stop = (): void => send({ number: ++last, call: { do: 'stop', call: number } });
    running?.signal.addEventListener('abort', stop, { once: true });
    const asking = new Promise<Partial<WordAnswers>>((done, failed) => {
      waiting.set(number, { done, failed, onProgress: running?.onProgress });
      send({ number, call });
    });
    const answer = await asking.finally(() => running?.signal.removeEventListener('abort', stop));
    const wanted = answer[call.do];
    if (wanted === undefined) throw new WordToolsError(`No answer to ${call.do}`);
    return wanted;
  }

  return {
    async open() {
      await ask({ do: 'open' });
    },
    propose: (of, running) => ask({ do: 'propose', ...of }, running),
    read: (words, dictionary) => ask({ do: 'read', words, dictionary }),
    async rank(words) {
      const fresh = words.filter((word) => !known.words.has(word));
      if (fresh.length > 0) {
        const ranks = await ask({ do: 'rank', words: fresh });
        for (const [word, rank] of ranks.words) known.words.set(word, rank);
        for (const [char, rank] of ranks.characters) known.characters.set(char, rank);
      }
      return {
        rankOfWord: (word) => known.words.get(word) ?? null,
        rankOfRarest: (text) =>
          Math.max(
            0,
            ...[...text].map((char) => (hasHan(char) ? (known.characters.get(char) ?? Infinity) : 0)),
          ),
      };
    },
  };
}

export const wordTools: WordTools = createWordTools((hear, onBroken) => {
  const worker = new Worker(new URL('./word-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<WordAnswer>) => hear(data));
  worker.addEventListener('error', ({ message }) => {
    worker.terminate();
    onBroken(`The worker of the dictionary ended: ${message}`);
  });
  return (request) => worker.postMessage(request, []);
});
