/** What the shelf offers at this moment, for hints to browsers; read again whenever the catalogue was switched. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { JWK } from 'jose';
import { verifyCatalogue, type Catalogue } from '../../core/shelf/catalogue.ts';
import { parseManifest, type ParsedManifest } from '../../core/shelf/manifest.ts';

export interface ShelfIndex {
  /** Addresses (below the shelf) a page of this piece asks for first, in that order; empty for one that is not there. */
  filesFor(issue: string, piece: string): Promise<readonly string[]>;
  /** The media type of a blob whose extension does not say it, or undefined. */
  typeOf(href: string): Promise<string | undefined>;
}

interface Contents {
  readonly changed: number;
  readonly catalogue: Catalogue;
}

export function shelfIndex(root: string, key: JWK): ShelfIndex {
  const file = path.join(root, 'catalogue.jws');
  const manifests = new Map<string, Promise<ParsedManifest>>();
  let known: Contents | null = null;

  async function current(): Promise<Catalogue | null> {
    const entry = await stat(file).catch(() => null);
    if (entry === null) return null;
    if (known?.changed !== entry.mtimeMs) {
      known = { changed: entry.mtimeMs, catalogue: await verifyCatalogue(await readFile(file, 'utf8'), key) };
      manifests.clear();
    }
    return known.catalogue;
  }

  async function manifestOf(href: string): Promise<ParsedManifest> {
    const made = manifests.get(href) ?? readFile(path.join(root, href), 'utf8').then(parseManifest);
    manifests.set(href, made);
    return made;
  }

  return {
    async filesFor(issueId, pieceId) {
      const issue = (await current())?.issues.find(({ id }) => id === issueId);
      if (issue === undefined) return [];
      const piece = (await manifestOf(issue.manifest.href)).pieces[pieceId];
      if (piece === undefined) return [];
      const native = [
        piece.reading,
        ...piece.tracks.map((track) => track.guided),
        ...piece.captions.map(({ file: captions }) => captions),
      ];
      return ['catalogue.jws', issue.manifest.href, ...native.map(({ href }) => href)];
    },
    async typeOf(href) {
      const issues = (await current())?.issues ?? [];
      return issues.find(({ manifest }) => manifest.href === href)?.manifest.type;
    },
  };
}
