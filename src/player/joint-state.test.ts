import { describe, expect, it } from 'vitest';
import { judge, type StageLook } from './joint-state.ts';

const ready: StageLook = { seeking: false, readyState: 4, aheadSeconds: 10, complete: false };
const starved: StageLook = { ...ready, readyState: 2, aheadSeconds: 0 };
const look = (film: StageLook | null, sign: StageLook | null, running = false) => ({
  playing: true,
  running,
  film,
  sign,
});

describe('two videos that belong together', () => {
  it('run when both have data, and when the film has no signing', () => {
    expect(judge(look(ready, ready))).toEqual({ run: true, waitFor: null });
    expect(judge(look(ready, null))).toEqual({ run: true, waitFor: null });
  });

  it('both stop when either runs dry, and say which one is missing', () => {
    expect(judge(look(ready, starved, true))).toEqual({ run: false, waitFor: 'sign' });
    expect(judge(look(starved, ready, true))).toEqual({ run: false, waitFor: 'film' });
    expect(judge(look({ ...starved, readyState: 0 }, null))).toEqual({ run: false, waitFor: 'loading' });
  });

  it('start again only with enough data to go on, unless there is no more to come', () => {
    const little: StageLook = { ...ready, readyState: 3, aheadSeconds: 0.2 };
    expect(judge(look(ready, little)).run).toBe(false);
    expect(judge(look(ready, { ...little, aheadSeconds: 0.5 })).run).toBe(true);
    expect(judge(look(ready, { ...little, complete: true })).run).toBe(true);
    expect(judge(look(ready, little, true)).run).toBe(true);
  });

  it('do not wait for what is all here, whatever the engine says of the next frame', () => {
    const here: StageLook = { ...ready, readyState: 2, complete: true };
    expect(judge(look(here, ready)).run).toBe(true);
    expect(judge(look(ready, here, true)).run).toBe(true);
    expect(judge(look({ ...here, readyState: 1 }, ready)).run).toBe(false);
  });

  it('wait for a seek of either without calling it a stall', () => {
    expect(judge(look(ready, { ...ready, seeking: true }, true))).toEqual({ run: false, waitFor: null });
  });

  it('do nothing the person has not asked for', () => {
    expect(judge({ ...look(ready, ready), playing: false })).toEqual({ run: false, waitFor: null });
  });
});
