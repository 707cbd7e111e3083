/** `npm run issue -- pack` and `-- check`. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { CommandIo } from '../command.ts';
import type { HubConfig } from '../config.ts';
import { openShelf } from '../open-shelf.ts';
import { checkPack } from './check-pack.ts';
import { packIssues } from './pack-issues.ts';
import { megabytes } from './progress-lines.ts';

/** `<out> [--issues <id> …]`; null when it is something else. */
export function parsePackArgs(args: readonly string[]): { out: string; ids: readonly string[] } | null {
  const [out, option, ...ids] = args;
  if (out === undefined || out.startsWith('-')) return null;
  if (option === undefined) return { out, ids: [] };
  const isAsked = option === '--issues' && ids.length > 0 && !ids.some((id) => id.startsWith('-'));
  return isAsked ? { out, ids } : null;
}

/** @throws HubError */
export async function runPack(
  { out, ids }: { readonly out: string; readonly ids: readonly string[] },
  config: HubConfig,
  io: CommandIo,
): Promise<0> {
  const target = await targetPath(path.resolve(io.cwd, out));
  const { issues, files } = await packIssues(
    { target, ids, report: (line) => io.out(`  ${line}`) },
    await openShelf(config),
  );
  for (const file of files) io.out(`✓ ${file.path}  ${megabytes(file.sizeBytes)}`);
  io.out(
    `已经打包 ${issues.length} 期。平板在「存储」里导入。Packed ${issues.length} issues; tablets import them under Storage.`,
  );
  return 0;
}

/** A folder, such as a stick's, gets a file in it; any other name gets our ending. */
async function targetPath(out: string): Promise<string> {
  const isFolder = await stat(out).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (isFolder) return path.join(out, 'same-page.samepage.zip');
  return `${out.replace(/(\.samepage)?\.zip$/u, '')}.samepage.zip`;
}

/** @throws HubError */
export async function runCheck(files: readonly string[], config: HubConfig, io: CommandIo): Promise<0 | 1> {
  const { keys } = await openShelf(config);
  const issues = await checkPack(
    files.map((file) => path.resolve(io.cwd, file)),
    keys.publicKey,
  );
  for (const { id, title, missing } of issues) {
    if (missing === 0) io.out(`✓ ${id}  ${title}`);
    else
      io.err(`✗ ${id}  ${title}：有 ${missing} 个文件缺了或坏了。${missing} files are missing or damaged.`);
  }
  if (issues.length === 0) io.out('里面没有完整目录的月刊。There is no issue in it.');
  return issues.every(({ missing }) => missing === 0) ? 0 : 1;
}
