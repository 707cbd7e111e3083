/** A bookcase over what this tablet has installed and, beyond that, over the published shelf: fetched, verified, kept. */
import type { BlobRef } from '../core/reading/model.ts';
import type { Catalogue } from '../core/shelf/catalogue.ts';
import { parseManifest, type ParsedManifest } from '../core/shelf/manifest.ts';
import type { Issue } from '../core/shelf/issue.ts';
import { parseGlossary } from '../core/shelf/glossary.ts';
import { BookcaseError, type Bookcase } from './bookcase.ts';
import { catalogueNews, libraryNews } from './catalogue-news.ts';
import { isOut, newestFirst, shanghaiDate } from './days.ts';
import { mediaAddress, readKeptIssues, type KeptIssues } from './kept-issues.ts';
import { readPiece } from './read-piece.ts';
import { markAsRead } from './reading-lock.ts';
import { readShelfConfig, type ShelfConfig } from './shelf-config.ts';
import { createTexts } from './texts.ts';
import { openCatalogue, refreshCatalogue, toBookcaseError } from './trust.ts';

type Entry = Catalogue['issues'][number];

/** Begins to fetch at once; what is asked of it waits for what it needs. */
export function createShelfBookcase(): Bookcase {
  let base = '';
  const texts = createTexts((blob) => base + blob.href);
  const manifests = new Map<string, Promise<ParsedManifest>>();
  let config: Promise<ShelfConfig> | null = null;
  let catalogue: Promise<Catalogue> | null = null;
  /** As `catalogueNews` counted when that was read. */
  let catalogueSeen = 0;
  /** As `keptNews` counted it. */
  let kept: Promise<KeptIssues> | null = null;
  let keptNow: KeptIssues | null = null;
  let keptNews = -1;

  /** Asked again whenever the installer has said that something came or went. */
  function installed(): Promise<KeptIssues> {
    if (!kept || keptNews !== libraryNews.peek()) {
      keptNews = libraryNews.peek();
      kept = readKeptIssues().then((read) => (keptNow = read));
      kept.catch(() => (kept = null));
    }
    return kept;
  }

  function urlOf(blob: BlobRef): string {
    return (keptNow?.has(blob) ? mediaAddress(blob) : null) ?? base + blob.href;
  }

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
    // Somebody else on this page has taken a newer one: asked for at the side (look-again.ts), or out of a pack.
    if (catalogueSeen !== catalogueNews.peek()) catalogue = null;
    catalogueSeen = catalogueNews.peek();
    catalogue ??= shelf()
      .then(openCatalogue)
      .then((trusted) => {
        catalogueSeen = catalogueNews.peek();
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

  /** The installed revision as long as it is here, even where the shelf has a newer one: it is whole. */
  async function manifestOf(id: string): Promise<ParsedManifest> {
    const here = (await installed()).get(id);
    if (here) return manifest(here.manifest);
    const { issues } = await open();
    const summary = issues.find((issue) => issue.id === id);
    if (!summary) throw new BookcaseError('not-found', id);
    return manifest(summary.manifest);
  }

  /** Everything that can be opened, newest first: what the catalogue has, as installed where it is. */
  async function summaries(club: string): Promise<readonly Entry[]> {
    const [here, { issues, withdrawn }] = await Promise.all([installed(), open()]);
    const listed = issues.map((entry): Entry => {
      const record = here.get(entry.id);
      return record ? { ...record.summary, manifest: record.manifest } : entry;
    });
    const ids = new Set(issues.map(({ id }) => id));
    // Absence never deletes (rulings): a month that left the catalogue is still here.
    const others = here.all
      .filter(({ issue: id }) => !ids.has(id) && !withdrawn.includes(id))
      .map((record): Entry => ({ ...record.summary, manifest: record.manifest }));
    return [...listed, ...others]
      .filter((entry) => entry.club === club)
      .sort((a, b) => newestFirst(a.month, b.month));
  }

  async function issue(id: string): Promise<Issue> {
    const today = shanghaiDate(new Date());
    const { issue: whole } = await manifestOf(id);
    return { ...whole, pieces: whole.pieces.filter((piece) => isOut(piece, today)) };
  }

  // The first questions of every page: asked before any page is there to ask them.
  void open().catch(() => undefined);
  void installed().catch(() => undefined);

  return {
    clubs: async () => (await open()).clubs,
    issues: summaries,
    issue,
    async piece(issueId, pieceId) {
      const [{ pieces }, parsed] = await Promise.all([issue(issueId), manifestOf(issueId)]);
      const summary = pieces.find((piece) => piece.id === pieceId);
      const files = parsed.pieces[pieceId];
      if (!summary || !files) throw new BookcaseError('not-found', `${issueId}/${pieceId}`);
      markAsRead(issueId);
      return { ...summary, issue: issueId, ...(await readPiece(files, texts)) };
    },
    async terms(club) {
      const issues = await summaries(club);
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
      catalogueSeen = catalogueNews.peek();
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
