/** `npm run hub -- move <from> <to>`. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { CommandIo, HubCommand } from '../command.ts';
import { HubError } from '../hub-error.ts';
import { keyPath, readKeys } from '../keys.ts';
import { folderStore } from './folder-store.ts';
import { moveShelf } from './move-shelf.ts';
import { openBucket } from './open-store.ts';
import { readS3Settings } from './s3-settings.ts';
import type { ShelfStore } from './store.ts';

export const moveCommand: HubCommand = {
  verb: 'move',
  help: `  npm run hub -- move <从 from> <到 to>         把书架拷到另一个地方并逐个核对，断了再运行就接着来
                                               copy a shelf elsewhere and verify it; run again, it goes on
      文件夹或 s3://存储桶/前缀 a folder, or s3://bucket/prefix (SAME_PAGE_S3_…; 从 from: SAME_PAGE_FROM_S3_…)`,
  async run([from, to, ...rest], { data }, io) {
    if (from === undefined || to === undefined || rest.length > 0) return null;
    const keys = await readKeys(data);
    if (keys === null) throw new HubError('key-unreadable', { file: keyPath(data) });
    const source = await openPlace(from, io, ['SAME_PAGE_FROM_S3_', 'SAME_PAGE_S3_']);
    const target = await openPlace(to, io, ['SAME_PAGE_S3_']);
    io.out(`${source.name} → ${target.name}`);
    const { issues, files } = await moveShelf({
      from: source,
      to: target,
      keys: [keys.publicKey, ...keys.former],
      report: (line) => io.out(`  ${line}`),
    });
    io.out(`✓ ${issues.length} 期、${files} 个文件都在，逐个核对过了。All there, and every one verified.`);
    io.out(
      '  接下来：停下服务器，再运行一次，改好设置（SAME_PAGE_STORE、SAME_PAGE_SHELF_URL）再启动。\n' +
        '  Next: stop the hub, run this once more, change the settings (SAME_PAGE_STORE, SAME_PAGE_SHELF_URL), and start.',
    );
    return 0;
  },
};

async function openPlace(place: string, io: CommandIo, variables: readonly string[]): Promise<ShelfStore> {
  const bucket = /^s3:\/\/(?<path>.+)$/u.exec(place)?.groups?.['path'];
  if (bucket !== undefined) return openBucket(readS3Settings(process.env, bucket, variables));
  const root = path.resolve(io.cwd, place);
  const entry = await stat(root).catch(() => null);
  if (entry !== null && !entry.isDirectory()) throw new HubError('no-such-folder', { folder: root });
  return folderStore(root, path.join(path.dirname(root), `.${path.basename(root)}.temporary`));
}
