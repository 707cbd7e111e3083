/**
 * One writer at a time: the hub and the command line both take this before they write to a data folder. The lock is a
 * file naming its holder; one whose process is gone is stale and taken over.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { HubError } from '../hub-error.ts';

const HolderSchema = v.object({ pid: v.number(), token: v.string() });
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
  await mkdir(path.dirname(file), { recursive: true });
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
    await writeFile(draft, JSON.stringify({ pid: process.pid, token }));
    await link(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function holder(file: string): Promise<v.InferOutput<typeof HolderSchema> | null> {
  try {
    return v.parse(HolderSchema, JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/** True when the way is free. Renamed away first: of two who see the same stale lock, one moves it. */
async function breakStale(file: string): Promise<boolean> {
  const seen = await holder(file);
  if (seen !== null && isAlive(seen.pid)) return false;
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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
