/** The hub's release end to end below the routes: real drafts, real media, a real shelf on disk, asked over HTTP. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkDraft } from '../../authoring/draft/check-draft.ts';
import { examinedIssue, signVideo } from '../../authoring/draft/fixture.ts';
import { openFindings } from '../../core/checks/finding-key.ts';
import { attachmentFolder } from '../drafts/attachment-folder.ts';
import { openHubDrafts } from '../drafts/draft-store.ts';
import { codeOf, now, openReleaseHub, type ReleaseHub } from './hub-fixture.ts';
import { MONTH, monthIssue, monthPiece, putMonth, soundVideo, video } from './month-fixture.ts';

let hub: ReleaseHub;
beforeEach(async () => {
  hub = await openReleaseHub();
});
afterEach(() => hub.clear());

describe('a month planned on the hub', () => {
  it('is looked into at once, goes out at its time by itself, and the journal says who wanted it', async () => {
    const { etag } = await putMonth(hub.data);
    expect((await hub.planAt('2026-12-01T00:00:00.000Z', etag)).status).toBe(202);
    await hub.untilQuiet();
    expect((await hub.view())?.plan).toMatchObject({ by: '社区工作者', now: { state: 'waiting' } });
    expect(await hub.onShelf()).toBeNull();

    await hub.clock.run(Date.parse('2026-12-01T00:00:00.000Z') - now);
    await hub.untilQuiet();
    expect(hub.errors).toEqual([]);
    expect(await hub.view()).toMatchObject({ plan: null, last: { kind: 'released', draft: etag } });
    expect((await hub.onShelf())?.manifest?.issue).toMatchObject({
      id: MONTH,
      title: '一条苏州河',
      hasSign: true,
    });
    expect(await hub.journal()).toMatchObject([
      { what: 'released', by: '社区工作者', title: '一条苏州河' },
      { what: 'planned', due: '2026-12-01T00:00:00.000Z' },
    ]);
    const [released] = await hub.journal();
    // To the minute is the scheduler's promise; here the clock is set on while real files are read.
    expect(released?.at.slice(0, 13)).toBe('2026-12-01T00');
    expect(released?.sequence).toBe((await hub.onShelf())?.catalogue.sequence);
    expect(await readdir(path.join(hub.data, 'temporary'))).toEqual([]);
  });

  it('goes out when the hub was off at its time, with nobody signed in', async () => {
    const { etag } = await putMonth(hub.data);
    await hub.planAt('2026-12-01T00:00:00.000Z', etag);
    await hub.untilQuiet();
    await hub.services.releases.close();
    hub.clock.jump(30 * 86_400_000);
    await hub.restart();
    await hub.untilQuiet();
    expect((await hub.onShelf())?.manifest?.issue.id).toBe(MONTH);
  });

  it('goes out as it was approved, whatever an editor changed afterwards', async () => {
    const month = await putMonth(hub.data);
    await hub.planAt('2026-12-01T00:00:00.000Z', month.etag);
    await month.change({ issue: monthIssue({ title: '别的题目' }) });
    await hub.clock.run(10 * 86_400_000);
    await hub.untilQuiet();
    expect((await hub.onShelf())?.manifest?.issue.title).toBe('一条苏州河');
    expect((await hub.view())?.last?.draft).toBe(month.etag);
  });

  it('is refused with what the studio finds, code for code and place for place, and stays planned', async () => {
    const pieces = [monthPiece({ source: { author: '', permission: '' } })];
    const issue = monthIssue({ summary: '', session: null });
    const { etag } = await putMonth(hub.data, {}, { issue, pieces });
    await hub.planAt('2026-12-01T00:00:00.000Z', etag);
    await hub.untilQuiet();
    const refused = (await hub.view())?.plan?.now;
    if (refused?.state !== 'refused') throw new Error(`It is ${refused?.state}`);
    const club = hub.shelf.clubs.find(({ id }) => id === issue.club);
    if (club === undefined) throw new Error('no club');
    const inStudio = openFindings(
      checkDraft({ issue: examinedIssue(issue, pieces), pieces, club }),
      issue.reasons,
    );
    expect(refused.findings).toEqual(JSON.parse(JSON.stringify(inStudio)));
    expect(refused.findings.map(({ code }) => code)).toContain('source-missing');
    await hub.clock.run(20 * 86_400_000);
    expect((await hub.view())?.plan?.now.state).toBe('refused');
    expect(await hub.onShelf()).toBeNull();
    expect((await hub.journal())[0]).toMatchObject({ what: 'refused' });
  });

  it('mended and planned again goes out', async () => {
    const month = await putMonth(hub.data, {}, { issue: monthIssue({ summary: '' }) });
    await hub.planAt('now', month.etag);
    await hub.untilQuiet();
    expect((await hub.view())?.plan?.now.state).toBe('refused');
    await hub.planAt('now', await month.change({ issue: monthIssue() }));
    await hub.untilQuiet();
    expect(await hub.view()).toMatchObject({ plan: null, last: { kind: 'released' } });
  });

  it.each([
    ['a page called .mp4', '<!doctype html><script>alert(1)</script>'.padEnd(4000), 'media-format'],
    ['half a video', null, 'media-format'],
  ])('is refused where the file is %s, whatever the draft says of it', async (_what, text, code) => {
    const file = path.join(hub.workshop.root, 'file.mp4');
    await writeFile(file, text ?? (await readFile(video)).subarray(0, 1_000_000));
    const { etag } = await putMonth(hub.data, { [signVideo().id]: file });
    await hub.planAt('now', etag);
    await hub.untilQuiet();
    const state = (await hub.view())?.plan?.now;
    expect(state).toMatchObject({ state: 'refused', findings: [{ code, step: 'sign', piece: 'morning' }] });
    expect(await hub.onShelf()).toBeNull();
  });

  it('is refused where a signing has sound although the draft says it has none', async () => {
    const { etag } = await putMonth(hub.data, { [signVideo().id]: soundVideo });
    await hub.planAt('now', etag);
    await hub.untilQuiet();
    const state = (await hub.view())?.plan?.now;
    if (state?.state !== 'refused') throw new Error(`It is ${state?.state}`);
    expect(state.findings.map(({ code }) => code)).toContain('sign-has-audio');
    expect(await hub.onShelf()).toBeNull();
  });

  it('stays where it is while a file is not what was uploaded any more', async () => {
    const { etag } = await putMonth(hub.data);
    const stored = await attachmentFolder(hub.data).find('silent-world', signVideo().id);
    const bytes = await readFile(stored?.path ?? '');
    bytes.writeUInt8(bytes.readUInt8(900_000) ^ 1, 900_000);
    await writeFile(stored?.path ?? '', bytes);
    await hub.planAt('now', etag);
    await vi.waitFor(async () => expect((await hub.view())?.plan?.now.state).toBe('failing'), 10_000);
    expect((await hub.view())?.plan?.now).toMatchObject({ fault: 'attachment-damaged' });
    expect(await hub.onShelf()).toBeNull();
  });

  it('can be taken back, and then stays where it is', async () => {
    const { etag } = await putMonth(hub.data);
    await hub.planAt('2026-12-01T00:00:00.000Z', etag);
    expect((await hub.ask('DELETE', `/releases/${MONTH}/plan`)).status).toBe(200);
    await hub.clock.run(20 * 86_400_000);
    expect(await hub.onShelf()).toBeNull();
    expect(await hub.view()).toMatchObject({ plan: null, last: null });
    expect((await hub.journal()).map(({ what }) => what)).toEqual(['cancelled', 'planned']);
    expect(await readdir(path.join(hub.data, 'releases', 'approved'))).toEqual([]);
  });

  it('taken off the queue is planned no more, and the journal says who took it off; put back, it waits for a new plan', async () => {
    const month = await putMonth(hub.data);
    await hub.planAt('2026-12-01T00:00:00.000Z', month.etag);
    await hub.untilQuiet();
    const drafts = openHubDrafts(hub.data);
    const off = await drafts.write(MONTH, { isRemoved: true }, month.etag, '手语老师');
    await hub.services.releases.lookAtQueue(MONTH);
    expect(await hub.view()).toMatchObject({ plan: null, last: null });
    expect((await hub.journal()).map(({ what, by }) => [what, by])).toEqual([
      ['taken-off', '手语老师'],
      ['planned', '社区工作者'],
    ]);
    expect(await readdir(path.join(hub.data, 'releases', 'approved'))).toEqual([]);
    await drafts.write(MONTH, { isRemoved: false }, off, '手语老师');
    await hub.clock.run(20 * 86_400_000);
    expect(await hub.onShelf()).toBeNull();
  });

  it('taken off in the moment before the hub was killed does not go out when it starts again', async () => {
    const month = await putMonth(hub.data);
    await hub.planAt('2026-12-01T00:00:00.000Z', month.etag);
    await hub.untilQuiet();
    await hub.services.releases.close();
    // The head was switched; the hub came no further.
    await openHubDrafts(hub.data).write(MONTH, { isRemoved: true }, month.etag, '手语老师');
    hub.clock.jump(30 * 86_400_000);
    await hub.restart();
    await hub.untilQuiet();
    expect(await hub.onShelf()).toBeNull();
    // Its line comes after the plan is gone.
    await vi.waitFor(async () =>
      expect((await hub.journal()).map(({ what }) => what)).toEqual(['taken-off', 'planned']),
    );
  });

  it('planned for another time goes out at that time alone', async () => {
    const { etag } = await putMonth(hub.data);
    await hub.planAt('2026-12-01T00:00:00.000Z', etag);
    await hub.planAt('2026-12-02T00:00:00.000Z', etag);
    expect(await readdir(path.join(hub.data, 'releases', 'approved'))).toHaveLength(1);
    await hub.clock.run(Date.parse('2026-12-01T12:00:00.000Z') - now);
    await hub.untilQuiet();
    expect(await hub.onShelf()).toBeNull();
    await hub.clock.run(86_400_000);
    await hub.untilQuiet();
    expect((await hub.journal()).filter(({ what }) => what === 'released')).toHaveLength(1);
  });

  it('is not planned for the past, nor unseen, nor with files that have not arrived', async () => {
    const month = await putMonth(hub.data, { [signVideo().id]: null });
    expect(await codeOf(await hub.planAt('2026-11-24T00:00:00.000Z', month.etag))).toEqual([
      422,
      'release-past',
    ]);
    expect(await codeOf(await hub.planAt('2036-11-24T00:00:00.000Z', month.etag))).toEqual([
      422,
      'release-far',
    ]);
    expect(await codeOf(await hub.planAt('now', 'f'.repeat(64)))).toEqual([412, 'draft-changed']);
    expect(await codeOf(await hub.planAt('now', month.etag))).toEqual([409, 'release-files-missing']);
    expect(
      await codeOf(await hub.ask('PUT', '/releases/2027-01-silent-world/plan', { at: 'now', draft: 'x' })),
    ).toEqual([404, 'draft-missing']);
    expect(await hub.journal()).toEqual([]);
  });

  it('that meets trouble is tried again, says so, and goes out when the trouble is over', async () => {
    const { etag } = await putMonth(hub.data);
    const { putBlob } = hub.shelf.store;
    const store = { ...hub.shelf.store };
    store.putBlob = () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    await hub.restart({ ...hub.shelf, store });
    await hub.planAt('now', etag);
    await vi.waitFor(async () => expect((await hub.view())?.plan?.now.state).toBe('failing'), 10_000);
    expect((await hub.view())?.plan?.now).toMatchObject({ attempts: 1, fault: 'disk-full' });
    expect(await hub.onShelf()).toBeNull();
    store.putBlob = putBlob;
    await vi.waitFor(async () => {
      await hub.clock.run(15_000);
      expect((await hub.view())?.last?.kind).toBe('released');
    }, 30_000);
  });
});
