import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachment } from '../../../../authoring/draft/fixture.ts';
import { createTraffic } from './file-traffic.ts';
import { HubProblem } from './hub-client.ts';
import type { FileTraffic } from './sync-state.ts';

const OWNER = '2026-12-silent-world';
const [small, film] = [attachment('a', { bytes: 10 }), attachment('b', { bytes: 5_000_000 })];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A traffic whose hub answers as it is told. */
function traffic() {
  const sent: string[] = [];
  const fetched: string[] = [];
  let refuse: (id: string) => Error | null = () => null;
  let told: FileTraffic | undefined;
  const it = createTraffic({
    async send(_club, file, onProgress, signal) {
      const error = refuse(file.id);
      if (error) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
      signal.throwIfAborted();
      onProgress(file.bytes);
      sent.push(file.id);
    },
    async fetch(_owner, { file }) {
      const error = refuse(file.id);
      if (error) throw error;
      fetched.push(file.id);
    },
    onChange: (all) => (told = all[OWNER]),
  });
  return {
    it,
    sent,
    fetched,
    state: () => told,
    refuseWith: (rule: typeof refuse) => (refuse = rule),
    wait: () => vi.advanceTimersByTimeAsync(2000),
  };
}
const owns = { club: 'silent-world', toSend: [film, small], missing: [] };

describe('files on their way', () => {
  it('go small ones first, and are not sent again', async () => {
    const { it: files, sent, state, wait } = traffic();
    files.set(OWNER, owns);
    files.go();
    await wait();
    files.go();
    await wait();
    expect(sent).toEqual([small.id, film.id]);
    expect(state()).toMatchObject({ toSend: 0, refused: [] });
  });

  it('a broken line stops everything until the next look, a refused file only itself', async () => {
    const { it: files, sent, state, refuseWith, wait } = traffic();
    files.set(OWNER, owns);
    refuseWith(() => new HubProblem('offline'));
    files.go();
    await wait();
    expect(sent).toEqual([]);
    refuseWith((id) => (id === small.id ? new HubProblem('upload-wrong-type', 415) : null));
    files.go();
    await wait();
    expect(sent).toEqual([film.id]);
    expect(state()?.refused).toEqual([{ id: small.id, name: small.name, code: 'upload-wrong-type' }]);
  });

  it('never go backwards: what is done still counts', async () => {
    const { it: files, state } = traffic();
    files.set(OWNER, owns);
    files.go();
    await vi.advanceTimersByTimeAsync(150);
    files.set(OWNER, { ...owns, toSend: [film] });
    expect(state()).toMatchObject({ toSend: small.bytes + film.bytes, sent: small.bytes });
    await vi.advanceTimersByTimeAsync(2000);
    expect(state()).toMatchObject({ toSend: 0, sent: 0 });
  });

  it('wait when somebody says so, and go on when they say so', async () => {
    const { it: files, sent, wait } = traffic();
    files.set(OWNER, owns);
    files.go();
    files.pause();
    await wait();
    expect(sent).toEqual([]);
    files.resume();
    await wait();
    expect(sent).toHaveLength(2);
  });

  it('wait for a recording and go on by themselves, unless somebody had stopped them', async () => {
    const { it: files, sent, fetched, wait } = traffic();
    files.set(OWNER, { ...owns, missing: [{ file: attachment('c', { bytes: 10 }), sha256: '' }] });
    files.hold();
    files.go();
    files.pause();
    files.resume();
    await wait();
    expect([sent, fetched]).toEqual([[], []]);
    files.letGo();
    await vi.advanceTimersByTimeAsync(150);
    expect(sent).toEqual([small.id]);
    // In the middle of the film.
    files.hold();
    await wait();
    expect(sent).toEqual([small.id]);
    files.pause();
    files.letGo();
    await wait();
    expect(sent).toEqual([small.id]);
    files.resume();
    await wait();
    expect(sent).toEqual([small.id, film.id]);
  });

  it('come by themselves when small, and a film when somebody wants it', async () => {
    const { it: files, fetched, state, wait } = traffic();
    const missing = [small, film].map((file) => ({ file, sha256: '' }));
    files.set(OWNER, { club: 'silent-world', toSend: [], missing });
    files.go();
    await wait();
    expect(fetched).toEqual([small.id]);
    files.want(film.id);
    await wait();
    expect(fetched).toEqual([small.id, film.id]);
    expect(state()?.missing).toEqual([]);
  });

  it('one that does not come says why, and is tried again when asked', async () => {
    const { it: files, fetched, state, refuseWith, wait } = traffic();
    files.set(OWNER, { club: 'silent-world', toSend: [], missing: [{ file: small, sha256: '' }] });
    refuseWith(() => new HubProblem('file-damaged'));
    files.go();
    await wait();
    expect(state()?.missing).toMatchObject([{ problem: 'file-damaged', done: null }]);
    refuseWith(() => null);
    files.want(small.id);
    await wait();
    expect(fetched).toEqual([small.id]);
  });
});
