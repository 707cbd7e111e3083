// Preloaded into a hub (`node --import`): counts everything it does to the disk below KILL_BELOW, writes each step into
// KILL_LOG, and ends the process with SIGKILL before step KILL_AT. A write is two steps: before it, and half done.
import fs, { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const { KILL_AT = '0', KILL_BELOW = '', KILL_LOG = '' } = process.env;
const below = path.resolve(KILL_BELOW) + path.sep;
/** 0: never. */
export const killsAt = Number(KILL_AT);
let steps = 0;

const isOurs = (name) => typeof name === 'string' && path.resolve(name).startsWith(below);

function step(what, name) {
  steps += 1;
  if (KILL_LOG !== '') appendFileSync(KILL_LOG, `${what} ${path.relative(below, String(name))}\n`);
  if (steps === killsAt) process.kill(process.pid, 'SIGKILL');
}

const real = { ...fs.promises };

fs.promises.open = async (name, flags = 'r', mode = undefined) => {
  const isWriting = flags !== 'r';
  if (!isOurs(name)) return real.open(name, flags, mode);
  if (isWriting) step('create', name);
  const file = await real.open(name, flags, mode);
  const [writeFile, sync] = [file.writeFile.bind(file), file.sync.bind(file)];
  file.writeFile = async (data, ...rest) => {
    step('write', name);
    const bytes = Buffer.from(data);
    const half = Math.floor(bytes.length / 2);
    await writeFile(bytes.subarray(0, half), ...rest);
    step('half', name);
    await writeFile(bytes.subarray(half), ...rest);
  };
  file.sync = async () => {
    step(isWriting ? 'sync' : 'sync-folder', name);
    await sync();
  };
  return file;
};
for (const what of ['rename', 'link', 'rm', 'writeFile']) {
  fs.promises[what] = async (name, ...rest) => {
    const target = what === 'rename' || what === 'link' ? rest[0] : name;
    if (isOurs(target)) step(what, target);
    return real[what](name, ...rest);
  };
}
syncBuiltinESMExports();
