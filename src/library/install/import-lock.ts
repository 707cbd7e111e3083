/**
 * Says to whichever worker installs that a page with a pack or folder in its hands is there. A month begun from it is not
 * interrupted while that page lives: it asks again when another installer takes over.
 */
const PREFIX = 'same-page-import.';

/** Each its own name: who waits for one to end holds up no other. `work` is given the import's id, which its months bear. */
export function whileImporting<T>(work: (id: string) => Promise<T>): Promise<T> {
  const id = crypto.randomUUID();
  return navigator.locks.request(PREFIX + id, { mode: 'shared' }, () => work(id));
}

/** Ids of the imports whose pages live. */
export async function openImports(): Promise<ReadonlySet<string>> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return new Set(
    [...held, ...pending].flatMap(({ name = '', mode }) =>
      mode === 'shared' && name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [],
    ),
  );
}

/** Resolves once every page that imports now has ended, however it did. */
export async function importsEnded(): Promise<void> {
  for (const id of await openImports()) await navigator.locks.request(PREFIX + id, () => undefined);
}
