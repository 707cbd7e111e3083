/**
 * Says to whichever worker installs that a page with a pack or folder in its hands is there. A month begun from one is not
 * interrupted while such a page lives: it asks again when another installer takes over.
 */
const PREFIX = 'same-page-import.';

/** Each its own name: who waits for one to end holds up no other. */
export function whileImporting<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`${PREFIX}${crypto.randomUUID()}`, { mode: 'shared' }, work);
}

async function openImports(): Promise<readonly string[]> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return [...held, ...pending].flatMap(({ name = '', mode }) =>
    mode === 'shared' && name.startsWith(PREFIX) ? [name] : [],
  );
}

export async function isImportOpen(): Promise<boolean> {
  return (await openImports()).length > 0;
}

/** Resolves once every page that imports now has ended, however it did. */
export async function importsEnded(): Promise<void> {
  for (const name of await openImports()) await navigator.locks.request(name, () => undefined);
}
