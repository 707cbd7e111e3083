// Where the shelf lies and who may change it: what stands between two hubs, a lost answer, a liar or a kill and a shelf that is whole.
const store = (name) => `src/hub/store/${name}`;
const safekeeping = (name) => `src/hub/safekeeping/${name}`;
const PROBE_TEST = store('probe-conditions.test.ts');
const BUCKET_TEST = store('s3-bucket.test.ts');
const S3_TEST = 'tests/hub/s3-store.test.ts';
const DURABLE_TEST = store('durable-write.test.ts');
const FOLDER_TEST = store('folder-store.test.ts');
const STATE_TEST = 'src/hub/shelf-state.test.ts';
const KEYS_TEST = 'tests/hub/keys.test.ts';
const BACKUP_TEST = 'tests/hub/backup.test.ts';
const MOVE_TEST = 'tests/hub/move.test.ts';

export const MUTANTS = [
  {
    guard: 'a file is flushed before it gets its name',
    file: store('durable-write.ts'),
    remove: 'await file.sync();',
    test: DURABLE_TEST,
  },
  {
    guard: 'the folder is flushed after a name changed in it',
    file: store('durable-write.ts'),
    remove: 'await syncFolder(path.dirname(target));',
    test: DURABLE_TEST,
  },
  {
    guard: 'folders made for a file are flushed as it is',
    file: store('durable-write.ts'),
    remove: 'await syncFolder(parent);',
    test: DURABLE_TEST,
  },
  {
    guard: 'a file is written aside and renamed',
    file: store('durable-write.ts'),
    remove: 'const draft = path.join(temporary, randomUUID());',
    put: 'const draft = target; randomUUID();',
    test: DURABLE_TEST,
  },
  {
    guard: 'a killed hub’s lock is not taken for that of the one started in its place',
    file: store('write-lock.ts'),
    remove: 'return life === null || now === null || life === now;',
    put: 'return life === null || now !== "";',
    test: store('write-lock.test.ts'),
  },
  {
    guard: 'content that is not what its name promises is not sealed',
    file: store('blob-content.ts'),
    remove: "if (bytes !== size || hash.digest('hex') !== sha256)",
    put: 'if (bytes < 0)',
    test: FOLDER_TEST,
  },
  {
    guard: 'a folder’s catalogue is switched only from the one it is based on',
    file: store('folder-store.ts'),
    remove: 'if (((await readCatalogue())?.version ?? null) !== expected) return false;',
    test: FOLDER_TEST,
  },
  {
    guard: 'a bucket’s catalogue is written only over the one it is based on',
    file: store('s3-bucket.ts'),
    remove: '{ IfMatch: quotesEtag ? `"${expected}"` : expected }',
    put: '{ ...(quotesEtag && {}) }',
    test: S3_TEST,
  },
  {
    guard: 'a bucket’s first catalogue is written only where there is none',
    file: store('s3-bucket.ts'),
    remove: "{ IfNoneMatch: '*' }",
    put: '{}',
    test: S3_TEST,
  },
  {
    guard: 'a write whose answer was lost is looked for',
    file: store('s3-bucket.ts'),
    remove: 'if (now !== null && Buffer.compare(now.bytes, bytes) === 0) return true;',
    test: BUCKET_TEST,
  },
  {
    guard: 'a race lost with a 500 is lost, not an outage',
    file: store('s3-bucket.ts'),
    remove: 'if (isLost || (now?.etag ?? null) !== expected) return false;',
    put: 'if (isLost) return false;',
    test: BUCKET_TEST,
  },
  {
    guard: 'a store that writes over what it was told not to is refused',
    file: store('probe-conditions.ts'),
    remove: "if (await putIf(null, 'If-None-Match')) throw unconditional(settings, 'If-None-Match');",
    test: PROBE_TEST,
  },
  {
    guard: 'a store where several win the same race is refused',
    file: store('probe-conditions.ts'),
    remove: "if (race.filter((hasWon) => hasWon).length > 1) throw unconditional(settings, 'If-Match');",
    test: PROBE_TEST,
  },
  {
    guard: 'a store that does deletions after their time is refused',
    file: store('probe-conditions.ts'),
    remove: 'await requireTimedDeletions(bucket, name);',
    put: 'void requireTimedDeletions;',
    test: PROBE_TEST,
  },
  {
    guard: 'a store that refuses a late deletion and does it is refused',
    file: store('probe-conditions.ts'),
    remove: '!isRefused || (await bucket.get(name)) === null',
    put: '!isRefused',
    test: PROBE_TEST,
  },
  {
    guard: 'a key that may not delete is found out at start',
    file: store('probe-conditions.ts'),
    remove: "if ((await tryDeletion(bucket, name, { from: now, seconds: ampleSeconds })) !== 'done')",
    put: 'if (now === null)',
    test: PROBE_TEST,
  },
  {
    guard: 'a lease somebody holds is waited for',
    file: store('bucket-lease.ts'),
    remove: 'if (isFree || isStale) {',
    put: 'if (isFree || isStale || true) {',
    test: S3_TEST,
  },
  {
    guard: 'a lease is renewed while the work goes on',
    file: store('bucket-lease.ts'),
    remove: 'const timer = setInterval(() => void renew().catch(noop), times.renewMs);',
    put: 'const timer = undefined;',
    test: S3_TEST,
  },
  {
    guard: 'a dead hub’s lease is taken over',
    file: store('bucket-lease.ts'),
    remove: 'const isStale = now - seenSince >= times.staleMs;',
    put: 'const isStale = false;',
    test: S3_TEST,
  },
  {
    guard: 'a change is made anew when another hub was quicker',
    file: 'src/hub/shelf-state.ts',
    remove: 'if (!(await release(shelf, state, contents, now))) continue;',
    put: 'await release(shelf, state, contents, now);',
    test: STATE_TEST,
  },
  {
    guard: 'the chain of keys is carried on',
    file: 'src/hub/shelf-state.ts',
    remove: '...(keyLinks.length > 0 && { keys: keyLinks }),',
    test: KEYS_TEST,
  },
  {
    guard: 'a change of key that was cut off is finished',
    file: 'src/hub/shelf-state.ts',
    remove: '[publicKey, ...former, ...alsoBelieve]',
    put: '[publicKey, ...former.slice(0, 0), ...alsoBelieve]',
    test: KEYS_TEST,
  },
  {
    guard: 'keys are read again under the lock',
    file: 'src/hub/open-shelf.ts',
    remove: 'keys = await readOrCreateKeys(data);\n          return work();',
    put: 'return work();',
    test: KEYS_TEST,
  },
  {
    guard: 'keys are read again before the shelf is read',
    file: 'src/hub/open-shelf.ts',
    remove: 'keys = (await readKeys(data)) ?? keys;',
    test: KEYS_TEST,
  },
  {
    guard: 'another shelf’s key is not taken in',
    file: safekeeping('key-changes.ts'),
    remove: 'if (!(await isThisShelfs(offered, own, shelf)))',
    put: 'if (!(await isThisShelfs(offered, own, shelf)) && own === null)',
    test: KEYS_TEST,
  },
  {
    guard: 'a backup that is not as it was written restores nothing',
    file: safekeeping('restore.ts'),
    remove: 'if (made === null || sums !== expected)',
    put: 'if (made === null || expected === sums + sums)',
    test: BACKUP_TEST,
  },
  {
    guard: 'a backup unpacks nothing outside its folder',
    file: safekeeping('restore.ts'),
    remove: 'if (!isSafe(name) || sums !== null)',
    put: 'if ((!isSafe(name) && made === "x") || sums !== null)',
    test: BACKUP_TEST,
  },
  {
    guard: 'a restored shelf is signed under a later sequence',
    file: safekeeping('restore.ts'),
    remove: 'await signAnew(shelf, now);',
    test: BACKUP_TEST,
  },
  {
    guard: 'a backup begins anew when a file of the shelf went away',
    file: safekeeping('backup.ts'),
    remove: 'if (size === null || pieces === null) throw new ChangedMeanwhile(href);',
    put: 'if (size === null || pieces === null) continue;',
    test: BACKUP_TEST,
  },
  {
    guard: 'a moved shelf is verified blob by blob',
    file: store('move-shelf.ts'),
    remove: "if (await isIntact(to, href)) return 'whole';",
    put: "if ((await to.sizeOf(href)) !== null) return 'whole';",
    test: MOVE_TEST,
  },
  {
    guard: 'what is released while a shelf is moved comes along',
    file: store('move-shelf.ts'),
    remove: 'if ((await from.readCatalogue())?.version !== source.version) continue;',
    test: MOVE_TEST,
  },
  {
    guard: 'an older shelf is not put over a newer one',
    file: store('move-shelf.ts'),
    remove: 'if (there.sequence > sequence)',
    put: 'if (there.sequence < 0)',
    test: MOVE_TEST,
  },
  {
    guard: 'folders of a restored hub are flushed before they have their name',
    file: safekeeping('restore.ts'),
    remove: 'await syncFolders(aside);',
    test: safekeeping('restore.test.ts'),
  },
  {
    guard: 'the name of a restored hub is flushed before it is called restored',
    file: safekeeping('restore.ts'),
    remove: 'await syncFolder(isWhole ? path.dirname(data) : data);',
    test: safekeeping('restore.test.ts'),
  },
  {
    guard: 'the folder a hub is restored into is as lasting as it',
    file: safekeeping('restore.ts'),
    remove: 'await makeFolder(path.dirname(aside));',
    test: safekeeping('restore.test.ts'),
  },
  {
    guard: 'a hub that runs on tells new tablets the key its shelf is signed with',
    file: 'src/hub/server/create-app.ts',
    remove: 'await soon(index.signer(), site.shelf.url, hintMs).catch(() => site.shelf.key)',
    put: 'await Promise.resolve(soon(index.signer(), site.shelf.url, hintMs)).then(() => site.shelf.key)',
    test: KEYS_TEST,
  },
];
