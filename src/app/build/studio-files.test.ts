import { describe, expect, it } from 'vitest';
import { filesOfStudio, type Bundle } from './studio-files.ts';

const chunk = (fileName: string, more: object = {}) => ({
  type: 'chunk' as const,
  fileName: `assets/${fileName}`,
  imports: [],
  dynamicImports: [],
  moduleIds: [`/repo/src/${fileName}`],
  isEntry: false,
  code: '',
  ...more,
});
const asset = (fileName: string, source = '') => ({
  type: 'asset' as const,
  fileName: `assets/${fileName}`,
  source,
});

const BUNDLE: Bundle = Object.fromEntries(
  [
    chunk('index.js', {
      isEntry: true,
      imports: ['assets/shell.js'],
      dynamicImports: ['assets/reader.js', 'assets/studio.js', 'assets/words-studio.js', 'assets/words.js'],
      code: 'new Worker("/assets/install-worker.js")',
    }),
    chunk('shell.js'),
    chunk('reader.js', { imports: ['assets/player.js'] }),
    chunk('player.js', {
      viteMetadata: { importedCss: new Set(['assets/player.css']), importedAssets: new Set() },
    }),
    asset('player.css'),
    asset('install-worker.js', 'import "./shared-worker.js"'),
    asset('shared-worker.js'),
    chunk('studio.js', {
      moduleIds: ['/repo/src/app/studio/StudioPages.tsx'],
      imports: ['assets/shell.js'],
      dynamicImports: ['assets/queue.js', 'assets/preview-file.js'],
    }),
    chunk('preview-file.js', {
      moduleIds: ['/repo/src/features/studio/preview/PreviewFilePage.tsx'],
      imports: ['assets/shell.js'],
      dynamicImports: ['assets/open-issue-zip.js'],
    }),
    chunk('open-issue-zip.js', {
      moduleIds: ['/repo/src/features/studio/preview/open-issue-zip.ts'],
      imports: ['assets/zip.js'],
      dynamicImports: ['assets/dictionary.js'],
    }),
    chunk('zip.js', { moduleIds: ['/repo/node_modules/zip/index.js'] }),
    chunk('dictionary.js', { moduleIds: ['/repo/node_modules/pinyin/index.js'] }),
    chunk('queue.js', {
      moduleIds: ['/repo/src/features/studio/queue/QueuePage.tsx'],
      imports: ['assets/player.js'],
      dynamicImports: ['assets/mammoth.js'],
      viteMetadata: { importedCss: new Set(['assets/queue.css']), importedAssets: new Set() },
      code: 'new Worker("/assets/studio-writer.js"); new Worker("/assets/shared-worker.js")',
    }),
    asset('queue.css'),
    asset('studio-writer.js'),
    chunk('mammoth.js', { moduleIds: ['/repo/node_modules/mammoth/index.js'] }),
    chunk('words-studio.js', { moduleIds: ['/repo/src/i18n/locales/en/studio-queue.json'] }),
    chunk('words.js', { moduleIds: ['/repo/src/i18n/locales/en/reader.json'] }),
  ].map((part) => [part.fileName, part]),
);

describe('the files only a facilitator needs', () => {
  it('are what the studio’s pages bring, workers, styles, packages and words included, and nothing a member needs, as to open a preview file', () => {
    expect(filesOfStudio(BUNDLE)).toEqual(
      ['dictionary.js', 'mammoth.js', 'queue.css', 'queue.js', 'studio-writer.js', 'words-studio.js'].map(
        (name) => `assets/${name}`,
      ),
    );
  });
});
