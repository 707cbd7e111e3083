/**
 * Copies of this build and the ones before. The hub serves from its copy, so a new `npm run build` beside a running hub
 * changes nothing under open pages; and a page opened before an update still finds the chunks of its own build.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';

const keptBuilds = 3;

export interface KeptBuilds {
  /** Absolute: this build. */
  readonly own: string;
  /** Absolute, newest first. */
  readonly earlier: readonly string[];
}

export async function keepBuild(app: string, builds: string): Promise<KeptBuilds> {
  const name = await nameOf(app);
  const own = path.join(builds, name);
  await mkdir(builds, { recursive: true });
  if (!(await exists(own))) {
    const draft = path.join(builds, `draft-${name}-${process.pid}`);
    await cp(app, draft, { recursive: true });
    // Another hub on the same data may have been quicker; its copy is as good.
    await rename(draft, own).catch(() => rm(draft, { recursive: true, force: true }));
  }
  await utimes(own, new Date(), new Date());
  const known = await byAge(builds);
  for (const old of known.slice(keptBuilds)) await rm(old, { recursive: true, force: true });
  return { own, earlier: known.slice(0, keptBuilds).filter((build) => build !== own) };
}

/** The page and the worker together name every other file of a build by its hash. */
async function nameOf(app: string): Promise<string> {
  const hash = createHash('sha256').update(await readFile(path.join(app, 'index.html')));
  hash.update(await readFile(path.join(app, 'sw.js')).catch(() => ''));
  return hash.digest('hex').slice(0, 16);
}

const exists = (folder: string): Promise<boolean> =>
  stat(folder).then(
    () => true,
    () => false,
  );

async function byAge(builds: string): Promise<string[]> {
  const entries = (await readdir(builds)).filter((entry) => !entry.startsWith('draft-'));
  const aged = await Promise.all(
    entries.map(async (entry) => {
      const folder = path.join(builds, entry);
      return { folder, used: (await stat(folder)).mtimeMs };
    }),
  );
  return aged.sort((a, b) => b.used - a.used).map(({ folder }) => folder);
}
