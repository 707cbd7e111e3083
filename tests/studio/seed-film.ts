/** A month with one film that nobody has worked on yet, put on a machine's disk as the queue leaves it; and films to bring. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import {
  DraftIssueSchema,
  DraftPieceSchema,
  type DraftCaption,
  type DraftPiece,
} from '../../src/authoring/draft/model.ts';
import { untilDatabase } from '../support/draft-seed.ts';

export const MONTH = '2026-12-silent-world';
export const PIECE = 'film';

/** Twelve seconds of moving picture with a tone, as a phone writes it: the index at the end. */
export function makeFilm(seconds = 12): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'same-page-film-')), '弄堂.mp4');
  const picture = `-f lavfi -i testsrc2=size=1280x720:rate=25:duration=${seconds}`;
  const sound = `-f lavfi -i sine=frequency=440:duration=${seconds}`;
  const how = '-c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 25 -c:a aac -shortest';
  execFileSync('ffmpeg', [...`-v error ${picture} ${sound} ${how}`.split(' '), file], { stdio: 'pipe' });
  return file;
}

/** The page must be on the app's origin. */
export async function seedFilm(page: Page, cues: readonly DraftCaption[] = []): Promise<void> {
  const issue = v.parse(DraftIssueSchema, {
    version: 1,
    id: MONTH,
    club: 'silent-world',
    month: '2026-12',
    title: '弄堂',
    summary: '',
    cover: { drawing: null, bitmap: null, alt: '' },
    session: null,
    pieces: [PIECE],
    terms: [],
    reasons: {},
    release: { state: 'none' },
  });
  const piece = v.parse(DraftPieceSchema, {
    version: 1,
    id: PIECE,
    kind: 'film',
    title: '弄堂里的一天',
    language: 'zh-Hans',
    blocks: [],
    questions: [],
    source: { author: '', permission: '' },
    tracks: [],
    captions: cues.length === 0 ? [] : [{ language: 'zh-Hans', cues }],
    consent: false,
  });
  await untilDatabase(page);
  await page.evaluate(
    async ({ issueId, issueText, pieceId, pieceText }) => {
      const opening = indexedDB.open('same-page');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')));
      });
      const saving = database.transaction(['drafts', 'draftPieces'], 'readwrite');
      const facts = { revision: 1, writer: 'test', updatedMs: Date.now() };
      saving.objectStore('drafts').put({ issue: issueId, document: issueText, ...facts });
      saving
        .objectStore('draftPieces')
        .put({ issue: issueId, piece: pieceId, document: pieceText, ...facts });
      await new Promise((resolve) => saving.addEventListener('complete', resolve));
      database.close();
    },
    {
      issueId: issue.id,
      issueText: JSON.stringify(issue),
      pieceId: piece.id,
      pieceText: JSON.stringify(piece),
    },
  );
}

/** The piece as it lies on the disk. */
export async function storedPiece(page: Page): Promise<DraftPiece> {
  const text = await page.evaluate(
    async (key) => {
      const opening = indexedDB.open('same-page');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')));
      });
      const reading = database.transaction('draftPieces').objectStore('draftPieces').get(key);
      await new Promise((resolve) => reading.addEventListener('success', resolve));
      database.close();
      return JSON.stringify(reading.result);
    },
    [MONTH, PIECE],
  );
  const { document } = v.parse(v.object({ document: v.string() }), JSON.parse(text));
  return v.parse(DraftPieceSchema, JSON.parse(document));
}
