/** Texts nobody has read yet, put on a machine's disk as the text step leaves them. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { rawWords } from '../../src/authoring/draft-text/raw-words.ts';
import { DraftIssueSchema, DraftPieceSchema } from '../../src/authoring/draft/model.ts';
import { untilDatabase } from '../support/draft-seed.ts';

export const MONTH = '2026-12-silent-world';

const IdsSchema = v.object({ s: v.array(v.tuple([v.string(), v.string()])) });

/** The first sentences of a piece of the starter. */
export function starterSentences(file: string, count: number): readonly string[] {
  const text = readFileSync(new URL(`../../src/starter/issues/${file}`, import.meta.url), 'utf8');
  return v
    .parse(IdsSchema, JSON.parse(text))
    .s.slice(0, count)
    .map(([, sentence]) => sentence);
}

/** The page must be on the app's origin. */
export async function seedTexts(
  page: Page,
  texts: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const issue = v.parse(DraftIssueSchema, {
    version: 1,
    id: MONTH,
    club: 'silent-world',
    month: '2026-12',
    title: '老街的冬天',
    summary: '',
    cover: { drawing: null, bitmap: null, alt: '' },
    session: null,
    pieces: Object.keys(texts),
    terms: [],
    reasons: {},
    release: { state: 'none' },
  });
  const pieces = Object.entries(texts).map(([id, sentences]) =>
    v.parse(DraftPieceSchema, {
      version: 1,
      id,
      kind: 'reading',
      title: '老街的早晨',
      language: 'zh-Hans',
      blocks: [
        {
          type: 'paragraph',
          sentences: sentences.map((text, index) => ({ id: `s${index + 1}`, words: rawWords(text) })),
        },
      ],
      questions: [],
      source: { author: '', permission: '' },
      tracks: [],
      captions: [],
      consent: false,
    }),
  );
  await untilDatabase(page);
  await page.evaluate(
    async ({ month, documents }) => {
      const opening = indexedDB.open('same-page');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')));
      });
      const saving = database.transaction(['drafts', 'draftPieces'], 'readwrite');
      const facts = { revision: 1, writer: 'test', updatedMs: Date.now() };
      saving.objectStore('drafts').put({ issue: month.id, document: month.document, ...facts });
      for (const { id, document } of documents)
        saving.objectStore('draftPieces').put({ issue: month.id, piece: id, document, ...facts });
      await new Promise((resolve) => saving.addEventListener('complete', resolve));
      database.close();
    },
    {
      month: { id: issue.id, document: JSON.stringify(issue) },
      documents: pieces.map((piece) => ({ id: piece.id, document: JSON.stringify(piece) })),
    },
  );
}
