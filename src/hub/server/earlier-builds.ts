/**
 * Hashed files of earlier builds. A page opened before an update may ask for a chunk of its own build; without it the
 * next route it opens would be a blank page.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';

const keptBuilds = 2;

/**
 * Keeps a copy of this build's assets and gives up all but the last few.
 * @returns Folders of the other kept builds, newest first, each with an `assets` folder as `dist/app` has it.
 */
export async function keepBuild(app: string, builds: string): Promise<readonly string[]> {
  const name = createHash('sha256')
    .update(await readFile(path.join(app, 'index.html')))
    .digest('hex')
    .slice(0, 16);
  await mkdir(builds, { recursive: true });
  const own = path.join(builds, name);
  const isKnown = await stat(own).then(
    () => true,
    () => false,
  );
  if (!isKnown) {
    const draft = path.join(builds, `.${name}-${process.pid}`);
    await cp(path.join(app, 'assets'), path.join(draft, 'assets'), { recursive: true, force: true });
    await rename(draft, own).catch(() => rm(draft, { recursive: true, force: true }));
  }
  await utimes(own, new Date(), new Date());
  const kept = await Promise.all(
    (await readdir(builds)).map(async (entry) => ({
      entry,
      used: (await stat(path.join(builds, entry))).mtimeMs,
    })),
  );
  kept.sort((a, b) => b.used - a.used);
  for (const { entry } of kept.slice(keptBuilds + 1))
    await rm(path.join(builds, entry), { recursive: true, force: true });
  return kept
    .slice(0, keptBuilds + 1)
    .filter(({ entry }) => entry !== name && !entry.startsWith('.'))
    .map(({ entry }) => path.join(builds, entry));
}
