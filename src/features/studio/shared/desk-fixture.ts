/** A desk without a disk over one piece, for tests of what stands on it. */
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import { newIssue } from '../../../authoring/draft/new-draft.ts';
import type { Desk } from './desk.ts';
import { createMemoryDesk } from './memory-desk.ts';

const localised = (name: string) => ({ 'zh-Hans': name, 'zh-Hant': name, en: name });

export function deskOf(piece: DraftPiece): Desk {
  return createMemoryDesk({
    club: {
      id: 'silent-world',
      name: localised('无声世界读书会'),
      description: localised(''),
      motif: 'hands',
      requires: { reading: [], film: [], recitation: [], gallery: [] },
    },
    issue: { ...newIssue('2026-12', 'silent-world'), pieces: [piece.id] },
    piece,
  });
}
