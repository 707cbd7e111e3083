/** What the shelf offers at this moment, for hints to browsers; read again whenever the catalogue was switched. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { JWK } from 'jose';
import type { PieceKind } from '../../core/reading/model.ts';
import { verifyCatalogue, type Catalogue } from '../../core/shelf/catalogue.ts';
import { parseManifest, type ParsedManifest } from '../../core/shelf/manifest.ts';

export interface ShelfIndex {
  /** Null for a piece that is not there. */
  find(issue: string, piece: string): Promise<FoundPiece | null>;
  /** The media type of a blob whose extension does not say it, or undefined. */
  typeOf(href: string): Promise<string | undefined>;
}

export interface FoundPiece {
  readonly kind: PieceKind;
  /** Addresses (below the shelf) a page of this piece asks for first, in that order. */
  readonly files: readonly string[];
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
    async find(issueId, pieceId) {
      const listed = (await current())?.issues.find(({ id }) => id === issueId);
      if (listed === undefined) return null;
      const { issue, pieces } = await manifestOf(listed.manifest.href);
      const piece = pieces[pieceId];
      const summary = issue.pieces.find(({ id }) => id === pieceId);
      if (piece === undefined || summary === undefined) return null;
      const guided = piece.tracks.map((track) => track.guided);
      const captions = piece.captions.map(({ file: captionFile }) => captionFile);
      const native = [piece.reading, ...guided, ...captions].map(({ href }) => href);
      return { kind: summary.kind, files: ['catalogue.jws', listed.manifest.href, ...native] };
    },
    async typeOf(href) {
      const issues = (await current())?.issues ?? [];
      return issues.find(({ manifest }) => manifest.href === href)?.manifest.type;
    },
  };
}
