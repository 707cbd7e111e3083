/** What a browser's processes hold in memory, looked at from outside: buffers and decoders are in no JavaScript heap. */
import { readFileSync, readdirSync } from 'node:fs';

/** Bytes, each shared page counted in part (`Pss`). Pages of files are the kernel's to take back whenever it likes. */
export interface Held {
  /** No file stands behind it: heaps, buffers. */
  readonly anonymous: number;
  /** Shared between processes without a file: what a browser hands from one of its processes to the other. */
  readonly shared: number;
  readonly ofFiles: number;
}
type Kind = 'renderer' | 'browser' | 'other';

/** By kind of process, of the browser with this profile. */
export function heldBy(profile: string): Readonly<Record<Kind, Held>> {
  const nothing: Held = { anonymous: 0, shared: 0, ofFiles: 0 };
  const sums: Record<Kind, Held> = { renderer: nothing, browser: nothing, other: nothing };
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
    try {
      const kind = kindOf(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
      if (!isOf(pid, profile)) continue;
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      const bytes = (name: string): number =>
        Number(new RegExp(`^${name}:\\s+(\\d+)`, 'mu').exec(rollup)?.[1] ?? 0) * 1024;
      sums[kind] = {
        anonymous: sums[kind].anonymous + bytes('Pss_Anon'),
        shared: sums[kind].shared + bytes('Pss_Shmem'),
        ofFiles: sums[kind].ofFiles + bytes('Pss_File'),
      };
    } catch {
      // It has ended since.
    }
  }
  return sums;
}

/** Bytes of memory no file stands behind, of the processes of the browser with this profile. */
export function privateBytes(profile: string, kinds: 'renderer' | 'any' = 'renderer'): number {
  const { renderer, browser, other } = heldBy(profile);
  return kinds === 'renderer' ? renderer.anonymous : renderer.anonymous + browser.anonymous + other.anonymous;
}

function kindOf(command: string): Kind {
  if (command.includes('--type=renderer')) return 'renderer';
  return command.includes('--type=') ? 'other' : 'browser';
}

/** Walks up from a process to the browser that was started with the profile. */
function isOf(pid: string, profile: string): boolean {
  for (let at = pid; at !== '0' && at !== '1';) {
    if (readFileSync(`/proc/${at}/cmdline`, 'utf8').includes(profile)) return true;
    at = /PPid:\s+(\d+)/u.exec(readFileSync(`/proc/${at}/status`, 'utf8'))?.[1] ?? '0';
  }
  return false;
}
