/** What the shelf offers at this moment, for hints to browsers; read again whenever the catalogue was switched. */
import type { PieceKind } from '../../core/reading/model.ts';
import type { Catalogue } from '../../core/shelf/catalogue.ts';
import { verifyCatalogueFrom } from '../../core/shelf/follow-catalogue.ts';
import type { ShelfKey } from '../../core/shelf/key-chain.ts';
import { parseManifest, type ParsedManifest } from '../../core/shelf/manifest.ts';
import type { ShelfReader } from './shelf-reader.ts';

export interface ShelfIndex {
  /** Null for a piece that is not there. */
  find(issue: string, piece: string): Promise<FoundPiece | null>;
  /** The media type of a blob whose extension does not say it, or undefined. */
  typeOf(href: string): Promise<string | undefined>;
  /** Who signed what is on offer now. */
  signer(): Promise<ShelfKey>;
}

export interface FoundPiece {
  readonly kind: PieceKind;
  /** Addresses (below the shelf) a page of this piece asks for first, in that order. */
  readonly files: readonly string[];
}

interface Contents {
  readonly state: string;
  readonly catalogue: Catalogue;
  readonly key: ShelfKey;
}

/** @param key Today's, or one before it: a key that was changed beside a running hub is followed, as a tablet does. */
export function shelfIndex(reader: ShelfReader, key: ShelfKey): ShelfIndex {
  const manifests = new Map<string, Promise<ParsedManifest>>();
  let known: Contents | null = null;

  /** One look serves all who ask while it lasts. */
  let looking: Promise<Contents | null> | null = null;
  const current = (): Promise<Contents | null> => (looking ??= look().finally(() => (looking = null)));

  async function look(): Promise<Contents | null> {
    const state = await reader.state();
    if (state === null) return null;
    if (known?.state !== state) {
      known = { state, ...(await verifyCatalogueFrom(await reader.text('catalogue.jws'), key)) };
      manifests.clear();
    }
    return known;
  }

  async function manifestOf(href: string): Promise<ParsedManifest> {
    const made = manifests.get(href) ?? reader.text(href).then(parseManifest);
    manifests.set(href, made);
    // One answer that failed is not the answer until the next release.
    made.catch(() => manifests.delete(href));
    return made;
  }

  return {
    async find(issueId, pieceId) {
      const listed = (await current())?.catalogue.issues.find(({ id }) => id === issueId);
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
      const issues = (await current())?.catalogue.issues ?? [];
      return issues.find(({ manifest }) => manifest.href === href)?.manifest.type;
    },
    signer: async () => (await current())?.key ?? key,
  };
}
