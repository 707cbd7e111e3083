// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { SentenceIdSchema } from '../core/reading/model.ts';
import { CENSUS_KEY } from './census-places.ts';
import { withRecords } from './database.ts';
import { changePerson, eraseEverything } from './erase.ts';
import { lastPlace } from './last-place.ts';
import { allProgress, notePlace, readProgress, saveProgress } from './progress.ts';

const place = (piece: string, index: number) => ({
  issue: '2026-11-silent-world',
  piece,
  sentence: v.parse(SentenceIdSchema, `s${index + 1}`),
  index,
  total: 9,
  timeSeconds: 0,
  finished: false,
});

beforeEach(async () => {
  await eraseEverything();
  localStorage.clear();
});

describe('the last place', () => {
  it('is remembered before a save has finished, so a reload finds it', async () => {
    const saving = saveProgress(place('morning', 5));
    expect(lastPlace()?.index).toBe(5);
    await saving;
    expect((await readProgress('2026-11-silent-world', 'morning'))?.index).toBe(5);
  });

  it('stands among the others, most recent first', async () => {
    await saveProgress(place('morning', 5));
    await saveProgress(place('doorbell', 2));
    expect((await allProgress()).map(({ piece }) => piece)).toContain('doorbell');
    expect(await allProgress()).toHaveLength(2);
  });

  it('noted when its page was left is kept when another piece is read', async () => {
    await saveProgress(place('morning', 2));
    notePlace(place('morning', 5));
    await saveProgress(place('doorbell', 1));
    const kept = await withRecords((records) => records.all('progress'));
    expect(kept.find(({ piece }) => piece === 'morning')?.index).toBe(5);
  });

  it('goes with the person', async () => {
    await saveProgress(place('morning', 5));
    await changePerson();
    expect(lastPlace()).toBeNull();
    expect(await allProgress()).toEqual([]);
  });

  it('is not believed when it is damaged', () => {
    localStorage.setItem('same-page.place', '{"issue":1}');
    expect(lastPlace()).toBeNull();
  });
});

describe('erasing everything', () => {
  it('leaves nobody looking for months that were erased', async () => {
    localStorage.setItem(CENSUS_KEY, '["2026-11-silent-world"]');
    await eraseEverything();
    expect(localStorage.getItem(CENSUS_KEY)).toBeNull();
  });

  it('leaves the months facilitators are making', async () => {
    await saveProgress(place('morning', 5));
    await withRecords((records) =>
      records.put('drafts', {
        issue: '2026-12-silent-world',
        revision: 1,
        updatedMs: 1,
        body: { title: '年夜饭' },
      }),
    );
    await eraseEverything();
    expect(await allProgress()).toEqual([]);
    expect(await withRecords((records) => records.all('drafts'))).toHaveLength(1);
  });

  it('leaves the club’s words, also where no month is being made', async () => {
    await withRecords((records) => records.clear(['drafts']));
    await withRecords((records) =>
      records.put('clubReadings', {
        club: 'silent-world',
        word: '长乐路',
        pinyin: 'Chánglè Lù',
        updatedMs: 1,
      }),
    );
    await eraseEverything();
    expect(await withRecords((records) => records.all('clubReadings'))).toHaveLength(1);
  });
});
