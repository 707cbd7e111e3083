// Finds a Chrome or Chromium for the real-browser tests; as root on Debian it installs the distribution's own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const KNOWN = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** @returns {string | null} the path of an installed Chrome or Chromium; `CHROMIUM` in the environment wins */
export function findChromium() {
  const named = process.env['CHROMIUM'];
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) =>
    existsSync(path),
  );
  return found ?? KNOWN.find((path) => existsSync(path)) ?? null;
}

const isOnPath = (name) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/** What the tests need beside Node, as Debian packages, and how to tell that it is there. */
const PACKAGES = [
  { name: 'chromium', present: () => findChromium() !== null },
  {
    name: 'fonts-noto-cjk',
    present: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  },
  { name: 'ffmpeg', present: () => spawnSync('ffmpeg', ['-version']).status === 0 },
  // The other engines the store and offline journeys run in.
  { name: 'firefox-esr', present: () => isOnPath('firefox-esr') },
  { name: 'webkit2gtk-driver', present: () => isOnPath('WebKitWebDriver') },
  { name: 'xvfb', present: () => isOnPath('Xvfb') },
  ...['libav', 'plugins-good', 'plugins-bad'].map((part) => ({
    name: `gstreamer1.0-${part}`,
    present: () => spawnSync('dpkg', ['-s', `gstreamer1.0-${part}`]).status === 0,
  })),
  // What judges the books, stands before the hub in the guide, and is measured beside it.
  { name: 'epubcheck', present: () => existsSync('/usr/bin/epubcheck') },
  { name: 'default-jre-headless', present: () => spawnSync('java', ['-version']).status === 0 },
  { name: 'caddy', present: () => existsSync('/usr/bin/caddy') },
  { name: 'nginx-light', present: () => existsSync('/usr/sbin/nginx') },
  { name: 'curl', present: () => isOnPath('curl') },
];

/** Installs what is missing where that is allowed (root, apt-get); elsewhere says in one sentence what to do. */
export function ensureTools() {
  const missing = PACKAGES.filter((entry) => !entry.present()).map((entry) => entry.name);
  if (missing.length === 0) return;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && spawnSync('apt-get', ['--version']).status === 0) {
    console.log(`Installing ${missing.join(', ')} …`);
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], quiet);
  }
  const still = PACKAGES.filter((entry) => !entry.present()).map((entry) => entry.name);
  if (still.includes('chromium')) {
    throw new Error(
      'The tests need Chrome or Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM to its path.',
    );
  }
  for (const name of still)
    console.warn(`NOTE: ${name} is not installed; the tests that need it are skipped, and say so.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    ensureTools();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
