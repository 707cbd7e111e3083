/** Twelve megabytes of dictionary are read here and not where someone is working. */
import { answersFromBook } from './answer-words.ts';
import type { WordRequest } from './word-messages.ts';

const answer = answersFromBook();
globalThis.addEventListener('message', ({ data }: MessageEvent<WordRequest>) => {
  void answer(data, (said) => globalThis.postMessage(said, {}));
});
