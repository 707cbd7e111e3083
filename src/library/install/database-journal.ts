/** The journal in IndexedDB. */
import { withDatabase } from '../../storage/database.ts';
import type { BlobRecord, InstallRecord } from '../../storage/schema.ts';
import { JournalError, successor, type Journal } from './journal.ts';

// A chunk's progress may be lost with the power: it is then found again by hashing what is on disk. What makes a file
// or an issue count as whole is on disk when it is said.
const STRICT = { durability: 'strict' } as const;
const RELAXED = { durability: 'relaxed' } as const;

export function createDatabaseJournal(): Journal {
  return {
    blobs: (hashes) =>
      withDatabase(async (database) => {
        const { store } = database.transaction('blobs');
        const records = await Promise.all(hashes.map((hash) => store.get(hash)));
        return new Map(
          records.flatMap((record): [string, BlobRecord][] => (record ? [[record.sha256, record]] : [])),
        );
      }),
    allBlobs: () => withDatabase((database) => database.getAll('blobs')),
    putBlob: (record) =>
      withDatabase(async (database) => {
        const writing = database.transaction(
          'blobs',
          'readwrite',
          record.sealedMs === null ? RELAXED : STRICT,
        );
        await Promise.all([writing.store.put(record), writing.done]);
      }),
    text: (sha256) =>
      withDatabase(async (database) => {
        const bytes = (await database.get('held', sha256))?.bytes;
        return bytes instanceof Uint8Array ? bytes : undefined;
      }),
    textNames: () => withDatabase((database) => database.getAllKeys('held')),
    putText: ({ sha256, size, type }, bytes, nowMs) =>
      withDatabase(async (database) => {
        const writing = database.transaction(['blobs', 'held'], 'readwrite', RELAXED);
        const record = { sha256, size, type, verifiedChunks: 1, sealedMs: nowMs, verifiedMs: nowMs };
        await Promise.all([
          writing.objectStore('held').put({ sha256, bytes }),
          writing.objectStore('blobs').put(record),
          writing.done,
        ]);
      }),
    forget: (hashes) =>
      withDatabase(async (database) => {
        const writing = database.transaction(['blobs', 'held'], 'readwrite', STRICT);
        const [blobs, held] = [writing.objectStore('blobs'), writing.objectStore('held')];
        await Promise.all([
          ...hashes.flatMap((hash) => [blobs.delete(hash), held.delete(hash)]),
          writing.done,
        ]);
      }),

    installs: () => withDatabase(async (database) => inOrder(await database.getAll('installs'))),
    changeQueue: (change) =>
      withDatabase(async (database) => {
        const changing = database.transaction(['installs', 'installed', 'libraryMeta'], 'readwrite', STRICT);
        const installs = changing.objectStore('installs');
        const [queue, installed, meta] = await Promise.all([
          installs.getAll(),
          changing.objectStore('installed').getAll(),
          changing.objectStore('libraryMeta').get('declined'),
        ]);
        const next = change({ queue: inOrder(queue), installed, declined: new Set(meta?.issues) });
        const left = new Set(next.map(({ issue }) => issue));
        await Promise.all([
          ...queue.filter(({ issue }) => !left.has(issue)).map(({ issue }) => installs.delete(issue)),
          ...next.map((record) => installs.put(record)),
          changing.done,
        ]);
      }),

    installed: () => withDatabase((database) => database.getAll('installed')),
    putInstalled: (record) =>
      withDatabase(async (database) => void (await database.put('installed', record))),
    complete: (record) =>
      withDatabase(async (database) => {
        const completing = database.transaction(['blobs', 'installed', 'installs'], 'readwrite', STRICT);
        const [blobs, installed, installs] = [
          completing.objectStore('blobs'),
          completing.objectStore('installed'),
          completing.objectStore('installs'),
        ];
        const [found, before, install] = await Promise.all([
          Promise.all(record.blobs.map((hash) => blobs.get(hash))),
          installed.get(record.issue),
          installs.get(record.issue),
        ]);
        const unsealed = found.filter((blob) => (blob?.sealedMs ?? null) === null).length;
        if (unsealed > 0) {
          completing.abort();
          await completing.done.catch(() => undefined);
          throw new JournalError(`${unsealed} files of ${record.issue} are not whole`);
        }
        await Promise.all([
          installed.put(successor(record, before)),
          install?.manifest.sha256 === record.manifest.sha256 ? installs.delete(record.issue) : null,
          completing.done,
        ]);
      }),
    removeInstalled: (issue) =>
      withDatabase(async (database) => {
        const removing = database.transaction(['installed', 'installs', 'search'], 'readwrite', STRICT);
        await Promise.all([
          removing.objectStore('installed').delete(issue),
          removing.objectStore('installs').delete(issue),
          removing.objectStore('search').delete(issue),
          removing.done,
        ]);
      }),

    search: () => withDatabase((database) => database.getAll('search')),
    putSearch: (record) => withDatabase(async (database) => void (await database.put('search', record))),
    decline: (issue, isDeclined) =>
      withDatabase(async (database) => {
        const declining = database.transaction('libraryMeta', 'readwrite', STRICT);
        const issues = new Set((await declining.store.get('declined'))?.issues);
        if (isDeclined) issues.add(issue);
        else issues.delete(issue);
        await Promise.all([declining.store.put({ name: 'declined', issues: [...issues] }), declining.done]);
      }),
  };
}

const inOrder = (queue: readonly InstallRecord[]): readonly InstallRecord[] =>
  [...queue].sort((a, b) => a.order - b.order);
