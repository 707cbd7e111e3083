import * as v from 'valibot';
import { expect, it } from 'vitest';
import { keyPair } from '../../core/shelf/attack-fixture.ts';
import { PublicKeySchema } from '../../core/shelf/catalogue.ts';
import { fromFolder, ISSUE, monthOf, release, tabletWith, URL_OF_SHELF } from '../whole-shelf-fixture.ts';
import { indexIssues } from './build-index.ts';

it('lays out a month once, and again when it was taken off and came back', async () => {
  const keys = await keyPair();
  const month = await monthOf();
  const tablet = tabletWith({ url: URL_OF_SHELF, key: v.parse(PublicKeySchema, keys.publicKey) });
  const { journal } = tablet;
  const catalogue = await release(month, keys);
  await fromFolder(tablet, catalogue, month.files);
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
