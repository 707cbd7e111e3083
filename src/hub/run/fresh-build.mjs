// Builds what is missing in dist/ or older than its sources, so that `npm start` and `npm run issue` always run the code
// that lies there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const hubSources = ['src/core', 'src/authoring', 'src/hub', 'package-lock.json'];
const appSources = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
// What the hub reads while it runs is no source of a build, and tests are in none.
const isBuilt = (file) => !/^src\/starter\/|\.test\.tsx?$|\.md$/u.test(file);

/** Names, sizes and times: enough to notice an edit, a pull or a checkout, and quick. */
function fingerprint(sources) {
  const hash = createHash('sha256');
  const visit = (name) => {
    const entry = statSync(path.join(root, name), { throwIfNoEntry: false });
    if (entry?.isDirectory())
      for (const child of readdirSync(path.join(root, name)).sort()) visit(`${name}/${child}`);
    else if (entry && isBuilt(name)) hash.update(`${name} ${entry.size} ${entry.mtimeMs}\n`);
  };
  for (const source of sources) visit(source);
  return hash.digest('hex');
}

function ensure(part, result, sources, args) {
  const stamp = path.join(root, 'dist', `${part}.stamp`);
  const now = fingerprint(sources);
  const isThere = statSync(path.join(root, result), { throwIfNoEntry: false }) !== undefined;
  let last = '';
  try {
    last = readFileSync(stamp, 'utf8');
  } catch {
    // Never built here.
  }
  if (isThere && last === now) return;
  console.log(part === 'app' ? '正在编译应用…… Building the app…' : '正在编译服务器…… Building the hub…');
  // Whoever asks, the build is the one people get: a test runner's NODE_ENV would leave out the service worker.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) {
    console.error(`${stdout}${stderr}`);
    console.error(
      '没有编译成功，上面是原因。如果还没有安装依赖，请先运行：npm ci\n' +
        'The build failed for the reason above. If packages are not installed yet, run: npm ci',
    );
    process.exit(1);
  }
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, now);
}

export function ensureHub() {
  ensure('hub', 'dist/hub/main.js', hubSources, [
    'node_modules/vite/bin/vite.js',
    'build',
    '--config=src/hub/run/hub.config.ts',
  ]);
}

export function ensureApp() {
  ensure('app', 'dist/app/index.html', appSources, ['node_modules/vite/bin/vite.js', 'build']);
}
