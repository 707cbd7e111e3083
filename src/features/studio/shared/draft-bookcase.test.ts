import { describe, expect, it, vi } from 'vitest';
import {
  draftIssue,
  draftPiece,
  draftSentence,
  draftTrack,
  signVideo,
} from '../../../authoring/draft/fixture.ts';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import { club } from '../../../core/shelf/fixture.ts';
import { createDraftBookcase } from './draft-bookcase.ts';

const open = (
  pieces: readonly DraftPiece[] = [draftPiece()],
  files = new Map([[signVideo().id, new Blob(['film'])]]),
) =>
  createDraftBookcase({
    club,
    issue: () => draftIssue(),
    pieces: () => pieces,
    open: async (id) => files.get(id) ?? null,
  });

describe('a bookcase over drafts', () => {
  it('gives the month as members will find it, and no other', async () => {
    const bookcase = open();
    const [issue] = await bookcase.issues('silent-world');
    expect(issue).toMatchObject({ id: '2026-12-silent-world', pieceCount: 1, hasSign: true });
    expect(await bookcase.issues('new-sisters')).toEqual([]);
    await expect(bookcase.issue('2026-11-silent-world')).rejects.toMatchObject({ problem: 'not-found' });
    await expect(bookcase.piece('2026-12-silent-world', 'evening')).rejects.toMatchObject({
      problem: 'not-found',
    });
  });

  it('gives a piece with its times and its words, and leaves out what is not made yet', async () => {
    const piece = draftPiece({
      blocks: [
        ...draftPiece().blocks,
        { type: 'figure', image: null, alt: '', sentences: [] },
        { type: 'paragraph', sentences: [] },
      ],
      tracks: [draftTrack(), draftTrack({ id: 'sign-shanghai', media: null })],
      questions: ['', '你去过吗？'],
    });
    const { reading, tracks } = await open([piece]).piece('2026-12-silent-world', 'morning');
    expect(reading.blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph']);
    expect(reading.questions).toEqual(['你去过吗？']);
    expect(reading.terms.map(({ word }) => word)).toEqual(['弄堂']);
    expect(tracks).toMatchObject([
      {
        id: 'sign-csl',
        cues: [
          { sentence: 's1', start: 0, end: 4 },
          { sentence: 's2', start: 4, end: 10 },
        ],
      },
    ]);
  });

  it('shows readings nobody confirmed as they are proposed', async () => {
    const doubt = draftSentence('s1', [{ text: '长', pinyin: 'cháng', candidates: ['cháng', 'zhǎng'] }]);
    const piece = draftPiece({ blocks: [{ type: 'paragraph', sentences: [doubt] }] });
    const { reading } = await open([piece]).piece('2026-12-silent-world', 'morning');
    expect(reading.blocks[0]).toMatchObject({ sentences: [{ words: [{ text: '长', pinyin: 'cháng' }] }] });
    expect(JSON.stringify(reading)).not.toContain('candidates');
  });

  it('knows where its files are: one address each, of nothing where the file is gone, and none after closing', async () => {
    const create = vi.spyOn(URL, 'createObjectURL');
    const bookcase = open();
    const { tracks } = await bookcase.piece('2026-12-silent-world', 'morning');
    await bookcase.piece('2026-12-silent-world', 'morning');
    const [track] = tracks;
    if (!track) throw new Error('no track');
    const address = bookcase.urlOf(track.media);
    expect(address).toMatch(/^blob:/u);
    const typed = create.mock.calls.flatMap(([file]) =>
      file instanceof Blob ? [[file.type, file.size]] : [],
    );
    expect(typed).toContainEqual(['video/mp4', 4]);
    // The cover's two forms are gone from this store.
    expect(typed).toContainEqual(['image/png', 0]);
    expect(new Set(create.mock.results.map(({ value }) => String(value))).size).toBe(3);
    bookcase.close();
    expect(() => bookcase.urlOf(track.media)).toThrow('No file is known');
    create.mockRestore();
  });

  it('draws nothing where there is no cover', async () => {
    const bookcase = createDraftBookcase({
      club,
      issue: () => draftIssue({ cover: { drawing: null, bitmap: null, alt: '' } }),
      pieces: () => [],
      open: async () => null,
    });
    const { cover } = await bookcase.issue('2026-12-silent-world');
    expect(bookcase.urlOf(cover)).toMatch(/^data:image\/svg/u);
  });
});
