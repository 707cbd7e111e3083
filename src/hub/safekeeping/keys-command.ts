/** `npm run hub -- keys …`: the shelf's signing key, in safekeeping and through its changes. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fingerprintOf } from '../../core/shelf/key-chain.ts';
import type { CommandIo, HubCommand } from '../command.ts';
import type { HubConfig } from '../config.ts';
import { HubError } from '../hub-error.ts';
import { keyPath } from '../keys.ts';
import { openShelf } from '../open-shelf.ts';
import { durableWrite } from '../store/durable-write.ts';
import { importKey, replaceLostKey, rotateKey, safeName } from './key-changes.ts';
import { lockSafe, newPassphrase, openSafe } from './safe.ts';

const help = `  npm run hub -- keys show                     书架的钥匙 the shelf's key
  npm run hub -- keys export <文件 file>       加密存一份，口令只显示一次 an encrypted copy; its passphrase is shown once
  npm run hub -- keys import <文件 file>       从那一份恢复 take it in again
  npm run hub -- keys rotate                   换一把新钥匙，平板自己跟上 a new key; tablets follow by themselves
  npm run hub -- keys replace-lost             钥匙丢了：换新的，每台平板会问一次 the key is lost: go on with a new one; each tablet asks once`;

export const keysCommand: HubCommand = {
  verb: 'keys',
  help,
  async run([what, file, ...rest], config, io) {
    if (rest.length > 0) return null;
    const now = new Date();
    if (what === 'export' && file !== undefined) return exportKey(path.resolve(io.cwd, file), config, io);
    if (what === 'import' && file !== undefined) return takeIn(path.resolve(io.cwd, file), config, io);
    if (file !== undefined) return null;
    if (what === 'show') return show(config, io);
    if (what === 'rotate') return rotate(config, io, now);
    if (what === 'replace-lost') return replace(config, io, now);
    return null;
  },
};

async function show(config: HubConfig, io: CommandIo): Promise<0> {
  const { keys } = await openShelf(config);
  io.out(`书架的钥匙 key: ${await fingerprintOf(keys.publicKey)}`);
  for (const key of keys.former) io.out(`以前的 before: ${await fingerprintOf(key)}`);
  return 0;
}

async function exportKey(target: string, config: HubConfig, io: CommandIo): Promise<0> {
  if (await stat(target).catch(() => null)) throw new HubError('file-exists', { file: target });
  await openShelf(config);
  const passphrase = newPassphrase();
  const text = await lockSafe(safeName, await readFile(keyPath(config.data), 'utf8'), passphrase);
  await writeSecret(target, text);
  io.out(`✓ 钥匙已经加密存好 the key, encrypted: ${target}`);
  sayPassphrase(passphrase, io);
  return 0;
}

/** @throws HubError `file-unwritable`. */
async function writeSecret(target: string, text: string): Promise<void> {
  try {
    await durableWrite(target, path.dirname(target), (file) => file.writeFile(text), 0o600);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new HubError('file-unwritable', { file: target, reason });
  }
}

export function sayPassphrase(passphrase: string, io: CommandIo): void {
  io.out(`  口令 passphrase: ${passphrase}`);
  io.out(
    '  只显示这一次。请抄在纸上，和文件分开放；没有它，谁也打不开。\n' +
      '  Shown this once: write it down and keep it away from the file; nobody can open it without.',
  );
}

/** @throws HubError `passphrase-missing`. */
export async function passphraseFor(file: string, io: CommandIo): Promise<string> {
  const passphrase = await io.askSecret?.(`${path.basename(file)} 的口令 passphrase: `);
  if (passphrase === undefined || passphrase === null || passphrase === '')
    throw new HubError('passphrase-missing', {});
  return passphrase;
}

async function takeIn(file: string, config: HubConfig, io: CommandIo): Promise<0> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new HubError('file-unreadable', { file, reason: error.code ?? '' });
  });
  const key = await openSafe(safeName, text, await passphraseFor(file, io));
  if (key === null) throw new HubError('safe-unreadable', { file });
  const fingerprint = await importKey(config.data, await openShelf(config), key);
  io.out(`✓ 钥匙已经放好 the key is in place: ${fingerprint}`);
  return 0;
}

async function rotate(config: HubConfig, io: CommandIo, now: Date): Promise<0> {
  const shelf = await openShelf(config);
  const before = await fingerprintOf(shelf.keys.publicKey);
  await rotateKey(config.data, shelf, now);
  io.out(`✓ 换好了 changed: ${before} → ${await fingerprintOf(shelf.keys.publicKey)}`);
  io.out(
    '  平板下次联网时自己跟上。请重新 export 一份；别的服务器也用这个存储桶的话，在那边 import。\n' +
      '  Tablets follow when next online. Export the new key; on other hubs of the same bucket, import it.\n' +
      '  正在运行的服务器自己接着用新钥匙，不用重新启动。A running hub goes on with the new key by itself.',
  );
  return 0;
}

async function replace(config: HubConfig, io: CommandIo, now: Date): Promise<0> {
  const changed = await replaceLostKey(await openShelf(config), now);
  if (changed === null) {
    io.out(
      '书架就是用现在这把钥匙签的，什么也没有丢。The shelf is signed with the key at hand; nothing is lost.',
    );
    return 0;
  }
  io.out(`✓ 书架换了新钥匙 the shelf has a new key:\n  旧 lost: ${changed.lost}\n  新 new:  ${changed.key}`);
  io.out(
    '  每台平板会问一次“书架的钥匙变了”，请对着这两串字核对再点同意。\n' +
      '  Each tablet asks once; compare both before agreeing.\n' +
      '  正在运行的服务器请重新启动，新来的平板才从新钥匙开始认。Restart a running hub, so that new tablets begin with the new key.',
  );
  return 0;
}
