/** What a browser's processes hold in memory, looked at from outside: buffers and decoders are in no JavaScript heap. */
import { readFileSync, readdirSync } from 'node:fs';

/** Bytes of memory no file stands behind, of the processes of the browser with this profile; `type` as in `--type=renderer`. */
export function privateBytes(profile: string, type: 'renderer' | 'any' = 'renderer'): number {
  let sum = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if ((type !== 'any' && !command.includes(`--type=${type}`)) || !isOf(pid, profile)) continue;
      const kilobytes = /RssAnon:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      sum += Number(kilobytes ?? 0) * 1024;
    } catch {
      // It has ended since.
    }
  }
  return sum;
}

/** Walks up from a process to the browser that was started with the profile. */
function isOf(pid: string, profile: string): boolean {
  for (let at = pid; at !== '0' && at !== '1';) {
    if (readFileSync(`/proc/${at}/cmdline`, 'utf8').includes(profile)) return true;
    at = /PPid:\s+(\d+)/u.exec(readFileSync(`/proc/${at}/status`, 'utf8'))?.[1] ?? '0';
  }
  return false;
}
