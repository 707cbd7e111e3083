/**
 * One writer at a time: the hub and the command line both take this before they write to a data folder. The lock is a
 * file naming its holder; one whose process is gone is stale and taken over, also when its number is another's by now.
 */
import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { HubError } from '../hub-error.ts';
import { makeFolder } from './durable-write.ts';

const HolderSchema = v.object({
  pid: v.number(),
  token: v.string(),
  /** Which process of that number; null where the system does not say. */
  life: v.optional(v.nullable(v.string()), null),
});
type Holder = v.InferOutput<typeof HolderSchema>;
const pollMs = 100;

/**
 * Runs `work` while holding the lock of `data`.
 * @throws HubError `busy` when another process still holds it after `patienceMs`.
 */
export async function withWriteLock<T>(
  data: string,
  work: () => Promise<T>,
  patienceMs = 15_000,
): Promise<T> {
  const file = path.join(data, 'write.lock');
  const release = await acquire(file, patienceMs);
  try {
    return await work();
  } finally {
    await release();
  }
}

async function acquire(file: string, patienceMs: number): Promise<() => Promise<void>> {
  const token = randomUUID();
  const deadline = Date.now() + patienceMs;
  await makeFolder(path.dirname(file));
  while (!(await create(file, token))) {
    if (await breakStale(file)) continue;
    if (Date.now() >= deadline) throw new HubError('busy', { file });
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return async () => {
    // Somebody may have broken our lock while this process was frozen; theirs is not ours to remove.
    if ((await holder(file))?.token === token) await rm(file, { force: true });
  };
}

/** Written aside and linked into place, so that nobody ever reads a lock without its holder. */
async function create(file: string, token: string): Promise<boolean> {
  const draft = `${file}.${token}`;
  try {
    const { pid } = process;
    await writeFile(draft, JSON.stringify({ pid, token, life: await lifeOf(pid) } satisfies Holder));
    await link(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function holder(file: string): Promise<Holder | null> {
  try {
    return v.parse(HolderSchema, JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/** True when the way is free. Renamed away first: of two who see the same stale lock, one moves it. */
async function breakStale(file: string): Promise<boolean> {
  const seen = await holder(file);
  if (seen !== null && (await isAlive(seen))) return false;
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return true;
  }
  const moved = await holder(aside);
  // What was moved is not what was seen: a live holder came in between, so it gets its lock back.
  if (moved !== null && moved.token !== seen?.token) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
  return true;
}

async function isAlive({ pid, life }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const now = await lifeOf(pid);
  return life === null || now === null || life === now;
}

/**
 * When the process started, and since which start of the machine. A number is given out again after a power cut, and in a container
 * the hub that was killed and the one started in its place have the same: it would wait for itself for good.
 */
async function lifeOf(pid: number): Promise<string | null> {
  try {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    // proc(5): the 22nd field; the second, a name in brackets, may hold anything.
    const started = status
      .slice(status.lastIndexOf(')') + 2)
      .split(' ')
      .at(19);
    return started === undefined ? null : `${boot.trim()} ${started}`;
  } catch {
    return null;
  }
}
