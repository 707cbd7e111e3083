import { readdirSync, readFileSync } from 'node:fs';

/** SIGKILL to every process of the browser that has this profile. */
export function killBrowser(profile: string): void {
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
    try {
      if (readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`))
        process.kill(Number(id), 'SIGKILL');
    } catch {
      // It ended by itself in the meantime.
    }
  }
}
