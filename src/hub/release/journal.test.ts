import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal, type NewEntry } from './journal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'same-page-journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = () => path.join(folder, 'releases', 'journal.jsonl');
const open = () => openJournal(file(), path.join(folder, 'temporary'));
const entry = (id: string, more: Partial<NewEntry> = {}): NewEntry => ({
  at: '2026-12-01T00:00:00.000Z',
  what: 'released',
  id,
  issue: '2026-12-silent-world',
  club: 'silent-world',
  title: '一条苏州河',
  by: '社区工作者',
  sequence: 7,
  sha256: 'a'.repeat(64),
  ...more,
});

describe('the journal', () => {
  it('keeps who released what and when, newest first', async () => {
    const journal = open();
    expect(await journal.read()).toEqual({ entries: [], damaged: 0 });
    await journal.append(entry('p1', { what: 'planned' }));
    await journal.append(entry('p1'));
    const { entries, damaged } = await journal.read();
    expect(damaged).toBe(0);
    expect(entries).toMatchObject([
      { number: 2, what: 'released', by: '社区工作者', sequence: 7 },
      { number: 1, what: 'planned', previous: '' },
    ]);
  });

  it('only ever grows: what stood there stays, byte for byte', async () => {
    const journal = open();
    await journal.append(entry('p1'));
    const before = await readFile(file(), 'utf8');
    await journal.append(entry('p2'));
    expect((await readFile(file(), 'utf8')).startsWith(before)).toBe(true);
  });

  it('does not say the same thing twice when a hub that was killed finishes its work', async () => {
    await open().append(entry('p1'));
    await open().append(entry('p1'));
    expect((await open().read()).entries).toHaveLength(1);
  });

  it('takes a line cut short by a kill for what it is: nothing is damaged, the chain goes on', async () => {
    await open().append(entry('p1'));
    const first = await readFile(file());
    await open().append(entry('p2'));
    const both = await readFile(file());
    const [from, to] = [first.byteLength, both.byteLength];
    // Inside a letter of three bytes, without the closing brace, and without the end of the line among them.
    const middle = both.indexOf('苏', from);
    for (const cut of [from, from + 1, middle + 1, middle + 2, to - 3, to - 2, to - 1]) {
      await writeFile(file(), both.subarray(0, cut));
      expect((await open().read()).damaged).toBe(0);
      await open().append(entry('p2'));
      await open().append(entry('p3'));
      const { entries, damaged } = await open().read();
      expect([cut, damaged, ...entries.map(({ id }) => id)]).toEqual([cut, 0, 'p3', 'p2', 'p1']);
    }
  });

  it('keeps what a kill left of a line beside the journal', async () => {
    await open().append(entry('p1'));
    await appendFile(file(), '{"number":2,"prev');
    await open().append(entry('p2'));
    const aside = (await readdir(path.dirname(file()))).filter((name) => name.startsWith('journal-torn-'));
    expect(aside).toHaveLength(1);
    expect(await readFile(path.join(path.dirname(file()), aside[0] ?? ''), 'utf8')).toBe('{"number":2,"prev');
  });

  it('shows an unreadable line that is not the very end of the file', async () => {
    await open().append(entry('p1'));
    await appendFile(file(), '{"number":2,"prev\n');
    expect((await open().read()).damaged).toBe(1);
    await open().append(entry('p2'));
    expect((await open().read()).damaged).toBe(1);
  });

  it.each([
    ['changed', (text: string) => text.replace('社区工作者', '别人')],
    ['taken out', (text: string) => text.slice(text.indexOf('\n') + 1)],
  ])('shows when a line was %s afterwards', async (_how, spoil) => {
    const journal = open();
    for (const id of ['p1', 'p2', 'p3']) await journal.append(entry(id));
    await writeFile(file(), spoil(await readFile(file(), 'utf8')));
    expect((await journal.read()).damaged).toBeGreaterThan(0);
  });

  it('takes many at once, one after the other', async () => {
    const journal = open();
    await Promise.all(Array.from({ length: 20 }, (_, index) => journal.append(entry(`p${index}`))));
    const { entries, damaged } = await journal.read();
    expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => 20 - index));
    expect(damaged).toBe(0);
  });
});
