/** `npm run issue -- add|list|remove|pack|check`: publishing from folders, for whoever looks after the shelf. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fingerprintOf } from '../core/shelf/key-chain.ts';
import type { CommandIo, ExitCode } from './command.ts';
import type { HubConfig } from './config.ts';
import { HubError } from './hub-error.ts';
import { openShelf } from './open-shelf.ts';
import { parsePackArgs, runCheck, runPack } from './pack/pack-command.ts';
import { addIssue, type AddOutcome } from './publish/add-issue.ts';
import type { Notice } from './publish/notice.ts';
import { removeIssue } from './publish/remove-issue.ts';
import { withUnpacked } from './publish/unpack-zip.ts';
import { readShelf } from './shelf-state.ts';

const help = `用法 Usage:
  npm run issue -- add <文件夹或 zip> [...]    检查并发布一期 check and publish an issue (a folder, or a zip of one)
  npm run issue -- list                        列出书架上有的 list what is on the shelf
  npm run issue -- remove <id>                 收回一期 take an issue back
  npm run issue -- pack <文件 out> [--issues <id> ...]
                                               打成离线包，拷到 U 盘 write a pack for a USB stick
  npm run issue -- check <包 pack> [...]       检查离线包 verify a pack
文件夹的格式见 src/authoring/ISSUE-FOLDER.md。The folder format is described there.
书架在 SAME_PAGE_DATA 指定的文件夹里（默认 ./data）。The shelf lies in SAME_PAGE_DATA (./data).`;

export async function runIssueCommand(
  args: readonly string[],
  config: HubConfig,
  io: CommandIo,
): Promise<ExitCode> {
  const [verb, ...names] = args;
  if (verb === '--help' || verb === '-h' || verb === 'help') {
    io.out(help);
    return 0;
  }
  try {
    if (verb === 'add' && names.length > 0) return await add(names, config, io);
    if (verb === 'list' && names.length === 0) return await list(config, io);
    const order = verb === 'pack' ? parsePackArgs(names) : null;
    if (order !== null) return await runPack(order, config, io);
    if (verb === 'check' && names.length > 0) return await runCheck(names, config, io);
    if (verb === 'remove' && names.length === 1) return await remove(names[0] ?? '', config, io);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    io.err(error.message);
    return 1;
  }
  io.err(help);
  return 2;
}

async function add(names: readonly string[], config: HubConfig, io: CommandIo): Promise<ExitCode> {
  const places = names.map((name) => path.resolve(io.cwd, name));
  const kinds = await Promise.all(places.map(kindOf));
  const shelf = await openShelf(config);
  let exit: ExitCode = 0;
  for (const [index, place] of places.entries()) {
    const options = {
      // Only the samples that come with the program may show stand-ins.
      allowPlaceholders: place.startsWith(path.join(config.starter, 'issues') + path.sep),
      writesIds: kinds[index] === 'folder',
      demandsReasons: kinds[index] === 'zip',
      now: new Date(),
      report: (line: string) => io.out(`  ${line}`),
    };
    const outcome =
      kinds[index] === 'folder'
        ? await addIssue(place, shelf, options)
        : await withUnpacked(place, shelf.temporary, (folder) => addIssue(folder, shelf, options));
    exit = say(place, outcome, io) ? exit : 1;
  }
  return exit;
}

/** @returns Whether it was published. */
function say(place: string, { notices, published, unwritten }: AddOutcome, io: CommandIo): boolean {
  for (const notice of notices) (notice.severity === 'error' ? io.err : io.out)(noticeLine(place, notice));
  if (published === null) {
    const errors = notices.filter(({ severity }) => severity === 'error').length;
    io.err(
      `✗ ${path.basename(place)} 没有发布：还差 ${errors} 件事。书架没有改动。Not published: ${errors} to mend. The shelf is unchanged.`,
    );
    return false;
  }
  if (published.isChanged) io.out(`✓ ${published.id} 已经发布：${published.title}。Published.`);
  else io.out(`✓ ${published.id} 没有变化，书架上已经是这一版。Unchanged; the shelf already has it.`);
  if (unwritten.length > 0) io.out(unwrittenLine(place, unwritten));
  return true;
}

/** An archive is nobody's to write into: what keeps sentence ids through edits is then missing, and is said. */
function unwrittenLine(place: string, files: readonly string[]): string {
  return (
    `! ${path.basename(place)} 里没有句子编号（${files.join('、')}）。以后改了文字再发布，大家读到的位置和标记可能会错开：请改用文件夹发布。\n` +
    `    The archive has no sentence ids (${files.join(', ')}). After edits, places and marks kept on tablets may shift: add the folder instead.`
  );
}

async function kindOf(place: string): Promise<'folder' | 'zip'> {
  const entry = await stat(place).catch(() => null);
  if (entry?.isDirectory()) return 'folder';
  if (entry?.isFile() && /\.zip$/iu.test(place)) return 'zip';
  throw new HubError('no-such-folder', { folder: place });
}

const marks = { error: '✗', warning: '!', repaired: '✓' } as const;

/** `folder/01-morning.md:12`, as editors and terminals understand it. */
function noticeLine(folder: string, { severity, file, line, zh, en, reason }: Notice): string {
  const place = `${path.join(path.basename(folder), file)}${line === undefined ? '' : `:${line}`}`;
  const why = reason === undefined ? '' : `\n    写的原因 reason: ${reason}`;
  return `${marks[severity]} ${place}\n    ${zh}\n    ${en}${why}`;
}

async function list(config: HubConfig, io: CommandIo): Promise<ExitCode> {
  const shelf = await openShelf(config);
  const { publications, withdrawn } = await readShelf(shelf.store, shelf.keys.publicKey);
  if (publications.length === 0) io.out('书架是空的。The shelf is empty.');
  for (const { metadata } of publications) {
    const { id, pieceCount, sizeBytes } = metadata.samePage;
    const megabytes = (sizeBytes / 1e6).toFixed(1);
    io.out(
      `${id}  ${metadata.title}  ${pieceCount} 篇 pieces  ${megabytes} MB  ${metadata.modified.slice(0, 10)}`,
    );
  }
  if (withdrawn.length > 0) io.out(`已收回 withdrawn: ${withdrawn.join(', ')}`);
  // What a tablet shows when it is asked to believe another key (README, 核对钥匙).
  io.out(`书架的钥匙 key: ${await fingerprintOf(shelf.keys.publicKey)}`);
  return 0;
}

async function remove(id: string, config: HubConfig, io: CommandIo): Promise<ExitCode> {
  const { title } = await removeIssue(id, await openShelf(config), new Date());
  io.out(
    `✓ ${id} 已经收回：${title}。平板下次上网时会移走它。Taken back; tablets remove it when next online.`,
  );
  return 0;
}
