import { describe, expect, it } from 'vitest';
import { hintsOf } from './early-chunks.ts';

const chunk = (fileName: string, more: object = {}) => ({
  type: 'chunk' as const,
  fileName,
  imports: [],
  moduleIds: [],
  isEntry: false,
  ...more,
});

const BUNDLE = Object.fromEntries(
  [
    chunk('index.js', { isEntry: true, imports: ['shell.js'] }),
    chunk('shell.js'),
    chunk('reader.js', {
      moduleIds: ['/repo/src/features/reader/ReaderPage.tsx'],
      imports: ['shell.js', 'player.js'],
      viteMetadata: { importedCss: new Set(['reader.css']) },
    }),
    chunk('player.js'),
    chunk('bookcase.js', { moduleIds: ['/repo/src/library/shelf-bookcase.ts'] }),
    chunk('words-en.js', { moduleIds: ['/repo/src/i18n/locales/en/player.json'] }),
    chunk('words-zh.js', { moduleIds: ['/repo/src/i18n/locales/zh-Hans/player.json'] }),
  ].map((part) => [part.fileName, part]),
);

describe('the hints of index.html', () => {
  const [pattern = '', files = [], words = {}] =
    hintsOf(BUNDLE).find(([source]) =>
      new RegExp(source, 'u').test('/read/2026-11-silent-world/old-street'),
    ) ?? [];

  it('name everything a page needs beyond the first files, once, and first what verifies the shelf', () => {
    expect(files).toEqual(['bookcase.js', 'reader.js', 'player.js', 'reader.css']);
  });

  it('bring the words of one language only', () => {
    expect(words['en']).toEqual(['words-en.js']);
    expect(words['zh-Hans']).toEqual(['words-zh.js']);
  });

  it('are for that address only', () => {
    for (const path of ['/', '/read', '/read/a/b/c', '/issue/a'])
      expect(path).not.toMatch(new RegExp(pattern, 'u'));
  });
});
