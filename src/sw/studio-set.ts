/**
 * The studio's files, kept once a facilitator has opened it: all of one build or none that counts. A member's tablet never fetches
 * them. The names carry hashes, so a file of one build can stand for no other.
 */
const PREFIX = 'same-page.studio.';
/** What the build says belongs to the studio; in a set, put last: the mark of a complete one. */
export const STUDIO_LIST = '/studio-files.json';

interface StudioList {
  readonly set: string;
  readonly files: readonly string[];
}

function isList(value: unknown): value is StudioList {
  return (
    typeof value === 'object' &&
    value !== null &&
    'set' in value &&
    typeof value.set === 'string' &&
    'files' in value &&
    Array.isArray(value.files)
  );
}

const setNames = async (): Promise<readonly string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(PREFIX));

/** Whether a facilitator has been here with any build. */
export async function isStudioUsed(): Promise<boolean> {
  return (await setNames()).length > 0;
}

/** Fetches what is missing of the set that `list` names. Rejects when it is not complete afterwards. */
export async function keepStudio(list: Response): Promise<void> {
  const parsed: unknown = await list.clone().json();
  if (!isList(parsed)) throw new Error(`${STUDIO_LIST} is no list`);
  const cache = await caches.open(PREFIX + parsed.set);
  if (await cache.match(STUDIO_LIST)) return;
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await cache.addAll(parsed.files.map((file) => `/${file}`).filter((path) => !kept.has(path)));
  await cache.put(STUDIO_LIST, list);
}

/** When a build takes over, the sets of those before it go: no window runs their code any more. */
export async function dropOtherStudios(list: Response | undefined): Promise<void> {
  const parsed: unknown = await list?.clone().json();
  if (!isList(parsed)) return;
  const others = (await setNames()).filter((name) => name !== PREFIX + parsed.set);
  await Promise.all(others.map((name) => caches.delete(name)));
}

export async function matchStudio(request: Request): Promise<Response | undefined> {
  for (const name of await setNames()) {
    const found = await (await caches.open(name)).match(request);
    if (found) return found;
  }
  return undefined;
}
