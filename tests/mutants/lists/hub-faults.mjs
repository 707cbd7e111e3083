// What keeps a shelf whole under the faults the hub must come through: each long test of a fault fails without it.
const KILLED_TEST = 'tests/hub/release-killed.faults.ts';
const TROUBLES_TEST = 'tests/hub/store-troubles.faults.ts';
const project = 'faults';

export const MUTANTS = [
  {
    guard: 'a release killed at a write: nothing is written under the name it is read by',
    file: 'src/hub/store/durable-write.ts',
    remove: 'const draft = path.join(temporary, randomUUID());',
    put: 'const draft = target; randomUUID(); await rm(target, { force: true });',
    test: KILLED_TEST,
    project,
    only: 'killed at any of them',
  },
  {
    guard: 'a release killed at a request: what the catalogue names is in the bucket before it',
    file: 'src/hub/publish/add-issue.ts',
    remove: 'await store.putBlob(blob.ref, blob.source);',
    put: 'setTimeout(() => void store.putBlob(blob.ref, blob.source).catch(console.error), 2_000);',
    test: KILLED_TEST,
    project,
    only: 'killed at any request, after',
  },
  {
    guard: 'a store that is away for a minute is waited for',
    file: 'src/hub/store/s3-client.ts',
    remove: 'if (isHopeless || performance.now() + pauseMs > deadline)',
    put: 'if (isHopeless || deadline < 0 || count > 3)',
    test: TROUBLES_TEST,
    project,
    only: 'away for a minute',
  },
  {
    guard: 'two publishers at once: who was overtaken begins anew',
    file: 'src/hub/shelf-state.ts',
    remove: 'if (!(await release(shelf, state, contents, now))) continue;',
    put: 'await release(shelf, state, contents, now);',
    test: TROUBLES_TEST,
    project,
    only: 'where the lease fails',
  },
  {
    guard: 'a clock that jumps: the sequence only rises',
    file: 'src/core/shelf/sign.ts',
    remove: 'Math.max(last + 1, Math.floor(nowMs / 1000))',
    put: 'Math.floor(nowMs / 1000) + 0 * last',
    test: TROUBLES_TEST,
    project,
    only: 'clock that jumps',
  },
  {
    guard: 'a full disk: nothing half written is left lying',
    file: 'src/hub/store/durable-write.ts',
    remove: 'await rm(draft, { force: true });',
    test: TROUBLES_TEST,
    project,
    only: 'with room the release goes through',
  },
  {
    guard: 'a hub killed in its hour: what is out is not released again',
    file: 'src/hub/release/run-plan.ts',
    remove: 'if (done !== null) return finish(record, plan, done, tools);',
    test: 'tests/hub/hour-killed.faults.ts',
    project,
    only: 'goes out once',
  },
];
