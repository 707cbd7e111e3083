/** A bookcase over a published shelf: fetched, verified, kept. */
import type { BlobRef } from '../core/reading/model.ts';
import type { Catalogue } from '../core/shelf/catalogue.ts';
import { parseManifest, type ParsedManifest } from '../core/shelf/manifest.ts';
import type { Issue } from '../core/shelf/issue.ts';
import { parseGlossary } from '../core/shelf/glossary.ts';
import { BookcaseError, type Bookcase } from './bookcase.ts';
import { isOut, shanghaiDate } from './days.ts';
import { readPiece } from './read-piece.ts';
import { readShelfConfig, type ShelfConfig } from './shelf-config.ts';
import { createTexts } from './texts.ts';
import { openCatalogue, refreshCatalogue, toBookcaseError } from './trust.ts';

/** Begins to fetch at once; what is asked of it waits for what it needs. */
export function createShelfBookcase(): Bookcase {
  let base = '';
  const urlOf = (blob: BlobRef): string => base + blob.href;
  const texts = createTexts(urlOf);
  const manifests = new Map<string, Promise<ParsedManifest>>();
  let config: Promise<ShelfConfig> | null = null;
  let catalogue: Promise<Catalogue> | null = null;

  function shelf(): Promise<ShelfConfig> {
    config ??= readShelfConfig().then((read) => {
      base = read.url;
      return read;
    });
    // A failure is not remembered: the next question asks again.
    config.catch(() => (config = null));
    return config;
  }

  function open(): Promise<Catalogue> {
    catalogue ??= shelf()
      .then(openCatalogue)
      .then((trusted) => {
        // Kept because the network was away: the next question tries the network again.
        if (trusted.isKept) catalogue = null;
        return trusted.catalogue;
      });
    catalogue.catch(() => (catalogue = null));
    return catalogue;
  }

  function manifest(blob: BlobRef): Promise<ParsedManifest> {
    const known = manifests.get(blob.sha256);
    if (known) return known;
    const parsed = texts.text(blob).then(readManifest);
    manifests.set(blob.sha256, parsed);
    parsed.catch(() => manifests.delete(blob.sha256));
    return parsed;
  }

  async function manifestOf(id: string): Promise<ParsedManifest> {
    const { issues } = await open();
    const summary = issues.find((issue) => issue.id === id);
    if (!summary) throw new BookcaseError('not-found', id);
    return manifest(summary.manifest);
  }

  async function issue(id: string): Promise<Issue> {
    const today = shanghaiDate(new Date());
    const { issue: whole } = await manifestOf(id);
    return { ...whole, pieces: whole.pieces.filter((piece) => isOut(piece, today)) };
  }

  // The first question of every page: asked before any page is there to ask it.
  void open().catch(() => undefined);

  return {
    clubs: async () => (await open()).clubs,
    issues: async (club) => (await open()).issues.filter((summary) => summary.club === club),
    issue,
    async piece(issueId, pieceId) {
      const [{ pieces }, parsed] = await Promise.all([issue(issueId), manifestOf(issueId)]);
      const summary = pieces.find((piece) => piece.id === pieceId);
      const files = parsed.pieces[pieceId];
      if (!summary || !files) throw new BookcaseError('not-found', `${issueId}/${pieceId}`);
      return { ...summary, issue: issueId, ...(await readPiece(files, texts)) };
    },
    async terms(club) {
      const issues = (await open()).issues.filter((summary) => summary.club === club);
      const read = await Promise.allSettled(
        issues.map(async ({ id, manifest: blob }) => {
          const { glossary } = await manifest(blob);
          if (!glossary) return [];
          return parseGlossary(await texts.text(glossary)).terms.map((term) => ({ ...term, issue: id }));
        }),
      );
      return {
        terms: read.flatMap((result) => (result.status === 'fulfilled' ? result.value : [])),
        missing: issues.flatMap(({ id }, at) => (read[at]?.status === 'rejected' ? [id] : [])),
      };
    },
    urlOf,
    async refresh() {
      const before = await open().catch(() => null);
      const after = await refreshCatalogue(await shelf());
      catalogue = Promise.resolve(after);
      return before?.sequence !== after.sequence;
    },
  };
}

function readManifest(text: string): ParsedManifest {
  try {
    return parseManifest(text);
  } catch (error) {
    throw toBookcaseError(error);
  }
}
