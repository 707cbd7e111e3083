/** The dictionary's side: opened at the first question and kept. Runs in the worker, and in tests without one. */
import type { DraftWord } from '../../../../authoring/draft/model.ts';
import { proposeSentence, readWordWith } from '../../../../authoring/draft-words/propose.ts';
import { loadPinyinBook, type PinyinBook } from '../../../../authoring/pinyin-book.ts';
import { measureCommonness, type Commonness } from '../../../../authoring/term-suggestions/commonness.ts';
import type { SentenceId } from '../../../../core/reading/model.ts';
import type { WordAnswer, WordAnswers, WordCall, WordRequest } from './word-messages.ts';

/** So long is nothing else heard: a question about one word does not wait for a whole text. */
const TURN_MS = 30;

export type AnswerWords = (request: WordRequest, say: (answer: WordAnswer) => void) => Promise<void>;

export function answersFromBook(): AnswerWords {
  const stopped = new Set<number>();
  let measured: Commonness | undefined;
  const rankIn = (book: PinyinBook): Commonness => (measured ??= measureCommonness(book));

  async function answer(
    number: number,
    call: WordCall,
    onProgress: (done: number) => void,
  ): Promise<Partial<WordAnswers>> {
    if (call.do === 'stop') {
      stopped.add(call.call);
      return { stop: true };
    }
    const book = await loadPinyinBook();
    if (call.do === 'open') return { open: true };
    if (call.do === 'propose') return { propose: await propose(number, call, book, onProgress) };
    if (call.do === 'read') {
      const read = readWordWith({ book, dictionary: call.dictionary });
      return { read: new Map(call.words.map((word) => [word, read(word)])) };
    }
    const { rankOfWord, rankOfRarest } = rankIn(book);
    const characters = new Set(call.words.flatMap((word) => [...word]));
    return {
      rank: {
        words: new Map(call.words.map((word) => [word, rankOfWord(word)])),
        characters: new Map([...characters].map((char) => [char, rankOfRarest(char)])),
      },
    };
  }

  async function propose(
    number: number,
    { sentences, dictionary, settled }: Extract<WordCall, { do: 'propose' }>,
    book: PinyinBook,
    onProgress: (done: number) => void,
  ): Promise<WordAnswers['propose']> {
    const proposals = new Map<SentenceId, readonly DraftWord[]>();
    let turn = performance.now();
    for (const sentence of sentences) {
      if (stopped.has(number)) break;
      proposals.set(sentence.id, proposeSentence(sentence, { book, dictionary }, settled));
      if (performance.now() - turn < TURN_MS) continue;
      onProgress(proposals.size);
      await new Promise((resolve) => setTimeout(resolve, 0));
      turn = performance.now();
    }
    stopped.delete(number);
    return proposals;
  }

  return async ({ number, call }, say) => {
    try {
      const done = (count: number): void => say({ number, kind: 'progress', done: count });
      say({ number, kind: 'done', answer: await answer(number, call, done) });
    } catch (error) {
      say({ number, kind: 'failed', message: String(error) });
    }
  };
}
