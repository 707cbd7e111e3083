/** The layer rules of the design are only worth what they catch: each planted breach must be reported. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

// [file, what it imports, whether the design forbids it]
const IMPORTS: readonly (readonly [string, string, boolean])[] = [
  ['src/core/a.ts', '../ui/x.ts', true],
  ['src/core/b.ts', '../storage/x.ts', true],
  ['src/storage/a.ts', '../library/x.ts', true],
  ['src/library/a.ts', '../storage/x.ts', false],
  ['src/ui/a.ts', '../core/x.ts', true],
  ['src/player/a.ts', '../storage/x.ts', true],
  ['src/player/b.ts', '../core/x.ts', false],
  ['src/pieces/a.ts', '../library/x.ts', true],
  ['src/features/home/a.ts', '../words/x.ts', true],
  ['src/features/home/b.ts', './x.ts', false],
  ['src/features/home/c.ts', '../../authoring/x.ts', true],
  ['src/features/studio/queue/a.ts', '../captions/x.ts', true],
  ['src/features/studio/queue/b.ts', '../shared/x.ts', false],
  ['src/features/studio/queue/c.ts', '../../../authoring/x.ts', false],
  ['src/features/studio/queue/d.ts', '../../home/x.ts', true],
  ['src/features/home/d.ts', '../studio/shared/x.ts', true],
  ['src/app/c.ts', '../features/studio/queue/x.ts', true],
  ['src/app/a.ts', '../features/home/x.ts', true],
  ['src/app/b.ts', '../hub/x.ts', true],
  ['src/sw/a.ts', '../library/x.ts', true],
  ['src/hub/a.ts', '../core/x.ts', false],
  ['src/hub/b.ts', '../features/home/x.ts', true],
  ['src/authoring/a.ts', '../hub/x.ts', true],
];

let folder = '';
let report = '';

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'same-page-layers-'));
  cpSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const layer of [
    'core',
    'authoring',
    'storage',
    'library',
    'ui',
    'hub',
    'features/home',
    'features/words',
    'features/studio/queue',
    'features/studio/captions',
    'features/studio/shared',
  ]) {
    write(`src/${layer}/x.ts`, 'export const x = 1;\n');
  }
  for (const [file, imported] of IMPORTS)
    write(file, `import { x } from '${imported}';\nexport const y = x;\n`);
  write('src/app/lazy.ts', "export const load = () => import('../features/home/x.ts');\n");
  const run = spawnSync(join(ROOT, 'node_modules/.bin/oxlint'), ['--format=unix'], {
    cwd: folder,
    encoding: 'utf8',
  });
  report = run.stdout;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('layer rules', () => {
  for (const [file, imported, isForbidden] of IMPORTS) {
    it(`${isForbidden ? 'refuses' : 'allows'} ${file} → ${imported}`, () => {
      expect(report.includes(`${file}:`)).toBe(isForbidden);
    });
  }
  it('lets the app reach a feature by import()', () => {
    expect(report).not.toContain('src/app/lazy.ts');
  });
});
