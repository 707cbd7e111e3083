import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Caption } from './model.ts';
import { parseCaptions } from './parse.ts';
import { parseSrt, writeSrt } from './srt.ts';
import { parseVtt, writeVtt } from './vtt.ts';

const line = fc
  .string({
    unit: fc.constantFrom(...'读书会今天，。！？［掌声］：“”…—abcXYZ 019<>&-/;.,v'),
    minLength: 1,
    maxLength: 24,
  })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));

/** Captions one after the other, at whole milliseconds. */
const captions = (words: fc.Arbitrary<string>): fc.Arbitrary<Caption[]> =>
  fc
    .array(fc.record({ gap: fc.nat(5000), length: fc.integer({ min: 1, max: 9000 }), words }), {
      maxLength: 12,
    })
    .map((parts) => {
      let clock = 0;
      return parts.map((part) => {
        const start = clock + part.gap;
        clock = start + part.length;
        return { start: start / 1000, end: clock / 1000, text: part.words };
      });
    });

describe('writing and reading back', () => {
  it('WebVTT loses nothing, whatever the text', () => {
    fc.assert(
      fc.property(captions(text), (cues) => {
        expect(parseVtt(writeVtt(cues))).toEqual({ cues, problems: [] });
      }),
    );
  });

  it('WebVTT keeps ids', () => {
    const cues = [{ id: 's12', start: 1, end: 2, text: '字' }];
    expect(parseVtt(writeVtt(cues)).cues).toEqual(cues);
  });

  it('SubRip loses nothing that is not formatting or a time', () => {
    const plain = text
      .map((words) => words.replace(/[<>]/gu, '').replace(/\d+:\d+/gu, ''))
      .filter((words) => words.trim() !== '');
    const tidy = plain.map((words) =>
      words
        .split('\n')
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join('\n'),
    );
    fc.assert(
      fc.property(captions(tidy), (cues) => {
        expect(parseSrt(writeSrt(cues))).toEqual({ cues, problems: [] });
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.srt', 'a.vtt'), (bytes, name) => {
        for (const cue of parseCaptions(bytes, name).cues) expect(cue.end).toBeGreaterThan(cue.start);
      }),
    );
  });
});
