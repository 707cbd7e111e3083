import { beforeEach, describe, expect, it, vi } from 'vitest';
import { attachment, draftIssue, draftPiece, signVideo, termId } from '../../../authoring/draft/fixture.ts';

const kept = { drafts: [] as unknown[], versions: [] as unknown[], terms: [] as unknown[], isOpen: false };
const sweepFiles = vi.fn<(needed: ReadonlySet<string>) => Promise<number>>(async () => 0);
vi.mock('../../../storage/attachments/attachment-store.ts', () => ({ sweepFiles }));
vi.mock('../../../storage/drafts/club-words.ts', () => ({ allClubTerms: async () => kept.terms }));
vi.mock('../../../storage/drafts/draft-store.ts', () => ({ readDrafts: async () => kept.drafts }));
vi.mock('../../../storage/drafts/draft-versions.ts', () => ({ allVersions: async () => kept.versions }));
vi.mock('./month-lock.ts', () => ({ anyMonthIsOpen: async () => kept.isOpen }));

const document = (value: unknown) => ({ document: JSON.stringify(value) });
const card = {
  ...draftIssue().terms[0],
  id: termId('longtang'),
  picture: { image: attachment('d'), alt: '一条小巷子' },
  sign: attachment('e'),
};

/** A new page each time: files are looked for once. */
async function needed(): Promise<readonly string[] | null> {
  vi.resetModules();
  const { sweepAttachments } = await import('./sweep-attachments.ts');
  await sweepAttachments();
  const [call] = sweepFiles.mock.calls;
  return call ? [...call[0]].sort() : null;
}

beforeEach(() => {
  sweepFiles.mockClear();
  Object.assign(kept, { drafts: [], versions: [], terms: [], isOpen: false });
});

describe('files nobody needs', () => {
  it('are none of a card of the club, though the month it was made in is gone for good', async () => {
    kept.terms = [document(card)];
    expect(await needed()).toEqual([attachment('d').id, attachment('e').id]);
  });

  it('are none of a month or of an earlier version of a piece', async () => {
    kept.drafts = [{ draft: document(draftIssue()), pieces: [document(draftPiece())] }];
    kept.versions = [document({ of: attachment('f') })];
    expect(await needed()).toEqual(
      [signVideo().id, attachment('b').id, attachment('c').id, attachment('f').id].sort(),
    );
  });

  it('are not looked for while a month is open in any window', async () => {
    kept.isOpen = true;
    expect(await needed()).toBeNull();
  });
});
