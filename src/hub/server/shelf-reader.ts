/** The shelf as the pages' hints need it: whether it changed, and its small files as text. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ShelfStore } from '../store/store.ts';

export interface ShelfReader {
  /** Something that differs after each release; null where there is no catalogue. */
  state(): Promise<string | null>;
  /** @throws when there is no such file. */
  text(href: string): Promise<string>;
}

export function folderReader(root: string): ShelfReader {
  return {
    async state() {
      const entry = await stat(path.join(root, 'catalogue.jws')).catch(() => null);
      return entry === null ? null : String(entry.mtimeMs);
    },
    text: (href) => readFile(path.join(root, href), 'utf8'),
  };
}

/** A bucket is not asked for every page: a hint may be some seconds behind a release. */
const freshMs = 10_000;

export function storeReader(store: ShelfStore): ShelfReader {
  let asked = -Infinity;
  let known: ReturnType<ShelfStore['readCatalogue']> = Promise.resolve(null);
  function catalogue(): typeof known {
    const now = performance.now();
    if (now - asked < freshMs) return known;
    asked = now;
    known = store.readCatalogue();
    // Asked again for the next page, which then says what is wrong.
    known.catch(() => (asked = -Infinity));
    return known;
  }
  return {
    state: async () => (await catalogue())?.version ?? null,
    async text(href) {
      if (href === 'catalogue.jws') return (await catalogue())?.jws ?? '';
      const bytes = await store.read(href);
      if (bytes === null) throw new Error(`${href} is missing`);
      return new TextDecoder().decode(bytes);
    },
  };
}
