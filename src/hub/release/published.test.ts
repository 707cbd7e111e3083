/** What becomes of a month that is out: revised, withdrawn, released again; and who may do any of it. */
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { attachment, signVideo } from '../../authoring/draft/fixture.ts';
import { JournalSchema } from '../../core/release/journal-entry.ts';
import { ReleaseListSchema } from '../../core/release/release-view.ts';
import type { Caller } from '../people/access.ts';
import { codeOf, editor, openReleaseHub, publisher, type ReleaseHub } from './hub-fixture.ts';
import { MONTH, monthIssue, monthPiece, otherVideo, putMonth, type HubMonth } from './month-fixture.ts';

let hub: ReleaseHub;
beforeEach(async () => {
  hub = await openReleaseHub();
});
afterEach(() => hub.clear());

describe('a month that is out', () => {
  async function released(): Promise<HubMonth> {
    const month = await putMonth(hub.data);
    await hub.planAt('now', month.etag);
    await hub.untilQuiet();
    expect((await hub.view())?.last?.kind).toBe('released');
    return month;
  }

  it('revised brings only what changed', async () => {
    const month = await released();
    const before = new Set(await hub.shelf.store.listBlobs());
    const etag = await month.change({ issue: monthIssue({ title: '一条苏州河，第二版' }) });
    await hub.planAt('now', etag);
    await hub.untilQuiet();
    const { manifest } = (await hub.onShelf()) ?? {};
    expect(manifest?.issue.title).toBe('一条苏州河，第二版');
    const added = (await hub.shelf.store.listBlobs()).filter((href) => !before.has(href));
    // Its manifest, the book, the page of its piece, which names the month, and the guide that points into that page.
    expect(added.map((href) => path.extname(href)).sort()).toEqual(['.epub', '.html', '.json', '.json']);
    expect((await hub.journal()).filter(({ what }) => what === 'released')).toHaveLength(2);
  });

  it('revised with another video leaves the old one for tablets that are still fetching it', async () => {
    const month = await released();
    const old = (await hub.shelf.store.listBlobs()).filter((href) => href.endsWith('.mp4'));
    const media = signVideo({ id: attachment('e').id });
    await month.keepFile(media.id, 'video/mp4', otherVideo);
    const [track] = monthPiece().tracks;
    if (track === undefined) throw new Error('no track');
    await hub.planAt('now', await month.change({ pieces: [monthPiece({ tracks: [{ ...track, media }] })] }));
    await hub.untilQuiet();
    const after = (await hub.shelf.store.listBlobs()).filter((href) => href.endsWith('.mp4'));
    expect(after).toHaveLength(old.length + 1);
    expect(after).toEqual(expect.arrayContaining(old));
  });

  it('withdrawn is named in the catalogue, with its reason in the journal, and its files are gone', async () => {
    await released();
    const response = await hub.ask('POST', `/releases/${MONTH}/withdrawal`, { reason: '出镜的人不同意了' });
    expect(response.status).toBe(202);
    await hub.untilQuiet();
    const shown = await hub.onShelf();
    expect(shown?.manifest).toBeNull();
    expect(shown?.catalogue.withdrawn).toEqual([MONTH]);
    expect(await hub.shelf.store.listBlobs()).toEqual([]);
    expect((await hub.journal()).map(({ what }) => what)).toEqual(['withdrawn', 'released', 'planned']);
    expect((await hub.journal())[0]).toMatchObject({ what: 'withdrawn', reason: '出镜的人不同意了' });
    expect((await hub.view())?.last).toMatchObject({ kind: 'withdrawn', reason: '出镜的人不同意了' });
  });

  it('withdrawn can be released again', async () => {
    const month = await released();
    await hub.ask('POST', `/releases/${MONTH}/withdrawal`, { reason: '试试' });
    await hub.untilQuiet();
    await hub.planAt('now', month.etag);
    await hub.untilQuiet();
    const shown = await hub.onShelf();
    expect(shown?.manifest?.issue.id).toBe(MONTH);
    expect(shown?.catalogue.withdrawn).toEqual([]);
  });

  it('needs a reason to be withdrawn, and must be there', async () => {
    expect(await codeOf(await hub.ask('POST', `/releases/${MONTH}/withdrawal`, { reason: '弄错' }))).toEqual([
      404,
      'not-published',
    ]);
    await released();
    expect(await codeOf(await hub.ask('POST', `/releases/${MONTH}/withdrawal`, { reason: ' ' }))).toEqual([
      400,
      'bad-request',
    ]);
  });
});

describe('who may', () => {
  it.each([
    ['nobody', null, [401, 'not-signed-in']],
    ['an editor', editor, [403, 'not-your-role']],
    ['a publisher of another club', { ...publisher, clubs: ['new-sisters'] }, [403, 'not-your-club']],
  ] as const)('%s plans, takes back and withdraws nothing', async (_who, caller, refusal) => {
    const { etag } = await putMonth(hub.data);
    expect(await codeOf(await hub.planAt('now', etag, caller))).toEqual(refusal);
    expect(await codeOf(await hub.ask('DELETE', `/releases/${MONTH}/plan`, undefined, caller))).toEqual(
      refusal,
    );
    const withdrawal = await hub.ask('POST', `/releases/${MONTH}/withdrawal`, { reason: 'x' }, caller);
    expect(await codeOf(withdrawal)).toEqual(refusal);
    expect(await hub.journal()).toEqual([]);
  });

  it('an editor sees how it stands, and nobody sees another club’s', async () => {
    const { etag } = await putMonth(hub.data);
    await hub.planAt('2026-12-01T00:00:00.000Z', etag);
    const listed = async (caller: Caller) =>
      v.parse(ReleaseListSchema, await (await hub.ask('GET', '/releases', undefined, caller)).json())
        .releases;
    expect(await listed(editor)).toHaveLength(1);
    expect(await listed({ ...editor, clubs: ['new-sisters'] })).toEqual([]);
    const other = await hub.ask('GET', '/journal', undefined, { ...editor, clubs: ['new-sisters'] });
    expect(v.parse(JournalSchema, await other.json()).entries).toEqual([]);
  });
});
