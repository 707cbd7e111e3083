// The budgets of design §12, read from the build manifest: brotli bytes of what each page needs before it works.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const APP = 'dist/app';
const LIMITS = { firstLoadJs: 40_000, routeJs: 25_000, studioJs: 80_000, css: 14_000 };

const manifest = JSON.parse(readFileSync(join(APP, '.vite/manifest.json'), 'utf8'));
const sizes = new Map();
function compressed(file) {
  if (!sizes.has(file)) sizes.set(file, brotliCompressSync(readFileSync(join(APP, file))).length);
  return sizes.get(file);
}
/** The chunk and everything it imports statically. */
function graph(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key].imports ?? []) graph(imported, seen);
  return seen;
}
const total = (files) => [...new Set(files)].reduce((sum, file) => sum + compressed(file), 0);
const js = (keys) => total([...keys].map((key) => manifest[key].file).filter((file) => file.endsWith('.js')));
const css = (keys) => total([...keys].flatMap((key) => manifest[key].css ?? []));

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const initial = graph(entry);
const rows = [
  ['first load, JS', js(initial), LIMITS.firstLoadJs],
  ['first load, CSS', css(initial), LIMITS.css],
];
for (const key of Object.keys(manifest)) {
  if (!/^src\/features\/.*Page\.tsx$/u.test(key)) continue;
  const own = [...graph(key)].filter((chunk) => !initial.has(chunk));
  const limit = key.includes('/studio/') ? LIMITS.studioJs : LIMITS.routeJs;
  rows.push(
    [key.replace('src/features/', ''), js(own), limit],
    [`${key.replace('src/features/', '')} CSS`, css(own), LIMITS.css],
  );
}
// A piece and the reader page it stands in are one route to the person who waits for it. Both the page and a reading lie in groups.
const group = (wanted) => Object.keys(manifest).find((key) => manifest[key].name === wanted);
const pieces = Object.keys(manifest).filter((key) => /^src\/pieces\/.*Piece\.tsx$/u.test(key));
for (const key of [group('reading'), ...pieces]) {
  const together = [...new Set([...graph(group('player')), ...graph(key)])].filter(
    (chunk) => !initial.has(chunk),
  );
  rows.push([`reader + ${manifest[key].name}`, js(together), LIMITS.routeJs]);
}
let isOver = false;
for (const [name, bytes, limit] of rows) {
  const over = bytes > limit;
  isOver ||= over;
  console.log(`${over ? 'OVER' : 'ok  '} ${name}: ${(bytes / 1000).toFixed(1)} of ${limit / 1000} kB`);
}
process.exit(isOver ? 1 : 0);
