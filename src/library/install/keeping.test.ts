import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../core/shelf/catalogue.ts';
import { blobHref } from '../../core/shelf/blob-href.ts';
import type { IssueSummary } from '../../core/shelf/issue.ts';
import type { InstalledRecord } from '../../storage/schema.ts';
import { collect } from './collect.ts';
import { fakeJournal, fakeStore, type FakeJournal, type FakeStore } from './fakes.ts';
import { JournalError } from './journal.ts';
import { currentMonth, removable, wantedIssues } from './policy.ts';
import { reconcile } from './reconcile.ts';

const hash = (letter: string): string => letter.repeat(64);
const ref = (letter: string, type = 'video/mp4') => ({
  href: blobHref(hash(letter), 'mp4'),
  sha256: hash(letter),
  size: 3,
  type,
});
const summaryOf = (month: string, club = 'silent-world'): IssueSummary => ({
  id: `${month}-${club}`,
  club,
  month,
  title: month,
  summary: '',
  cover: ref('c', 'image/png'),
  pieceCount: 1,
  hasSign: true,
  hasCaptions: true,
  sizeBytes: 3,
});

function installedOf(month: string, blobs: string, more: Partial<InstalledRecord> = {}): InstalledRecord {
  const summary = summaryOf(month);
  return {
    issue: summary.id,
    club: summary.club,
    manifest: ref('m', 'application/webpub+json'),
    summary,
    blobs: [...blobs].map(hash),
    sizeBytes: 3,
    installedMs: 1,
    verifiedMs: 1,
    missing: [],
    previous: [],
    ...more,
  };
}

function put(journal: FakeJournal, store: FakeStore, letters: string): void {
  for (const letter of letters) {
    store.files.set(hash(letter), { bytes: new Uint8Array(3), sealed: true });
    const record = { sha256: hash(letter), size: 3, type: 'video/mp4', verifiedChunks: 1 };
    journal.tables.blobs.set(hash(letter), { ...record, sealedMs: 1, verifiedMs: 1 });
  }
}

const nobody = (): Promise<boolean> => Promise.resolve(false);

describe('files nobody needs', () => {
  it('go, and what another month shares stays', async () => {
    const [journal, store] = [fakeJournal(), fakeStore()];
    put(journal, store, 'abd');
    journal.tables.installed.set('one', installedOf('2026-11', 'ab'));
    expect(await collect({ journal, store, isRead: nobody })).toBe(3);
    expect([...store.files.keys()]).toEqual([hash('a'), hash('b')]);
    expect(journal.tables.blobs.has(hash('d'))).toBe(false);
  });

  it('of an earlier revision stay as long as somebody has it open', async () => {
    const [journal, store] = [fakeJournal(), fakeStore()];
    put(journal, store, 'ab');
    journal.tables.installed.set(
      '2026-11-silent-world',
      installedOf('2026-11', 'a', { previous: [hash('b')] }),
    );
    await collect({ journal, store, isRead: () => Promise.resolve(true) });
    expect(store.files.has(hash('b'))).toBe(true);
    await collect({ journal, store, isRead: nobody });
    expect(store.files.has(hash('b'))).toBe(false);
  });

  it('are not judged while a month is wanted whose manifest is not here', async () => {
    const [journal, store] = [fakeJournal(), fakeStore()];
    put(journal, store, 'd');
    const { issue, manifest, summary } = installedOf('2026-11', '');
    const install = { issue, manifest, summary, order: 0, addedMs: 0, by: 'policy', mayCost: false } as const;
    journal.tables.installs.set(issue, { ...install, state: 'queued' });
    expect(await collect({ journal, store, isRead: nobody })).toBe(0);
    expect(store.files.has(hash('d'))).toBe(true);
  });
});

describe('journal and files at start', () => {
  it('a lost file means "fetch again": only the months that need it are not whole', async () => {
    const [journal, store] = [fakeJournal(), fakeStore()];
    put(journal, store, 'ab');
    journal.tables.installed.set('2026-11-silent-world', installedOf('2026-11', 'a'));
    journal.tables.installed.set('2026-10-silent-world', installedOf('2026-10', 'b'));
    store.files.delete(hash('b'));
    expect(await reconcile(journal, store)).toEqual(['2026-10-silent-world']);
    expect(journal.tables.blobs.has(hash('b'))).toBe(false);
    expect(journal.tables.installed.get('2026-11-silent-world')?.missing).toEqual([]);
    expect(journal.tables.installed.get('2026-10-silent-world')?.missing).toEqual([hash('b')]);
  });

  it('a file that is shorter than it was is not counted on', async () => {
    const [journal, store] = [fakeJournal(), fakeStore()];
    put(journal, store, 'a');
    journal.tables.installed.set('2026-11-silent-world', installedOf('2026-11', 'a'));
    store.files.set(hash('a'), { bytes: new Uint8Array(2), sealed: true });
    expect(await reconcile(journal, store)).toEqual(['2026-11-silent-world']);
  });
});

it('a month becomes readable only when every file of it is sealed', async () => {
  const [journal, store] = [fakeJournal(), fakeStore()];
  put(journal, store, 'a');
  const { missing: _missing, previous: _previous, ...record } = installedOf('2026-11', 'ab');
  await expect(journal.complete(record)).rejects.toThrow(JournalError);
  expect(journal.tables.installed.size).toBe(0);
});

describe('which months', () => {
  const months = ['2027-01', '2026-12', '2026-11', '2026-10', '2026-09', '2026-08', '2026-07'];
  const catalogue: Catalogue = {
    sequence: 1,
    issued: '2026-11-20T00:00:00.000Z',
    expires: '2027-11-20T00:00:00.000Z',
    clubs: [],
    withdrawn: ['2026-09-silent-world'],
    issues: [
      ...months.map((month) => ({ ...summaryOf(month), manifest: ref('m') })),
      { ...summaryOf('2026-11', 'new-sisters'), manifest: ref('m') },
    ],
  };
  const wanted = (today: string) => wantedIssues(catalogue, 'silent-world', today).map(({ month }) => month);

  it('this one, the next, and the last three of the club that were not taken back', () => {
    expect(wanted('2026-11-23')).toEqual(['2026-11', '2026-12', '2026-10', '2026-08', '2026-07']);
  });

  it('none before a club was chosen', () => {
    expect(wantedIssues(catalogue, null, '2026-11-23')).toEqual([]);
  });

  it('the same with a clock a year behind, and the newest with one a year ahead', () => {
    expect(wanted('2025-11-23')).toEqual(wanted('2026-11-23'));
    expect(wanted('2027-11-23')).toEqual(['2027-01', '2026-12', '2026-11']);
  });

  it('that could go are the oldest first, and never the one in use', () => {
    const stored = months.slice(2, 5).map((month) => ({ issue: month, month }));
    const month = currentMonth(catalogue, '2026-11-23');
    expect(removable(stored, month)).toEqual(['2026-09', '2026-10']);
    expect(removable(stored, '2027-11')).toEqual(['2026-09', '2026-10']);
  });
});
