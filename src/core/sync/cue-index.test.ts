import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SentenceIdSchema } from '../reading/model.ts';
import { cueIndex } from './cue-index.ts';
import type { Cue } from './track.ts';

const cue = (id: string, start: number, end: number): Cue => ({
  sentence: v.parse(SentenceIdSchema, id),
  start,
  end,
});
const three = [cue('s1', 1, 2), cue('s2', 2, 4), cue('s3', 5, 6)];
const id = (text: string) => v.parse(SentenceIdSchema, text);

describe('finding a cue', () => {
  it('finds the cue that holds a time, and none in a gap', () => {
    const index = cueIndex(three);
    expect(index.at(0.5)).toBeNull();
    expect(index.at(1)?.sentence).toBe('s1');
    expect(index.at(2)?.sentence).toBe('s2');
    expect(index.at(4.5)).toBeNull();
    expect(index.at(6)).toBeNull();
  });

  it('stays on the last begun cue through a gap', () => {
    const index = cueIndex(three);
    expect(index.indexAt(0)).toBe(-1);
    expect(index.indexAt(4.5)).toBe(1);
    expect(index.indexAt(99)).toBe(2);
  });

  it('counts a frame a hair before the start as the new sentence', () => {
    expect(cueIndex(three).at(1.9999)?.sentence).toBe('s2');
  });

  it('spans a run of sentences in either order', () => {
    expect(cueIndex(three).spanOf(id('s3'), id('s1'))).toEqual({ start: 1, end: 6 });
    expect(cueIndex(three).spanOf(id('s1'), id('s9'))).toBeNull();
  });

  it('agrees with a plain search on any list', () => {
    const lists = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 5 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(lists, fc.integer({ min: 0, max: 2000 }), (steps, tenths) => {
        let clock = 0;
        const cues = steps.map(([length, gap], i) => {
          const start = clock + gap;
          clock = start + length;
          return cue(`s${i}`, start / 10, clock / 10);
        });
        const time = tenths / 10 + 0.01;
        const found = cueIndex(cues).at(time);
        expect(found).toEqual(cues.find((c) => c.start <= time && time < c.end) ?? null);
      }),
    );
  });
});
