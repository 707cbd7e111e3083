import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SentenceIdSchema } from '../reading/model.ts';
import { GuidedError, parseGuided, writeGuided } from './guided.ts';
import type { Cue } from './track.ts';

const cue = (id: string, start: number, end: number): Cue => ({
  sentence: v.parse(SentenceIdSchema, id),
  start,
  end,
});
const cues = [cue('s1', 0, 2.5), cue('s2', 2.5, 4)];
const input = { textHref: 'blobs/text.html', mediaHref: 'blobs/sign.mp4' };

const schemas = join(process.cwd(), '../shared/data/schemas');
const isMissing = !existsSync(schemas);
if (isMissing) console.warn('SKIPPED: ../shared/data/schemas is not on this machine');

/** Their document schema has a trailing comma and refers to the manifest's schemas by address. */
function readiumValidator() {
  const ajv = addFormats.default(new Ajv({ strict: false, validateFormats: true }));
  for (const folder of [
    'readium-guided-navigation/schema',
    'readium-webpub-manifest/schema',
    'opds-2.0/schema',
  ]) {
    const names = readdirSync(join(schemas, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((file) => file.endsWith('.json'))) {
      ajv.addSchema(
        JSON.parse(readFileSync(join(schemas, folder, name), 'utf8').replace(/,(\s*[}\]])/gu, '$1')),
      );
    }
  }
  return ajv.getSchema('https://readium.org/guided-navigation/schema/document.schema.json');
}

const codeOf = (text: string): string => {
  try {
    parseGuided(text);
    return 'none';
  } catch (error) {
    return error instanceof GuidedError ? error.code : 'other';
  }
};

describe('guided navigation documents', () => {
  it('tie each sentence to its span of one medium', () => {
    expect(writeGuided({ ...input, cues, kind: 'sign' })).toEqual({
      guided: [
        { textref: 'blobs/text.html#s1', videoref: 'blobs/sign.mp4#t=0,2.5' },
        { textref: 'blobs/text.html#s2', videoref: 'blobs/sign.mp4#t=2.5,4' },
      ],
    });
    expect(writeGuided({ ...input, cues, kind: 'audio' }).guided[0]).toHaveProperty('audioref');
  });

  it('come back as the same cues, to the millisecond', () => {
    const steps = fc.array(fc.tuple(fc.nat(9000), fc.integer({ min: 1, max: 90_000 })), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        steps,
        fc.constantFrom('sign' as const, 'audio' as const, 'film' as const),
        (parts, kind) => {
          let clock = 0;
          const made = parts.map(([gap, length], i) => {
            const start = clock + gap;
            clock = start + length;
            return cue(`s${i}`, start / 1000, clock / 1000);
          });
          expect(parseGuided(JSON.stringify(writeGuided({ ...input, cues: made, kind })))).toEqual(made);
        },
      ),
    );
  });

  it.skipIf(isMissing)('hold against Readium’s own schema', () => {
    const validate = readiumValidator();
    for (const kind of ['sign', 'audio', 'film'] as const) {
      validate?.(writeGuided({ ...input, cues, kind }));
      expect(validate?.errors).toBeNull();
    }
    expect(validate?.({ guided: [] })).toBe(false);
  });

  it('are never empty', () => {
    expect(() => writeGuided({ ...input, cues: [], kind: 'sign' })).toThrow(GuidedError);
  });

  it.each([
    ['not-json', '{'],
    ['not-guided', '{"guided":[]}'],
    ['not-guided', '{"guided":[{"textref":"a#s1","videoRef":"b#t=0,1"}]}'],
    ['not-guided', '{"guided":[{"textref":"a#s1","videoref":"b#t=0,1","audioref":"c#t=0,1"}]}'],
    ['not-guided', '{"guided":[{"textref":"a#s1","videoref":"b#t=0,1","role":["sentence"]}]}'],
    ['bad-time', '{"guided":[{"textref":"a#s1","videoref":"b#t=9,3"}]}'],
    ['bad-time', '{"guided":[{"textref":"a#s1","videoref":"b#t=3"}]}'],
    ['bad-time', '{"guided":[{"textref":"a#s1","videoref":"b#xywh=0,1"}]}'],
    ['bad-sentence', '{"guided":[{"textref":"a#S 1","videoref":"b#t=0,1"}]}'.replace('S 1', 'S1')],
    ['mixed', '{"guided":[{"textref":"a#s1","videoref":"b#t=0,1"},{"textref":"a#s2","videoref":"c#t=1,2"}]}'],
    ['mixed', '{"guided":[{"textref":"a#s1","videoref":"b#t=0,1"},{"textref":"a#s2","audioref":"b#t=1,2"}]}'],
    [
      'not-rising',
      '{"guided":[{"textref":"a#s1","videoref":"b#t=5,6"},{"textref":"a#s2","videoref":"b#t=1,2"}]}',
    ],
  ])('are refused as %s: %s', (code, text) => {
    expect(codeOf(text)).toBe(code);
  });
});
