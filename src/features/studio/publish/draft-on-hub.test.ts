import { describe, expect, it, vi } from 'vitest';
import { draftIssue, draftPiece } from '../../../authoring/draft/fixture.ts';
import { HubProblem } from '../shared/hub/hub-client.ts';
import { draftOnHub, type MonthHere } from './draft-on-hub.ts';

const here: MonthHere = { issue: draftIssue(), pieces: [draftPiece()] };
const there = (more: Partial<MonthHere> = {}, isRemoved = false) => {
  const { issue, pieces } = { ...here, ...more };
  return {
    etag: 'tag',
    value: { issue, pieces: Object.fromEntries(pieces.map((piece) => [piece.id, piece])), isRemoved },
  };
};
const ask = vi.fn<() => void>();
const wait = async (): Promise<void> => undefined;

describe('what a publisher approves', () => {
  it('is the hub’s draft where it is what stands here, whatever else the hub has kept', async () => {
    const other = draftPiece({ id: 'taken-off' });
    const found = there({ pieces: [draftPiece(), other] });
    expect(await draftOnHub(() => here, { read: async () => found, ask, wait })).toBe('tag');
  });

  it('is waited for while it is on its way', async () => {
    const answers = [there({ issue: draftIssue({ title: '旧的' }) }), there()];
    const read = async () => answers.shift() ?? there();
    expect(await draftOnHub(() => here, { read, ask, wait })).toBe('tag');
    expect(ask).toHaveBeenCalled();
  });

  it.each([
    ['the title differs', there({ issue: draftIssue({ title: '别的' }) })],
    ['a piece differs', there({ pieces: [draftPiece({ title: '别的' })] })],
    ['a piece is missing', there({ pieces: [] })],
    ['it was taken off there', there({}, true)],
  ])('is nothing where %s', async (_why, found) => {
    const asked = draftOnHub(() => here, { read: async () => found, ask, wait });
    await expect(asked).rejects.toMatchObject({ code: 'draft-behind' });
  });

  it('is nothing where the hub has no such month, and other refusals are told as they are', async () => {
    const none = draftOnHub(() => here, {
      read: () => Promise.reject(new HubProblem('draft-missing', 404)),
      ask,
      wait,
    });
    await expect(none).rejects.toMatchObject({ code: 'draft-behind' });
    const down = draftOnHub(() => here, { read: () => Promise.reject(new HubProblem('offline')), ask, wait });
    await expect(down).rejects.toMatchObject({ code: 'offline' });
  });
});
