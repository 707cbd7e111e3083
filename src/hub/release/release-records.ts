/** The records of releases on disk. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { inTurn } from '../drafts/in-turn.ts';
import { HubError } from '../hub-error.ts';
import { durableWrite } from '../store/durable-write.ts';
import { ifThere } from '../store/if-there.ts';
import { ReleaseRecordSchema, type ReleaseRecord, type ReleaseRecords } from './release-record.ts';

/**
 * @param folder Absolute: `<data>/releases/months`.
 * @param temporary A folder on the same file system.
 */
export function releaseRecords(folder: string, temporary: string): ReleaseRecords {
  const turn = inTurn();
  const fileOf = (issue: string): string => path.join(folder, `${issue}.json`);

  /** @throws HubError `release-unreadable`: a plan that cannot be read is said, never forgotten. */
  async function read(issue: string): Promise<ReleaseRecord | null> {
    const file = fileOf(issue);
    const text = await ifThere(() => readFile(file, 'utf8'));
    if (text === null) return null;
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), ReleaseRecordSchema), text);
    if (!parsed.success) throw new HubError('release-unreadable', { file });
    return parsed.output;
  }

  return {
    read,
    async list(onDamaged) {
      const names = (await ifThere(() => readdir(folder))) ?? [];
      const issues = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
      const records = await Promise.all(
        issues.sort().map((issue) =>
          read(issue).catch((error: unknown) => {
            onDamaged(error);
            return null;
          }),
        ),
      );
      return records.filter((record) => record !== null);
    },
    change: (issue, change) =>
      turn(issue, async () => {
        const before = await read(issue);
        const after = change(before);
        if (after !== null && after !== before)
          await durableWrite(fileOf(issue), temporary, (file) => file.writeFile(JSON.stringify(after)));
        return after;
      }),
  };
}
