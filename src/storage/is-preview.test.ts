import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SETTINGS_KEY } from './settings.ts';

const place = {
  issue: '2026-12-silent-world',
  piece: 'morning',
  index: 1,
  total: 5,
  timeSeconds: 0,
  finished: false,
  updatedMs: 1,
};

/** A tablet with something on it: what a preview must neither see nor touch. */
function tabletAt(pathname: string) {
  const kept = new Map([
    [SETTINGS_KEY, JSON.stringify({ text: 'giant', club: 'new-sisters' })],
    ['same-page.place', JSON.stringify({ ...place, sentence: 's1' })],
  ]);
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const indexedDB = { open: vi.fn<() => void>(), deleteDatabase: vi.fn<() => void>() };
  vi.stubGlobal('location', { pathname });
  vi.stubGlobal('localStorage', localStorage);
  vi.stubGlobal('indexedDB', indexedDB);
  return { kept, indexedDB };
}

describe('a preview', () => {
  beforeEach(() => vi.resetModules());
  afterEach(() => vi.unstubAllGlobals());

  it('begins without the tablet’s settings and keeps none of its own', async () => {
    const { kept } = tabletAt('/preview/frame-a1/read/x/y');
    const before = new Map(kept);
    const { settings, updateSettings, eraseSettings } = await import('./settings-store.ts');
    expect(settings.value.text).toBe('standard');
    updateSettings({ text: 'large' });
    expect(settings.value.text).toBe('large');
    eraseSettings();
    expect(kept).toEqual(before);
  });

  it('leaves the tablet’s progress, words and notes alone, also when everything is erased in it', async () => {
    const { kept, indexedDB } = tabletAt('/preview/frame-a1/');
    const before = new Map(kept);
    const { rememberPlace, lastPlace } = await import('./last-place.ts');
    const { withRecords, withDatabase } = await import('./database.ts');
    const { changePerson, eraseEverything } = await import('./erase.ts');
    const { SentenceIdSchema } = await import('../core/reading/model.ts');
    const { parse } = await import('valibot');
    const record = { ...place, sentence: parse(SentenceIdSchema, 's1') };
    rememberPlace(record);
    expect(lastPlace()).toBeNull();
    await withRecords((records) => records.put('progress', record));
    expect(await withRecords((records) => records.all('progress'))).toHaveLength(1);
    await changePerson();
    await eraseEverything();
    await expect(withDatabase(async () => 'reached')).rejects.toThrow('keeps nothing');
    expect(kept).toEqual(before);
    expect(indexedDB.open).not.toHaveBeenCalled();
    expect(indexedDB.deleteDatabase).not.toHaveBeenCalled();
  });

  it('is not the page beside it: the app itself reads and keeps as ever', async () => {
    const { kept } = tabletAt('/preview/file');
    const { settings, updateSettings } = await import('./settings-store.ts');
    expect(settings.value.text).toBe('giant');
    updateSettings({ text: 'large' });
    expect(kept.get(SETTINGS_KEY)).toContain('"large"');
  });
});
