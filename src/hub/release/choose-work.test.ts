import { array, assert as holds, constant, integer, oneof, property, record as facts } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReleasePlan } from '../../core/release/release-view.ts';
import { chooseWork, retryAfterMs, type Planned } from './choose-work.ts';
import { plan } from './fixture.ts';

const minute = 60_000;
const now = Date.parse('2026-12-01T00:00:00.000Z');
const at = (ms: number): string => new Date(ms).toISOString();
const planned = (issue: string, more: Partial<ReleasePlan>): Planned => ({ issue, plan: plan(more) });

describe('what the hub does next', () => {
  it('is nothing where nothing is planned, and waits for what is', () => {
    expect(chooseWork([], now)).toEqual({ do: 'wait', ms: null });
    expect(chooseWork([planned('a', { at: at(now + 5 * minute) })], now)).toEqual({
      do: 'wait',
      ms: 5 * minute,
    });
  });

  it('is what is due, the longest due first, also when the hub was off at that time', () => {
    const late = planned('late', { at: at(now - 3 * 86_400_000) });
    const due = planned('due', { at: at(now) });
    expect(chooseWork([due, late], now)).toEqual({ do: 'release', planned: late });
  });

  it('is looking into what nobody has looked into, while nothing is due', () => {
    const unchecked = planned('new', { at: at(now + minute), now: { state: 'unchecked' } });
    expect(chooseWork([unchecked], now)).toEqual({ do: 'check', planned: unchecked });
    const due = planned('due', { at: at(now) });
    expect(chooseWork([unchecked, due], now)).toEqual({ do: 'release', planned: due });
    expect(chooseWork([unchecked], now + minute)).toEqual({ do: 'release', planned: unchecked });
  });

  it('is never what the checks refused', () => {
    const refused = { state: 'refused', findings: [], notices: [] } as const;
    expect(chooseWork([planned('a', { at: at(now - minute), now: refused })], now)).toEqual({
      do: 'wait',
      ms: null,
    });
  });

  it('is another try when its time has come, and is not put off by a clock that was set back', () => {
    const failing = (retryAt: string) =>
      planned('a', { at: at(now - minute), now: { state: 'failing', attempts: 2, retryAt, fault: 'busy' } });
    expect(chooseWork([failing(at(now + minute))], now)).toEqual({ do: 'wait', ms: minute });
    expect(chooseWork([failing(at(now))], now)).toMatchObject({ do: 'release' });
    expect(chooseWork([failing(at(now + 30 * 86_400_000))], now)).toMatchObject({ do: 'release' });
  });

  it('never waits past the moment something is due, whatever is planned', () => {
    const state = oneof(
      constant<ReleasePlan['now']>({ state: 'waiting' }),
      constant<ReleasePlan['now']>({ state: 'refused', findings: [], notices: [] }),
      facts({ attempts: integer({ min: 1, max: 40 }), inMs: integer({ min: -1e6, max: 1e9 }) }).map(
        ({ attempts, inMs }): ReleasePlan['now'] => ({
          state: 'failing',
          attempts,
          retryAt: at(now + inMs),
          fault: 'unknown',
        }),
      ),
    );
    const plans = array(
      facts({ inMs: integer({ min: -1e9, max: 1e9 }), state }).map(({ inMs, state: of }) =>
        planned('a', { at: at(now + inMs), now: of }),
      ),
      { maxLength: 6 },
    );
    const neverLate = property(plans, (all) => {
      const choice = chooseWork(all, now);
      const waiting = all.filter(({ plan: one }) => one.now.state === 'waiting');
      const due = waiting.filter(({ plan: one }) => Date.parse(one.at) <= now);
      const wakesMs = now + (choice.do === 'wait' ? (choice.ms ?? Infinity) : 0);
      const isLate = waiting.some(({ plan: one }) => wakesMs > Math.max(now, Date.parse(one.at)));
      const isRefused = choice.do !== 'wait' && choice.planned.plan.now.state === 'refused';
      return !isLate && !isRefused && (due.length === 0 || choice.do === 'release');
    });
    expect(() => holds(neverLate)).not.toThrow();
  });

  it('tries soon at first and never less often than every quarter of an hour', () => {
    expect([1, 2, 3].map(retryAfterMs)).toEqual([15_000, 30_000, 60_000]);
    expect(retryAfterMs(50)).toBe(15 * minute);
  });
});
