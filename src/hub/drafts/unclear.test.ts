import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../people/access.ts';
import { apiDoor } from '../server/api.ts';
import { editor, ISSUE, openDraftsDesk, type DraftsDesk } from './drafts-fixture.ts';
import { sendLimit } from './send-limit.ts';
import { openUnclear } from './unclear.ts';
import { unclearRoutes } from './unclear-routes.ts';

const SENTENCES = new Set(['s1', 's2']);
let desk: DraftsDesk;
let nowMs = 0;
let ask: (to: string, init?: RequestInit, caller?: Caller | null) => Promise<Response>;
beforeEach(async () => {
  nowMs = 0;
  desk = await openDraftsDesk();
  const unclear = openUnclear(desk.data, async (issue, piece) =>
    issue === ISSUE && piece === 'morning' ? SENTENCES : null,
  );
  const routes = unclearRoutes({ unclear, hasProxy: false, limit: sendLimit(() => nowMs) });
  ask = async (to, init = {}, caller = null) => {
    const door = apiDoor({ origin: 'http://localhost', findCaller: () => Promise.resolve(caller) });
    door.route('/', routes);
    return door.request(to, init);
  };
});
afterEach(() => desk.clear());

const mark = (sentence: string, piece = 'morning') => ({ piece, sentence });
const send = (marks: readonly unknown[], issue = ISSUE, headers: Record<string, string> = {}) =>
  ask('/unclear', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ issue, marks }),
  });
const seen = async (): Promise<unknown> => (await ask('/unclear/silent-world', {}, editor)).json();

describe('看不懂, sent on without who', () => {
  it('is a number a sentence, and nothing else is on the disk', async () => {
    await send([mark('s1'), mark('s2')]);
    await send([mark('s1'), mark('s1')]);
    expect(await seen()).toEqual({ issues: { [ISSUE]: { morning: { s1: 2, s2: 1 } } } });
    expect(await desk.files()).toEqual([`unclear/${ISSUE}.json`]);
    expect(JSON.parse(await readFile(path.join(desk.data, `unclear/${ISSUE}.json`), 'utf8'))).toEqual({
      version: 1,
      counts: { morning: { s1: 2, s2: 1 } },
    });
  });

  it.each([
    ['of a sentence the shelf has not', [mark('s9')], ISSUE, 204],
    ['of a piece the shelf has not', [mark('s1', 'evening')], ISSUE, 204],
    ['of a month the shelf has not', [mark('s1')], '2026-11-silent-world', 204],
    ['of a path', [mark('s1')], '../../keys', 400],
    ['of nothing', [], ISSUE, 400],
    ['of more than a tablet has', Array.from({ length: 51 }, () => mark('s1')), ISSUE, 400],
    ['with somebody’s name', [{ ...mark('s1'), who: '王阿姨' }], ISSUE, 400],
  ])('%s: nothing is kept', async (_what, marks, issue, status) => {
    expect((await send(marks, issue)).status).toBe(status);
    expect(await desk.files()).toEqual([]);
  });

  it('is slowed down for an address that sends without end, and let in again later', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 201; count++) statuses.push((await send([mark('s9')])).status);
    expect([statuses[0], statuses[199], statuses[200]]).toEqual([204, 204, 429]);
    nowMs += 600_000;
    expect((await send([mark('s1')])).status).toBe(204);
  });

  it('comes from our own pages only, and is shown to whoever may edit for the club', async () => {
    expect((await send([mark('s1')], ISSUE, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(await desk.files()).toEqual([]);
    expect((await ask('/unclear/silent-world')).status).toBe(401);
    expect((await ask('/unclear/silent-world', {}, { ...editor, clubs: ['new-sisters'] })).status).toBe(403);
  });
});
