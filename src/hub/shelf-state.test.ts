import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issueFiles, issueId, openWorkshop, type Workshop } from './fixture.ts';
import { openShelf, type OpenShelf } from './open-shelf.ts';
import { addIssue } from './publish/add-issue.ts';
import { removeIssue } from './publish/remove-issue.ts';
import { changeShelf, mendFeed, readShelf } from './shelf-state.ts';
import { verifyShelf } from './store/shelf-files.ts';

let workshop: Workshop;
let shelf: OpenShelf;
beforeEach(async () => {
  workshop = await openWorkshop();
  shelf = await openShelf(workshop.config);
});
afterEach(() => workshop.clear());

/** As another hub on the same bucket: no lock of ours holds it up. */
const another = (): OpenShelf =>
  Object.create(shelf, { withLock: { value: <T>(work: () => Promise<T>) => work() } });

async function release(on: OpenShelf, change: Record<string, string> = {}): Promise<void> {
  const issue = JSON.stringify({ ...JSON.parse(String(issueFiles()['issue.json'])), ...change });
  await addIssue(await workshop.makeIssue({ 'issue.json': issue }), on, {
    allowPlaceholders: false,
    demandsReasons: false,
    writesIds: false,
    now: new Date(),
    report: () => undefined,
  });
}

const ids = async (): Promise<string[]> =>
  (await readShelf(shelf.store, shelf.keys.publicKey)).publications.map(
    ({ metadata }) => metadata.samePage.id,
  );

describe('a change of the shelf', () => {
  it('is made anew on what another hub has put there meanwhile', async () => {
    let calls = 0;
    await changeShelf(shelf, new Date(), async ({ publications, withdrawn }) => {
      calls += 1;
      if (calls === 1) await release(another());
      return { contents: { publications, withdrawn: [...withdrawn, '2020-01-nobody'] }, result: null };
    });
    expect(calls).toBe(2);
    expect(await ids()).toEqual([issueId]);
    expect((await readShelf(shelf.store, shelf.keys.publicKey)).withdrawn).toEqual(['2020-01-nobody']);
  });

  it('that never gets its turn says so, and has lost nobody’s', async () => {
    const never = changeShelf(shelf, new Date(), async ({ publications, withdrawn }) => {
      await release(another());
      return { contents: { publications: publications.slice(0, 0), withdrawn }, result: null };
    });
    await expect(never).rejects.toMatchObject({ fault: 'shelf-contested' });
    expect(await ids()).toEqual([issueId]);
  });

  it('puts back what another hub’s withdrawal swept away in between', async () => {
    await release(shelf);
    let isFirst = true;
    const store: OpenShelf['store'] = {
      ...shelf.store,
      async writeFeed(text) {
        if (isFirst) {
          isFirst = false;
          await removeIssue(issueId, another(), new Date());
        }
        await shelf.store.writeFeed(text);
      },
    };
    await release(Object.create(shelf, { store: { value: store } }), { title: '又一版' });
    expect(await verifyShelf(shelf.store, [shelf.keys.publicKey])).toMatchObject({ issues: [issueId] });
  });

  it('makes opds.json say what was released, after a kill between the two', async () => {
    await release(shelf);
    const right = await shelf.store.read('opds.json');
    await writeFile(path.join(shelf.store.name, 'opds.json'), '{"metadata":{}}');
    await mendFeed(shelf);
    expect(await shelf.store.read('opds.json')).toEqual(right);
  });
});
