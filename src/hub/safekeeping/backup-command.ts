/** `npm run hub -- backup <file>` and `restore <file>`. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { HubCommand } from '../command.ts';
import { HubError } from '../hub-error.ts';
import { keyPath } from '../keys.ts';
import { openShelf } from '../open-shelf.ts';
import { writeBackup } from './backup.ts';
import { safeName } from './key-changes.ts';
import { passphraseFor, sayPassphrase } from './keys-command.ts';
import { restoreBackup } from './restore.ts';
import { lockSafe, newPassphrase } from './safe.ts';

export const backupCommand: HubCommand = {
  verb: 'backup',
  help: `  npm run hub -- backup <文件 file> [--keys]   备份全部，服务器不用停；--keys 把钥匙加密放进去
                                               back up everything of a running hub; --keys: its key too, encrypted`,
  async run([file, option, ...rest], config, io) {
    if (file === undefined || file.startsWith('-') || rest.length > 0) return null;
    if (option !== undefined && option !== '--keys') return null;
    const target = path.resolve(io.cwd, file);
    if (await stat(target).catch(() => null)) throw new HubError('file-exists', { file: target });
    const shelf = await openShelf(config);
    const passphrase = option === undefined ? null : newPassphrase();
    const safe =
      passphrase && (await lockSafe(safeName, await readFile(keyPath(config.data), 'utf8'), passphrase));
    const files = await writeBackup({ data: config.data, target, shelf, safe, now: new Date() }).catch(
      (error: unknown) => {
        throw toFileError(error, target);
      },
    );
    io.out(`✓ ${target}  ${files} 个文件 files`);
    if (passphrase !== null) sayPassphrase(passphrase, io);
    else
      io.out(
        '! 里面没有签名钥匙。请另外用 keys export 存一份：没有它，恢复以后不能再发布，平板要重新确认书架。\n' +
          '! The signing key is not in it: keep one with keys export. Without it a restored hub cannot release, and tablets must confirm the shelf again.',
      );
    return 0;
  },
};

function toFileError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === null || error instanceof HubError) return error;
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new HubError('disk-full', { file })
    : new HubError('file-unwritable', { file, reason: code });
}

export const restoreCommand: HubCommand = {
  verb: 'restore',
  help: `  npm run hub -- restore <文件 file>           恢复到空的数据文件夹 into an empty data folder (SAME_PAGE_DATA)`,
  async run([file, ...rest], config, io) {
    if (file === undefined || rest.length > 0) return null;
    const source = path.resolve(io.cwd, file);
    const { made, files, issues, hasKey, keptBucket } = await restoreBackup({
      file: source,
      config,
      passphrase: () => passphraseFor(source, io),
      now: new Date(),
    });
    io.out(`✓ ${made} 的备份恢复好了：${files} 个文件，${issues.length} 期。Restored to ${config.data}.`);
    io.out(
      '  这以后发布的、收回的都不在里面：收回过的请再收回一次。\n' +
        '  What was released or taken back since then is not in it; take back again what had been.',
    );
    if (keptBucket) io.out('  存储桶里的书架更新，保留了它。The shelf in the bucket is newer and was kept.');
    if (!hasKey)
      io.out(
        '! 还没有签名钥匙：请在启动以前运行 keys import，否则会生成一把新的。\n' +
          '! There is no signing key yet: run keys import before starting, or a new one is made.',
      );
    return 0;
  },
};
