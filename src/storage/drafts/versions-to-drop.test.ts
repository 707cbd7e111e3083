import { describe, expect, it } from 'vitest';
import type { DraftVersionRecord } from './draft-records.ts';
import { versionsToDrop } from './versions-to-drop.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = 100 * DAY;

const version = (ageMs: number, reason: DraftVersionRecord['reason'] = 'edited'): DraftVersionRecord => ({
  issue: '2026-12-silent-world',
  piece: 'morning',
  keptMs: NOW - ageMs,
  reason,
  document: '',
});
const kept = (versions: readonly DraftVersionRecord[]) => {
  const dropped = new Set(versionsToDrop(versions, NOW));
  return versions.filter((one) => !dropped.has(one));
};

describe('which earlier versions stay', () => {
  it('all of today', () => {
    const today = Array.from({ length: 50 }, (_, index) => version(index * 10 * MINUTE));
    expect(kept(today)).toHaveLength(50);
  });

  it('of the week one an hour, the newest of it; of older ones one a day', () => {
    const days = [2 * DAY, 2 * DAY + 10 * MINUTE, 2 * DAY + 20 * MINUTE, 30 * DAY, 30 * DAY + HOUR];
    expect(kept(days.map((age) => version(age - 1))).length).toBeLessThan(5);
    expect(kept([version(2 * DAY - 1), version(30 * DAY)])).toHaveLength(2);
  });

  it('never more than sixty, the newest', () => {
    const many = Array.from({ length: 200 }, (_, index) => version(index * MINUTE));
    const staying = kept(many);
    expect(staying).toHaveLength(60);
    expect(staying[0]?.keptMs).toBe(NOW);
  });

  it('what another window had not saved stays, however old: it is nowhere else', () => {
    const lost = [version(80 * DAY, 'left-over'), version(80 * DAY + MINUTE, 'left-over')];
    const many = Array.from({ length: 100 }, (_, index) => version(index * MINUTE));
    expect(kept([...lost, ...many])).toEqual(expect.arrayContaining(lost));
  });
});
