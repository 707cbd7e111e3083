import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AttachmentIdSchema } from '../../../authoring/draft/model.ts';
import { SentenceIdSchema } from '../../../core/reading/model.ts';
import { cutTakes } from '../../../core/sync/takes.ts';
import {
  lastTakes,
  startOf,
  startState,
  stepRecorder,
  upcomingAt,
  type RecorderEvent,
} from './recorder-state.ts';

const id = (n: number) => v.parse(SentenceIdSchema, `s${n}`);
const file = v.parse(AttachmentIdSchema, 'a'.repeat(64));
const other = v.parse(AttachmentIdSchema, 'b'.repeat(64));
const order = [0, 1, 2, 3].map(id);
const run = (...events: RecorderEvent[]) => events.reduce(stepRecorder, startState(order));
const started: RecorderEvent = { type: 'started', file };
const counted = (at: number): RecorderEvent => ({ type: 'counted', at });
const next = (at: number): RecorderEvent => ({ type: 'next', at });
const shown = (takes: ReturnType<typeof run>['takes']) =>
  takes.map(({ sentence, start, end }) => `${sentence} ${start}–${end}`);

describe('recording sentence by sentence', () => {
  it('each tap ends a sentence and begins the next; the last one completes', () => {
    const state = run(started, counted(3), next(6), next(9), next(12), next(15));
    expect(shown(state.takes)).toEqual(['s0 3–6', 's1 6–9', 's2 9–12', 's3 12–15']);
    expect(state.phase).toBe('complete');
  });

  it('a finger that taps twice skips nothing', () => {
    const state = run(started, counted(3), next(6), next(6.1));
    expect(shown(state.takes)).toEqual(['s0 3–6']);
    expect(state.at).toBe(1);
  });

  it('taps during the countdown and the pause mark nothing', () => {
    expect(run(started, next(2)).takes).toEqual([]);
    expect(run(started, counted(3), { type: 'pause' }, next(5)).takes).toEqual([]);
  });

  it('这一句重来: the try before does not count', () => {
    const state = run(started, counted(3), next(6), { type: 'again', at: 8 }, next(12));
    expect(shown(state.takes)).toEqual(['s0 3–6', 's1 8–12']);
  });

  it('a clock that was wrong moves what was marked on its file, and what is being signed, and nothing else', () => {
    const before = run(started, counted(3), next(6), { type: 'stopped' });
    const state = [
      { type: 'started', file: other } as const,
      counted(3),
      next(7),
      { type: 'moved', file: other, bySeconds: 0.3 } as const,
      next(11),
      { type: 'stopped' } as const,
      { type: 'moved', file: other, bySeconds: -0.1 } as const,
    ].reduce(stepRecorder, before);
    const expected = [3, 6, 3.2, 7.2, 7.2, 10.9];
    expect(state.takes.flatMap(({ start, end }) => [start, end])).toEqual(
      expected.map((seconds) => expect.closeTo(seconds, 6)),
    );
  });

  it('what comes next is the next one there is to do, and none after the last', () => {
    const state = run(started, counted(3), next(6));
    expect(upcomingAt(state)).toBe(2);
    expect(upcomingAt(run(started, counted(3), next(6), next(9), next(12)))).toBeNull();
    const whole = run(started, counted(3), next(6), next(9), next(12), next(15));
    const first = stepRecorder(whole, { type: 'retake', sentence: id(0) });
    expect([first.at, upcomingAt(first)]).toEqual([0, null]);
  });

  it('the button before recording says what will be recorded: on from here, this sentence only, or this one and then on', () => {
    const again = (state: ReturnType<typeof run>) => stepRecorder(state, { type: 'retake', sentence: id(0) });
    expect(startOf(run())).toBe('start');
    const part = run(started, counted(3), next(6), { type: 'stopped' });
    expect(startOf(part)).toBe('startOn');
    expect([startOf(again(part)), upcomingAt(again(part))]).toEqual(['startOneThen', 1]);
    const whole = run(started, counted(3), next(6), next(9), next(12), next(15), { type: 'stopped' });
    expect(startOf(again(whole))).toBe('startOne');
  });

  it('after a pause the sentence is begun again', () => {
    const state = run(
      started,
      counted(3),
      next(6),
      { type: 'pause' },
      { type: 'resume' },
      counted(40),
      next(44),
    );
    expect(shown(state.takes)).toEqual(['s0 3–6', 's1 40–44']);
    expect(state.at).toBe(2);
  });

  it('重录 of one sentence, then on where it was left', () => {
    const before = run(started, counted(3), next(6), next(9), { type: 'retake', sentence: id(0) });
    expect(before).toMatchObject({ phase: 'countdown', at: 0 });
    const after = [counted(12), next(15)].reduce(stepRecorder, before);
    expect(after).toMatchObject({ phase: 'countdown', at: 2 });
    expect(lastTakes(after.takes).get(id(0))).toMatchObject({ start: 12, end: 15 });
  });

  it('重录 after everything was recorded needs that sentence only', () => {
    const all = run(started, counted(3), next(6), next(9), next(12), next(15), { type: 'stopped' });
    const one = [
      { type: 'retake', sentence: id(2) } as const,
      { type: 'started', file: other } as const,
      counted(2),
      next(5),
    ].reduce(stepRecorder, all);
    expect(one.phase).toBe('complete');
    expect(lastTakes(one.takes).get(id(2))).toMatchObject({ file: other, start: 2 });
  });

  it('a camera that goes costs the sentence being signed and nothing else', () => {
    const state = run(started, counted(3), next(6), next(9), { type: 'stopped' });
    expect(state).toMatchObject({ phase: 'ready', at: 2, file: null });
    expect(state.takes).toHaveLength(2);
    const again = [{ type: 'started', file: other } as const, counted(1), next(4)].reduce(
      stepRecorder,
      state,
    );
    expect(again.takes.at(-1)).toMatchObject({ file: other, sentence: id(2) });
  });

  it('what was recorded before a crash is gone on with at the first sentence without a take', () => {
    const state = startState(order, [
      { file, sentence: id(0), start: 1, end: 3 },
      { file, sentence: id(2), start: 3, end: 5 },
    ]);
    expect(state).toMatchObject({ phase: 'ready', at: 1 });
  });

  it('whatever is pressed: no take is lost, each lies in its file, and the film has each sentence at most once', () => {
    const press = fc.constantFrom<RecorderEvent['type']>(
      'counted',
      'next',
      'again',
      'retake',
      'pause',
      'resume',
      'stopped',
      'started',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(press, fc.nat(3)), { maxLength: 60 }), (presses) => {
        let clock = 0;
        let state = startState(order);
        for (const [type, n] of presses) {
          clock += 1;
          const event: RecorderEvent =
            type === 'retake'
              ? { type, sentence: id(n) }
              : type === 'started'
                ? { type, file }
                : type === 'pause' || type === 'resume' || type === 'stopped'
                  ? { type }
                  : { type, at: clock };
          const after = stepRecorder(state, event);
          expect(after.takes.slice(0, state.takes.length)).toEqual(state.takes);
          expect(after.at).toBeLessThan(order.length);
          state = after;
        }
        for (const { start, end } of state.takes) expect(end).toBeGreaterThan(start);
        const { marks } = cutTakes(state.takes, order, new Map());
        expect(marks).toHaveLength(lastTakes(state.takes).size);
      }),
    );
  });
});
