/** What can be told on this machine alone: program, folder, room, keys, shelf and clock. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { verifyPayload } from '../../core/shelf/catalogue.ts';
import { earliestTime, leastFreeBytes } from '../health.ts';
import { readKeys } from '../keys.ts';
import type { ShelfStore } from '../store/store.ts';
import { reasonOf, unknown, well, wrong, type DoctorFinding } from './finding.ts';

export function checkNode(version: string): DoctorFinding {
  const what = ['Node.js', ''] as const;
  const [major = 0, minor = 0] = version.replace(/^v/u, '').split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    return wrong(what, [`${version} 太旧`, `${version} is too old`], ['请装 24。', 'Install 24.']);
  if (major < 22)
    return well(what, [
      `${version}，能用；这一版已经不再更新，换成 24 更好`,
      `${version} works; it gets no more fixes, 24 is better`,
    ]);
  return well(what, [version, '']);
}

export async function checkFolder(data: string): Promise<DoctorFinding> {
  const what = ['数据文件夹', 'data folder'] as const;
  const draft = path.join(data, `doctor-${randomUUID()}`);
  try {
    await mkdir(data, { recursive: true });
    const file = await open(draft, 'wx');
    await file.writeFile('x');
    await file.sync();
    await file.close();
    await rename(draft, `${draft}.moved`);
    return well(what, [`${data} 能写`, `${data} can be written`]);
  } catch (error) {
    return wrong(
      what,
      [`${data} 不能写入（${reasonOf(error)}）`, `${data} cannot be written (${reasonOf(error)})`],
      [
        '请改它的权限，或者用 SAME_PAGE_DATA 换一个文件夹。',
        'Change its permissions, or choose another with SAME_PAGE_DATA.',
      ],
    );
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
    await rm(`${draft}.moved`, { force: true }).catch(() => undefined);
  }
}

export async function checkSpace(data: string): Promise<DoctorFinding> {
  const what = ['空的地方', 'room'] as const;
  try {
    const { bavail, bsize } = await statfs(data);
    const free = bavail * bsize;
    const gigabytes = `${(free / 1e9).toFixed(1)} GB`;
    if (free >= leastFreeBytes) return well(what, [`还有 ${gigabytes}`, `${gigabytes} free`]);
    return wrong(
      what,
      [`只剩 ${gigabytes}`, `only ${gigabytes} free`],
      [
        '发布一期要 2 GB 以上。请清出地方，或者把数据文件夹搬到大一点的盘上。',
        'A release needs 2 GB. Make room, or move the data folder to a larger disk.',
      ],
    );
  } catch (error) {
    return unknown(what, [`问不到（${reasonOf(error)}）`, `cannot be asked (${reasonOf(error)})`]);
  }
}

export async function checkKeys(data: string): Promise<DoctorFinding> {
  const what = ['签名钥匙', 'signing key'] as const;
  const folder = path.join(data, 'keys');
  try {
    if ((await readKeys(data)) === null)
      return well(what, ['还没有，第一次启动时会做', 'not yet there; the first start makes it']);
    const { mode } = await stat(path.join(folder, 'shelf.jwk.json'));
    if ((mode & 0o077) === 0)
      return well(what, ['在，只有同页自己能读', 'there, and only the hub can read it']);
    return wrong(
      what,
      [
        `别人也能读（权限 ${(mode & 0o777).toString(8)}）`,
        `others can read it (mode ${(mode & 0o777).toString(8)})`,
      ],
      [`请运行：chmod 600 ${folder}/*`, `Run: chmod 600 ${folder}/*`],
    );
  } catch (error) {
    return wrong(what, [reasonOf(error), ''], ['请从备份恢复 keys/。', 'Restore keys/ from a backup.']);
  }
}

export async function checkShelf(
  store: ShelfStore,
  data: string,
  now: number,
): Promise<readonly DoctorFinding[]> {
  const what = ['书架', 'shelf'] as const;
  const clock = ['时钟', 'clock'] as const;
  const setClock = [
    '请打开自动对时：timedatectl set-ntp true',
    'Switch on network time: timedatectl set-ntp true',
  ] as const;
  const local = new Date(now).toISOString();
  if (now < earliestTime)
    return [wrong(clock, [`${local}，比这个程序还早`, `${local}, before this program was made`], setClock)];
  try {
    const keys = await readKeys(data);
    const catalogue = keys === null ? null : await store.readCatalogue();
    if (keys === null || catalogue === null)
      return [well(what, ['还是空的', 'still empty']), well(clock, [local, ''])];
    const { issued, expires, feed } = await verifyPayload(catalogue.jws, keys.publicKey);
    const count = feed.groups?.reduce((sum, { publications }) => sum + publications.length, 0) ?? 0;
    const shelf =
      Date.parse(expires) > now
        ? well(what, [`${count} 期，签名是对的`, `${count} issues, rightly signed`])
        : wrong(
            what,
            [`${issued} 以后没有发布过，平板会提醒`, `nothing released since ${issued}; tablets say so`],
            ['发布任何一期都会更新它。', 'Releasing any issue renews it.'],
          );
    const time =
      Date.parse(issued) > now + 600_000
        ? wrong(
            clock,
            [`${local}，比上次发布（${issued}）还早`, `${local}, before the last release (${issued})`],
            setClock,
          )
        : well(clock, [local, '']);
    return [shelf, time];
  } catch (error) {
    const restore = ['请从备份恢复数据文件夹。', 'Restore the data folder from a backup.'] as const;
    return [wrong(what, [`读不出来（${reasonOf(error)}）`, `cannot be read (${reasonOf(error)})`], restore)];
  }
}
