import { describe, expect, it } from 'vitest';
import { hubLine } from './hub-line-state.ts';
import { NO_TRAFFIC, type MonthSync, type SyncState } from './sync-state.ts';

const ID = '2026-12-silent-world';
const shared: MonthSync = { state: 'shared', atMs: 5, clashes: 0, isWaiting: false, by: null, code: null };
const at = (month: Partial<MonthSync> | null, more: Partial<SyncState> = {}): SyncState => ({
  connection: 'on',
  offlineSinceMs: null,
  isPaused: false,
  isRecording: false,
  months: month === null ? {} : { [ID]: { ...shared, ...month } },
  files: {},
  ...more,
});
const toSend = { [ID]: { ...NO_TRAFFIC, toSend: 1000, sent: 455 } };

describe('the line about the hub', () => {
  it.each([
    ['nothing where there is no hub', at(shared, { connection: 'no-hub' }), { say: 'nothing' }],
    ['that nobody is signed in', at(shared, { connection: 'nobody' }), { say: 'nobody' }],
    [
      'since when it does not answer',
      at(shared, { connection: 'offline', offlineSinceMs: 7 }),
      { say: 'offline', sinceMs: 7 },
    ],
    ['that it is being saved there', at(null), { say: 'saving' }],
    ['that it is there too', at({}), { say: 'shared', atMs: 5 }],
    ['how far the files are', at({}, { files: toSend }), { say: 'sending', percent: 45 }],
    ['that the files wait', at({}, { files: toSend, isPaused: true }), { say: 'paused', percent: 45 }],
    [
      'that the files wait for the camera, also where somebody had stopped them',
      at({}, { files: toSend, isPaused: true, isRecording: true }),
      { say: 'recording', percent: 45 },
    ],
    [
      'nothing of a recording where all of it is there',
      at({}, { isRecording: true }),
      { say: 'shared', atMs: 5 },
    ],
    [
      'clashes before everything else',
      at({ clashes: 2, isWaiting: true }, { files: toSend }),
      { say: 'clash', count: 2 },
    ],
    ['that something newer waits', at({ isWaiting: true, state: 'busy' }), { say: 'waiting' }],
    [
      'why the hub does not take it',
      at({ state: 'refused', code: 'not-your-club' }),
      { say: 'refused', code: 'not-your-club' },
    ],
  ])('says %s', (_what, state, line) => {
    expect(hubLine(state, ID)).toEqual(line);
  });

  it('never says a hundred percent before the file is there', () => {
    const files = { [ID]: { ...NO_TRAFFIC, toSend: 1000, sent: 1000 } };
    expect(hubLine(at({}, { files }), ID)).toEqual({ say: 'sending', percent: 99 });
  });
});
