// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { SentenceIdSchema } from '../core/reading/model.ts';
import { addNote, removeNote } from '../storage/notes.ts';
import { sendUnclear } from './send-unclear.ts';

const DAY_MS = 86_400_000;
const place = (sentence: string) => ({
  issue: '2026-12-silent-world',
  piece: 'morning',
  sentence: v.parse(SentenceIdSchema, sentence),
});

let status = 204;
const asked: unknown[] = [];
beforeEach(() => {
  status = 204;
  asked.length = 0;
  localStorage.clear();
  vi.stubGlobal('fetch', async (to: string, init: RequestInit) => {
    asked.push({ to, ...init, body: JSON.parse(String(init.body)) });
    return new Response(null, { status });
  });
});
afterEach(async () => {
  for (const sentence of ['s1', 's2']) await removeNote(place(sentence));
  vi.unstubAllGlobals();
});

describe('telling the hub what was not understood', () => {
  it('says which sentence, once, and nothing of who', async () => {
    await addNote(place('s1'));
    await sendUnclear();
    await sendUnclear();
    expect(asked).toEqual([
      {
        to: '/api/unclear',
        method: 'POST',
        credentials: 'omit',
        headers: { 'content-type': 'application/json' },
        body: { issue: '2026-12-silent-world', marks: [{ piece: 'morning', sentence: 's1' }] },
      },
    ]);
  });

  it('asks nobody while nothing is marked', async () => {
    await sendUnclear();
    expect(asked).toEqual([]);
  });

  it('tries again what did not arrive', async () => {
    await addNote(place('s1'));
    status = 503;
    await sendUnclear();
    status = 204;
    await sendUnclear();
    await sendUnclear();
    expect(asked).toHaveLength(2);
  });

  it('leaves a host without a hub alone for a week', async () => {
    await addNote(place('s1'));
    status = 405;
    await sendUnclear(0);
    await sendUnclear(6 * DAY_MS);
    expect(asked).toHaveLength(1);
    status = 204;
    await sendUnclear(8 * DAY_MS);
    expect(asked).toHaveLength(2);
  });

  it('tells again what the next person marks', async () => {
    await addNote(place('s1'));
    await sendUnclear();
    await removeNote(place('s1'));
    await sendUnclear();
    await addNote(place('s1'));
    await sendUnclear();
    expect(asked).toHaveLength(2);
  });
});
