import { describe, expect, it } from 'vitest';
import { reading, sentenceId, track } from './fixture.ts';
import { cuesOfUnits, unitOf, unitsOf } from './units.ts';

describe('units of a reading', () => {
  it('are its sentences, each on its own', () => {
    expect(unitsOf(reading(), false).map(({ id }) => id)).toEqual(['s1', 's2', 's3', 's4', 's5']);
  });

  it('are one a block where the plain version is shown, under the name of its first sentence', () => {
    const units = unitsOf(reading(), true);
    expect(units.map(({ id }) => id)).toEqual(['s1', 's2', 's3', 's5']);
    expect(unitOf(units, sentenceId('s4'))?.id).toBe('s3');
    expect(units[2]?.sentences.map(({ id }) => id)).toEqual(['p1']);
  });

  it('play the signing of the whole block for its plain version', () => {
    const cues = cuesOfUnits(unitsOf(reading(), true), track('sign', 'sign', '手语').cues);
    expect(cues.find(({ sentence }) => sentence === 's3')).toMatchObject({ start: 4, end: 7.8 });
    expect(cues).toHaveLength(4);
  });
});
