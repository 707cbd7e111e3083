import * as v from 'valibot';
import { expect, it } from 'vitest';
import { keyPair } from '../../core/shelf/attack-fixture.ts';
import { PublicKeySchema } from '../../core/shelf/catalogue.ts';
import { fromFolder, ISSUE, monthOf, release, tabletWith, URL_OF_SHELF } from '../whole-shelf-fixture.ts';
import { indexIssues } from './build-index.ts';
import { laidOut } from './laid-out.ts';

/** One for all: a shelf's key is pinned once. */
const keys = await keyPair();

async function tabletWithAMonth() {
  const month = await monthOf();
  const tablet = tabletWith({ url: URL_OF_SHELF, key: v.parse(PublicKeySchema, keys.publicKey) });
  const { journal } = tablet;
  const catalogue = await release(month, keys);
  await fromFolder(tablet, catalogue, month.files);
  return { tablet, journal, catalogue, month };
}

it('lays out a month once, and again when it was taken off and came back', async () => {
  const { tablet, journal, catalogue, month } = await tabletWithAMonth();
  await indexIssues(journal);
  expect((await journal.search()).map(({ issue }) => issue)).toEqual([ISSUE]);
  expect((await journal.search())[0]?.entries.map(({ text }) => text)).toContain('妈妈带我去。');

  await journal.removeInstalled(ISSUE);
  expect(await journal.search()).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 2));
  await fromFolder(tablet, catalogue, month.files);
  await indexIssues(journal);
  expect(await journal.search()).toHaveLength(1);
});

it.each([
  ['no entries', { entries: undefined }],
  ['an entry without text', { entries: [{ kind: 'sentence' }] }],
])('a spoilt record with %s leaves the other months searchable, and is made again', async (_what, spoilt) => {
  const { tablet, journal } = await tabletWithAMonth();
  await indexIssues(journal);
  const [record] = await journal.search();
  const [installed] = await journal.installed();
  if (!record || !installed) throw new Error('nothing was laid out');
  const other = '2026-10-silent-world';
  const broken = { ...record, issue: other };
  Object.assign(broken, spoilt);
  const both = laidOut([broken, record], [installed, { ...installed, issue: other }]);
  expect(both.searcher.find('妈妈带我去', 9)).toHaveLength(1);
  expect(both.isBehind).toBe(true);

  await journal.putSearch({ ...broken, issue: ISSUE });
  // As at the next start: what was found before is known no more.
  const restarted = { ...journal };
  await indexIssues(restarted);
  expect(await tablet.journal.search()).toEqual([record]);
});
