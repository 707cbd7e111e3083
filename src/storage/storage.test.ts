// @vitest-environment happy-dom
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SentenceIdSchema, TermIdSchema } from '../core/reading/model.ts';
import { storageState } from './database.ts';
import { changePerson } from './erase.ts';
import { addNote, notes, notesOfPiece, removeNote } from './notes.ts';
import { askProgressAhead } from './progress-ahead.ts';
import { allProgress, readProgress, saveProgress } from './progress.ts';
import { settings, updateSettings } from './settings-store.ts';
import { markWord, marksOfIssue, wordMarks } from './words.ts';

const sentence = v.parse(SentenceIdSchema, 's12');
const term = v.parse(TermIdSchema, 'jishuizhan');
const place = { issue: '2026-11-silent-world', piece: 'old-street' };
const position = { ...place, sentence, index: 11, total: 40, timeSeconds: 63.5, finished: false };

// No IndexedDB here, as in a browser that refuses it: the same promises must hold in memory, and be owned up to.
describe('what a reader keeps, where nothing can be saved', () => {
  afterEach(() => changePerson());

  it('says that it is only in memory', async () => {
    await allProgress();
    expect(storageState.value).toBe('memory');
  });

  it('remembers the sentence of each piece, and only the last one', async () => {
    await saveProgress({ ...position, index: 3 });
    await saveProgress(position);
    expect(await readProgress(place.issue, place.piece)).toMatchObject({ index: 11, timeSeconds: 63.5 });
    expect(await readProgress(place.issue, 'another')).toBeUndefined();
    expect(await allProgress()).toHaveLength(1);
  });

  it('answers a page ahead once, and never with what was so before something was saved', async () => {
    await saveProgress({ ...position, index: 3 });
    askProgressAhead();
    await saveProgress(position);
    expect((await readProgress(place.issue, place.piece))?.index).toBe(11);
    askProgressAhead();
    await changePerson();
    expect(await readProgress(place.issue, place.piece)).toBeUndefined();
  });

  it('lists progress with the latest first', async () => {
    vi.useFakeTimers({ now: 1000 });
    await saveProgress(position);
    vi.setSystemTime(2000);
    await saveProgress({ ...position, piece: 'lift-manners' });
    vi.useRealTimers();
    expect((await allProgress()).map((progress) => progress.piece)).toEqual(['lift-manners', 'old-street']);
  });

  it('keeps the same word of two issues apart and takes a mark back', async () => {
    await markWord(place.issue, term, 'known');
    await markWord('2026-10-silent-world', term, 'again');
    expect((await marksOfIssue(place.issue)).get(term)).toBe('known');
    await markWord(place.issue, term, null);
    expect((await wordMarks()).map((word) => word.issue)).toEqual(['2026-10-silent-world']);
  });

  it('keeps a 看不懂 once however often it is tapped, and takes it back', async () => {
    await addNote({ ...place, sentence });
    await addNote({ ...place, sentence });
    expect(await notes()).toHaveLength(1);
    expect((await notesOfPiece(place.issue, place.piece)).has(sentence)).toBe(true);
    await removeNote({ ...place, sentence });
    expect(await notes()).toEqual([]);
  });

  it('hands over to the next person without a trace of the one before, in the language they can read', async () => {
    updateSettings({ club: 'silent-world', preset: 'sign', text: 'giant', language: 'en' });
    await saveProgress(position);
    await markWord(place.issue, term, 'known');
    await addNote({ ...place, sentence });
    await changePerson();
    expect(settings.value).toMatchObject({ club: null, preset: null, text: 'standard', language: 'en' });
    expect([await allProgress(), await wordMarks(), await notes()]).toEqual([[], [], []]);
  });
});
