// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftIssue, draftPiece } from '../../../authoring/draft/fixture.ts';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import { DraftStoreError } from '../../../storage/drafts/draft-store-error.ts';
import { SAVE_AFTER_MS } from './autosave.ts';
import { parseIssue, parsePiece, type DraftShelf, type KeptMonth } from './draft-shelf.ts';
import type { openMonthLock } from './month-lock.ts';
import { openMonth } from './month.ts';

const ID = '2026-12-silent-world';

/** A shelf in memory with the compare-and-swap of the real one. */
function memoryShelf() {
  let month: KeptMonth = {
    issue: { value: draftIssue(), revision: 1 },
    pieces: new Map([['morning', { value: draftPiece({ title: '早' }), revision: 1 }]]),
    updatedMs: 5,
    isRemoved: false,
  };
  const versions: { readonly piece: DraftPiece; readonly reason: string }[] = [];
  const shelf: DraftShelf = {
    read: async (id) => (id === ID ? month : null),
    async save({ draft, pieces }) {
      const clash =
        (draft && draft.revision !== month.issue.revision) ||
        [...pieces].some(([id, { revision }]) => (month.pieces.get(id)?.revision ?? 0) !== revision);
      if (clash) throw new DraftStoreError('conflict', 'test');
      month = {
        ...month,
        issue: draft ? { value: parseIssue(draft.document), revision: draft.revision + 1 } : month.issue,
        pieces: new Map([
          ...month.pieces,
          ...[...pieces].map(
            ([id, { document, revision }]) =>
              [id, { value: parsePiece(document), revision: revision + 1 }] as const,
          ),
        ]),
      };
      return Date.now();
    },
    remove: async () => undefined,
    keepVersion: async (piece, _issue, reason) => void versions.push({ piece, reason }),
  };
  return { shelf, versions, now: () => month };
}

/** One lock for all windows of the test; who takes over by force is not asked. */
function locks() {
  let holder: { readonly lost: () => void } | null = null;
  const open: typeof openMonthLock = (_issue, { onLost, saveAll }) => {
    const me = { lost: onLost, saveAll };
    return {
      tryToHold: async () => (holder ??= me) === me,
      async takeOver({ byForce }) {
        const before = holder;
        if (!byForce && before === me) return 'taken';
        holder = me;
        before?.lost();
        return 'taken';
      },
      isHeld: () => holder === me,
      saySaved: () => undefined,
      release: async () => void (holder = holder === me ? null : holder),
    };
  };
  return open;
}

beforeEach(() => vi.useFakeTimers({ now: 1000 }));
afterEach(() => vi.useRealTimers());

async function opened(shelf: DraftShelf, openLock: typeof openMonthLock) {
  const month = await openMonth(ID, { shelf, openLock });
  if (month === null) throw new Error('no month');
  return month;
}
const retitle = (title: string) => (piece: DraftPiece) => ({ ...piece, title });

describe('a month open in two windows', () => {
  it('is written by the first, and only shown in the second', async () => {
    const { shelf, now } = memoryShelf();
    const openLock = locks();
    const [first, second] = [await opened(shelf, openLock), await opened(shelf, openLock)];
    expect([first.canWrite.value, second.canWrite.value]).toEqual([true, false]);
    expect(second.saved.value).toEqual({ state: 'read-only' });
    second.setPiece('morning', retitle('不算'));
    first.setPiece('morning', retitle('早上'));
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(now().pieces.get('morning')?.value.title).toBe('早上');
    expect(first.saved.value).toMatchObject({ state: 'saved' });
  });

  it('taken over, what the first window had not saved is kept beside, and it shows what the second wrote', async () => {
    const { shelf, now, versions } = memoryShelf();
    const openLock = locks();
    const [first, second] = [await opened(shelf, openLock), await opened(shelf, openLock)];
    first.setPiece('morning', retitle('没存'));
    await second.takeOver({ byForce: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(versions).toMatchObject([{ piece: { title: '没存' }, reason: 'left-over' }]);
    expect(first.piece('morning')?.value.title).toBe('早');
    second.setPiece('morning', retitle('接手以后'));
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(now().pieces.get('morning')?.value.title).toBe('接手以后');
  });

  it('a window that was frozen through it all writes over nothing when it wakes', async () => {
    const { shelf, now, versions } = memoryShelf();
    // Each believes that it is the holder: as when a tab has slept through being robbed of its lock.
    const [frozen, awake] = [await opened(shelf, locks()), await opened(shelf, locks())];
    awake.setPiece('morning', retitle('新的'));
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    frozen.setPiece('morning', retitle('旧的'));
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(now().pieces.get('morning')?.value.title).toBe('新的');
    expect(versions).toMatchObject([{ piece: { title: '旧的' }, reason: 'left-over' }]);
    expect(frozen.canWrite.value).toBe(false);
  });
});

describe('a month that is out', () => {
  it('is only shown, until a person says that it is to be changed again', async () => {
    const { shelf } = memoryShelf();
    const month = await opened(shelf, locks());
    month.setRelease({ state: 'exported', at: '2026-12-01T00:00:00Z' });
    expect([month.isWriter.value, month.canWrite.value]).toEqual([true, false]);
    month.setRelease({ state: 'none' });
    expect(month.canWrite.value).toBe(true);
  });
});

describe('a page that goes', () => {
  it('saves what it has before the page goes, without waiting for the time to save', async () => {
    const { shelf, now } = memoryShelf();
    const month = await opened(shelf, locks());
    month.setPiece('morning', retitle('最后一字'));
    dispatchEvent(new Event('pagehide'));
    await vi.advanceTimersByTimeAsync(0);
    expect(now().pieces.get('morning')?.value.title).toBe('最后一字');
    expect(month.saved.value).toMatchObject({ state: 'saved' });
    month.setPiece('morning', retitle('回来又写'));
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(now().pieces.get('morning')?.value.title).toBe('回来又写');
    await month.close();
  });
});
