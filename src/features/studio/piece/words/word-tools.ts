/** The dictionary and what is measured on it: heavy, so fetched at the first need of a page and kept. */
import type { Commonness } from '../../../../authoring/term-suggestions/commonness.ts';
import type { PinyinBook } from '../../../../authoring/pinyin-book.ts';

export interface WordTools {
  readonly book: PinyinBook;
  readonly commonness: () => Commonness;
}

let tools: Promise<WordTools> | undefined;

export function loadWordTools(): Promise<WordTools> {
  tools ??= open().catch((error: unknown) => {
    // Offline before it was ever fetched: the next try may find it.
    tools = undefined;
    throw error;
  });
  return tools;
}

async function open(): Promise<WordTools> {
  const [{ loadPinyinBook }, { measureCommonness }] = await Promise.all([
    import('../../../../authoring/pinyin-book.ts'),
    import('../../../../authoring/term-suggestions/commonness.ts'),
  ]);
  const book = await loadPinyinBook();
  let measured: Commonness | undefined;
  return { book, commonness: () => (measured ??= measureCommonness(book)) };
}
