/** A finished month on a hub's disk, with real media of the starter: what a studio would have uploaded. */
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  attachment,
  draftIssue,
  draftPiece,
  draftTrack,
  examinedIssue,
  sentenceId,
  signVideo,
} from '../../authoring/draft/fixture.ts';
import type { Attachment, DraftIssue, DraftPiece } from '../../authoring/draft/model.ts';
import { attachmentFolder, hashOfFile } from '../drafts/attachment-folder.ts';
import { openHubDrafts } from '../drafts/draft-store.ts';

const starter = (file: string): string =>
  fileURLToPath(new URL(`../../starter/issues/2026-11-silent-world/${file}`, import.meta.url));

export const MONTH = '2026-12-silent-world';
export const video = starter('media/01-sign.mp4');
export const otherVideo = starter('media/04-sign.mp4');
export const soundVideo = starter('media/02-film.mp4');

export const monthIssue = (more: Partial<DraftIssue> = {}): DraftIssue =>
  draftIssue({
    id: MONTH,
    cover: {
      drawing: attachment('b', { type: 'image/svg+xml', name: '封面.svg' }),
      bitmap: attachment('c', { name: '封面.png' }),
      alt: '一条河',
    },
    ...more,
  });

export const monthPiece = (more: Partial<DraftPiece> = {}): DraftPiece =>
  draftPiece({
    tracks: [
      draftTrack({
        media: signVideo({ name: '手语.mp4' }),
        marks: [
          { sentence: sentenceId('s1'), start: 0.5 },
          { sentence: sentenceId('s2'), start: 4, end: 8 },
        ],
      }),
    ],
    ...more,
  });

export interface HubMonth {
  readonly etag: string;
  /** Writes it as it is to be now. @returns Its new ETag. */
  change(change: { readonly issue?: DraftIssue; readonly pieces?: readonly DraftPiece[] }): Promise<string>;
  /** Another file in the place of an attachment. */
  keepFile(id: string, type: string, file: string): Promise<void>;
}

/** @param files By attachment id, instead of the month's own; null for one that was never uploaded. */
export async function putMonth(
  data: string,
  files: Readonly<Record<string, string | null>> = {},
  { issue = monthIssue(), pieces = [monthPiece()] }: { issue?: DraftIssue; pieces?: DraftPiece[] } = {},
): Promise<HubMonth> {
  const attachments = attachmentFolder(data);
  const drafts = openHubDrafts(data);
  const club = issue.club;
  const keepFile = async (id: string, type: string, file: string): Promise<void> => {
    const staged = path.join(data, 'temporary', id);
    await mkdir(path.dirname(staged), { recursive: true });
    await copyFile(file, staged);
    const bytes = (await readFile(file)).byteLength;
    await attachments.keep(id, { club, sha256: await hashOfFile(file), bytes, type }, staged);
  };
  const all: readonly (readonly [Attachment, string])[] = [
    [signVideo(), video],
    [attachment('b', { type: 'image/svg+xml' }), starter('cover.svg')],
    [attachment('c'), starter('cover.png')],
  ];
  for (const [{ id, type }, file] of all) {
    const chosen = files[id] === undefined ? file : files[id];
    if (chosen !== null) await keepFile(id, type, chosen);
  }
  // As a studio leaves it: what a reader gets was examined as it is now.
  let now = { issue, pieces: [...pieces] };
  const examined = () => ({ ...now, issue: examinedIssue(now.issue, now.pieces) });
  let etag = await drafts.write(issue.id, examined(), null, '手语老师');
  return {
    etag,
    async change(change) {
      const changed = change.pieces ?? [];
      const kept = now.pieces.filter(({ id }) => !changed.some((piece) => piece.id === id));
      now = { issue: change.issue ?? now.issue, pieces: [...kept, ...changed] };
      etag = await drafts.write(issue.id, examined(), etag, '手语老师');
      return etag;
    },
    keepFile,
  };
}
