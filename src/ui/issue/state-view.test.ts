import { describe, expect, it } from 'vitest';
import { loadNamespaces, translate } from '../../i18n/i18n.ts';
import type { InstallFault, IssueStateInfo, WaitReason } from './issue-state.ts';
import { remainingText, sizeText } from './sizes.ts';
import { viewOf } from './state-view.ts';

const coming = (state: 'queued' | 'running' | 'paused' | 'waiting', reason?: WaitReason): IssueStateInfo => ({
  state,
  doneBytes: 240e6,
  sizeBytes: 386e6,
  ...(reason && { reason }),
});
const failed = (fault: InstallFault): IssueStateInfo => ({
  state: 'failed',
  fault,
  doneBytes: 0,
  sizeBytes: 1,
});

const stored = { state: 'stored', installedMs: 1, sizeBytes: 9, revisionWaiting: false } as const;

describe('the state of an issue', () => {
  it('is 已经存好 only when it is stored', () => {
    const others = [
      coming('running'),
      coming('waiting', 'network'),
      failed('interrupted'),
      { state: 'damaged', missing: 1, sizeBytes: 1 },
      { state: 'not-here', sizeBytes: 1 },
      { ...stored, waitsForShell: true },
    ] satisfies IssueStateInfo[];
    for (const state of others) {
      expect(viewOf(state, null).kind).not.toBe('ok');
      expect(viewOf(state, null).words).not.toBe('stored');
    }
  });

  it('shows how far a revision is, while the earlier one stays', () => {
    const state = { ...stored, revisionWaiting: true };
    expect(viewOf(state, null)).toMatchObject({ words: 'revision', act: 'update', progress: null });
    const transfer = {
      issue: 'a',
      doneBytes: 1,
      totalBytes: 2,
      bytesPerSecond: 0,
      remainingSeconds: null,
      waitingFor: null,
    } as const;
    expect(viewOf(state, transfer)).toMatchObject({
      words: 'revision',
      act: null,
      progress: { doneBytes: 1 },
    });
  });

  it('says the reason when what runs has come to a stop', () => {
    const transfer = {
      issue: 'a',
      doneBytes: 1,
      totalBytes: 2,
      bytesPerSecond: 0,
      remainingSeconds: null,
      waitingFor: 'network',
    } as const;
    expect(viewOf(coming('running'), transfer)).toMatchObject({ words: 'network', act: null });
  });

  it('has a way out of every failure that a person can do something about', () => {
    expect(viewOf(failed('full'), null).act).toBe('makeRoom');
    for (const fault of ['not-found', 'not-verified', 'refused', 'interrupted'] as const)
      expect(viewOf(failed(fault), null).act).toBe('retry');
  });

  it('measures from what is verified', () => {
    expect(viewOf(coming('paused'), null).progress).toEqual({ doneBytes: 240e6, totalBytes: 386e6 });
  });
});

describe('sizes and times', () => {
  it('are said as people say them', async () => {
    await loadNamespaces(['library']);
    const t = translate('library');
    expect([0, 40e3, 7.25e6, 386.4e6, 999.6e6, 1.24e9].map((bytes) => sizeText(t, bytes))).toEqual([
      '0 兆',
      '0.1 兆',
      '7.3 兆',
      '386 兆',
      '1 G',
      '1.2 G',
    ]);
    expect(remainingText(t, 3)).toMatch(/^大约还要 10\s?秒/u);
    expect(remainingText(t, 7300)).toBe('大约还要 2 小时');
  });
});
