/**
 * The sample issues: published when the shelf is empty, and again when they changed with an update of the program, as
 * long as the shelf still holds nothing but them. Whoever has published anything of their own is left alone.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { dataPaths, type HubConfig } from './config.ts';
import type { OpenShelf } from './open-shelf.ts';
import { addIssue } from './publish/add-issue.ts';
import type { Notice } from './publish/notice.ts';
import { readShelf } from './shelf-state.ts';
import { durableWrite } from './store/durable-write.ts';

const RecordSchema = v.object({
  fingerprint: v.string(),
  /** Issue id → address of the manifest the starter put there. */
  issues: v.record(v.string(), v.string()),
});
type StarterRecord = v.InferOutput<typeof RecordSchema>;

export async function publishStarter(
  { data, starter }: Pick<HubConfig, 'data' | 'starter'>,
  shelf: OpenShelf,
  report: (line: string) => void,
): Promise<void> {
  const { starterRecord, temporary } = dataPaths(data);
  const folders = await issueFolders(path.join(starter, 'issues'));
  if (folders.length === 0) return;
  const record = await readRecord(starterRecord);
  const before = await readShelf(shelf.store, shelf.keys.publicKey);
  const fingerprint = await fingerprintOf(folders);
  const isOwn = before.publications.some(
    ({ metadata, links }) => record?.issues[metadata.samePage.id] !== links[0].href,
  );
  if (isOwn || (record?.fingerprint === fingerprint && before.sequence > 0)) return;
  report('正在准备示例内容…… Preparing the sample issues…');
  for (const folder of folders) {
    if (before.withdrawn.includes(path.basename(folder))) continue;
    const { notices, published } = await addIssue(folder, shelf, {
      allowPlaceholders: true,
      writesIds: false,
      demandsReasons: false,
      now: new Date(),
      report: () => undefined,
    });
    if (published === null) report(refusal(folder, notices));
  }
  const after = await readShelf(shelf.store, shelf.keys.publicKey);
  const issues = Object.fromEntries(
    after.publications.map(({ metadata, links }) => [metadata.samePage.id, links[0].href]),
  );
  const text = JSON.stringify({ fingerprint, issues } satisfies StarterRecord);
  await durableWrite(starterRecord, temporary, (file) => file.writeFile(text));
}

/** A sample that cannot be published is said and passed over: the rest of the shelf is worth opening. */
function refusal(folder: string, notices: readonly Notice[]): string {
  const [first] = notices.filter(({ severity }) => severity === 'error');
  const why =
    first === undefined
      ? ''
      : `${first.file}${first.line === undefined ? '' : `:${first.line}`} ${first.zh} ${first.en}`;
  return `示例 ${path.basename(folder)} 没有发布：${why}`;
}

async function issueFolders(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(root, entry.name))
    .sort();
}

async function readRecord(file: string): Promise<StarterRecord | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), RecordSchema), text);
  return parsed.success ? parsed.output : null;
}

/** Names, sizes and times of all files. */
async function fingerprintOf(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const name of (await readdir(folder, { recursive: true })).sort()) {
      const entry = await stat(path.join(folder, name));
      if (entry.isFile()) hash.update(`${path.basename(folder)}/${name} ${entry.size} ${entry.mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}
