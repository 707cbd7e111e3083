/** One small JSON file, read anew each time and written whole: another process (`npm run hub`) may write it too. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { HubError } from '../hub-error.ts';
import { durableWrite } from '../store/durable-write.ts';
import { ifThere } from '../store/if-there.ts';
import { withWriteLock } from '../store/write-lock.ts';

export interface JsonFile<T> {
  /** @throws HubError `people-unreadable`: what is damaged is never taken for empty, or anybody could be first. */
  read(): Promise<T>;
  /** Changes what is there now; nothing is written when `change` throws or returns what it was given. */
  update(change: (current: T) => T): Promise<T>;
}

export function jsonFile<TSchema extends v.GenericSchema>(
  file: string,
  schema: TSchema,
  empty: v.InferOutput<TSchema>,
): JsonFile<v.InferOutput<TSchema>> {
  type Content = v.InferOutput<TSchema>;
  const folder = path.dirname(file);

  async function read(): Promise<Content> {
    try {
      const text = await ifThere(() => readFile(file, 'utf8'));
      return text === null ? empty : v.parse(schema, JSON.parse(text));
    } catch {
      throw new HubError('people-unreadable', { file });
    }
  }

  async function change(make: (current: Content) => Content): Promise<Content> {
    const current = await read();
    const next = make(current);
    if (next === current) return current;
    const text = `${JSON.stringify(next, null, 1)}\n`;
    await durableWrite(file, path.join(folder, 'temporary'), (handle) => handle.writeFile(text), 0o600);
    return next;
  }

  let last: Promise<unknown> = Promise.resolve();
  return {
    read,
    update(make) {
      // In line within this process, where waiting costs nothing; the lock is for the other one.
      const turn = last.then(() => withWriteLock(folder, () => change(make)));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
