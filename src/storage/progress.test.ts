// @vitest-environment happy-dom
import * as v from 'valibot';
import { afterEach, expect, it, vi } from 'vitest';
import { SentenceIdSchema } from '../core/reading/model.ts';
import { allProgress, notePlace } from './progress.ts';

const place = {
  issue: '2026-11-silent-world',
  piece: 'morning',
  sentence: v.parse(SentenceIdSchema, 's4'),
  index: 3,
  total: 9,
  timeSeconds: 0,
  finished: false,
};

afterEach(() => vi.unstubAllGlobals());

it('a database that a sleeping page holds keeps nobody from where they were', async () => {
  class Silent extends EventTarget {}
  vi.stubGlobal('IDBRequest', Silent);
  vi.stubGlobal('indexedDB', { open: () => new Silent() });
  notePlace(place);
  expect(await allProgress()).toMatchObject([place]);
});
