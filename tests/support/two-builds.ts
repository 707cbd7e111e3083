/** Two real builds of the app, and a hub that is upgraded from one to the other on the same address and data. */
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type Plugin } from 'vite';
import { freePort, startHub, type RunningHub } from './hub-setup.ts';

const project = path.resolve(import.meta.dirname, '../..');
export type BuildName = 'earlier' | 'later';
/** What the later build calls the bookshelf, so that a person, and a test, can tell which one is running. */
export const LATER_WORD = '新书架';

/** As if every page and its words had been worked on since. */
function worked(): Plugin {
  return {
    name: 'a-later-version',
    enforce: 'pre',
    transform(code, id) {
      if (id.endsWith('/locales/zh-Hans/app.json')) return code.replace('"书架"', `"${LATER_WORD}"`);
      if (/\/src\/(?:features|pieces)\/.*Page\.tsx$/u.test(id))
        return `${code}\nReflect.set(globalThis, 'samePageBuild', 'later');\n`;
      return null;
    },
  };
}

async function buildLater(outDir: string): Promise<void> {
  // As people get it: under the test runner's own NODE_ENV the app would have no service worker.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      root: project,
      configFile: path.join(project, 'vite.config.ts'),
      logLevel: 'error',
      plugins: [worked()],
      build: { outDir },
    });
  } finally {
    process.env['NODE_ENV'] = before;
  }
}

export interface UpgradableHub {
  readonly url: string;
  /** Stops the hub, puts the build in place of the other one and starts it again. */
  serve(which: BuildName): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** `earlier` is the build of these sources that `dist/app` holds. */
export async function openUpgradableHub(): Promise<UpgradableHub> {
  const folder = await mkdtemp(path.join(tmpdir(), 'same-page-upgrade-'));
  const later = path.join(folder, 'later');
  await buildLater(later);
  await cp(path.join(project, 'dist/hub'), path.join(folder, 'dist/hub'), { recursive: true });
  for (const name of ['node_modules', 'src'])
    await symlink(path.join(project, name), path.join(folder, name));
  const builds = { earlier: path.join(project, 'dist/app'), later };
  const port = await freePort();
  const dataFolder = path.join(folder, 'data');
  let hub: RunningHub | null = null;

  async function stop(): Promise<void> {
    await hub?.stop();
    hub = null;
  }
  return {
    url: `http://localhost:${port}`,
    stop,
    async serve(which) {
      await stop();
      const app = path.join(folder, 'dist/app');
      await rm(app, { recursive: true, force: true });
      await mkdir(app, { recursive: true });
      await cp(builds[which], app, { recursive: true });
      hub = await startHub({ port, dataFolder, project: folder });
    },
    async remove() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
