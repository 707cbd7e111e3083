/** For tests: a month with one film. */
import * as v from 'valibot';
import {
  AttachmentIdSchema,
  DraftPieceSchema,
  type Attachment,
  type DraftCaption,
  type DraftPiece,
} from '../../../authoring/draft/model.ts';
import { newIssue } from '../../../authoring/draft/new-draft.ts';
import type { Club } from '../../../core/shelf/issue.ts';
import { createMemoryDesk } from '../shared/memory-desk.ts';

const words = (text: string) => ({ 'zh-Hans': text, 'zh-Hant': text, en: text });
const club: Club = {
  id: 'silent-world',
  name: words('无声世界读书会'),
  description: words(''),
  motif: 'hands',
  requires: { reading: [], film: ['sign', 'captions', 'transcript'], recitation: [], gallery: [] },
};

export const film: Attachment = {
  id: v.parse(AttachmentIdSchema, 'a'.repeat(64)),
  name: '弄堂.mp4',
  type: 'video/mp4',
  bytes: 1000,
  width: 1280,
  height: 720,
  durationSeconds: 60,
  frameRate: 25,
  hasAudio: true,
};

export function filmPiece(
  cues: readonly DraftCaption[],
  sentences: readonly string[] = [],
  kind = 'film',
): DraftPiece {
  return v.parse(DraftPieceSchema, {
    version: 1,
    id: 'film',
    kind,
    title: '弄堂里的一天',
    language: 'zh-Hans',
    blocks:
      sentences.length === 0
        ? []
        : [
            {
              type: 'paragraph',
              sentences: sentences.map((text, i) => ({ id: `s${i + 1}`, words: [{ text }] })),
            },
          ],
    questions: [],
    source: { author: '', permission: '' },
    tracks: [
      {
        id: 'film',
        kind: 'film',
        language: 'zh-Hans',
        title: '影片',
        performer: '',
        media: film,
        marks: [],
        consent: false,
      },
    ],
    captions: cues.length === 0 ? [] : [{ language: 'zh-Hans', cues }],
    consent: false,
  });
}

export function deskFor(piece: DraftPiece) {
  const issue = { ...newIssue('2026-12', club.id), pieces: [piece.id] };
  return createMemoryDesk({ club, issue, piece });
}

export const cue = (start: number, end: number, text: string): DraftCaption => ({ start, end, text });
