import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { faultOf } from './fixture.ts';
import type { PackFault } from './pack-error.ts';

const collection = fileURLToPath(new URL('../../../../../shared/data/zip/', import.meta.url));
const expected: Readonly<Record<string, PackFault>> = {
  'bomb-20MiB-in-20KB.zip': 'compressed',
  'bomb-many-entries-5000.zip': 'compressed',
  'bomb-nested.zip': 'compressed',
  'duplicate-names.zip': 'duplicate',
  'html-polyglot.zip': 'junk',
  'name-gbk-no-utf8-flag.zip': 'unknown-entry',
  'names-traversal.zip': 'unsafe',
  'names-unicode-normalisation.zip': 'duplicate',
  'not-a-zip.zip': 'not-a-zip',
  'overlap-200x1MiB.zip': 'overlap',
  'size-lie-10-bytes-is-5MiB.zip': 'compressed',
  'symlinks.zip': 'unsafe',
  'truncated.zip': 'truncated',
  'zip-slip-win.zip': 'unsafe',
  'zip-slip.zip': 'unsafe',
};

describe('the collection of hostile archives', () => {
  const isHere = existsSync(collection);
  it.skipIf(!isHere)(
    'is refused, each archive by its right name, in no time and hardly any memory',
    async () => {
      const files = ['derived', 'snyk-zip-slip'].flatMap((folder) =>
        readdirSync(path.join(collection, folder)).map((name) => path.join(collection, folder, name)),
      );
      const archives = files.filter((file) => file.endsWith('.zip'));
      const started = performance.now();
      const faults = await Promise.all(
        archives.map(async (file) => [
          path.basename(file),
          await faultOf(new Uint8Array(readFileSync(file))),
        ]),
      );
      expect(Object.fromEntries(faults)).toEqual(expected);
      expect(performance.now() - started).toBeLessThan(2000);
    },
  );
});
