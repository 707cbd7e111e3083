/** A prepared issue as all its files, in memory, in the author's folder or (the book) among temporary ones: the shelf is not touched yet. */
import type { IssueMeta, TermSource } from '../../authoring/issue-source.ts';
import type { BlobRef, SentenceId } from '../../core/reading/model.ts';
import { sentencesOfDraft } from '../../core/checks/draft-text.ts';
import type { EpubSource } from '../../core/shelf/epub/source.ts';
import { manifestType, writePublication, type Publication } from '../../core/shelf/feed.ts';
import type { Glossary } from '../../core/shelf/glossary.ts';
import { htmlStyle } from '../../core/shelf/html-style.ts';
import type { Club, Issue } from '../../core/shelf/issue.ts';
import { glossaryType } from '../../core/shelf/manifest-schema.ts';
import { languagesOf, writeManifest, type IssueToWrite } from '../../core/shelf/manifest-writer.ts';
import { stageText, type StagedBlob } from './blob.ts';
import { buildPiece, type BuiltPiece } from './build-piece.ts';
import { stageEpub, type LocalSource } from './epub/stage-epub.ts';
import type { PreparedFiles, PreparedPiece } from './prepared.ts';
import { termOf, type RefOf } from '../../authoring/reading-of.ts';

export interface IssueToBuild {
  readonly meta: IssueMeta;
  readonly club: Club;
  readonly terms: readonly TermSource[];
  readonly pieces: readonly PreparedPiece[];
  readonly files: PreparedFiles;
}

export interface BuiltIssue {
  readonly publication: Publication;
  readonly blobs: readonly StagedBlob[];
}

/**
 * @param previous What the shelf says of this issue now. While nothing differs the time of its last change stays, and so
 * does every byte.
 * @param temporary Where the book is written; must stay until the blobs are on the shelf.
 */
export async function buildIssue(
  source: IssueToBuild,
  previous: Publication | undefined,
  now: Date,
  temporary: string,
): Promise<BuiltIssue> {
  const { toWrite, blobs, book } = await assemble(source);
  const manifestOf = (modified: string): Promise<StagedBlob> =>
    stageText(JSON.stringify(writeManifest({ ...toWrite, modified })), 'json', manifestType);
  let modified = previous?.metadata.modified ?? now.toISOString();
  let manifest = await manifestOf(modified);
  if (previous !== undefined && manifest.ref.href !== previous.links[0].href) {
    modified = now.toISOString();
    manifest = await manifestOf(modified);
  }
  const epub = await stageEpub({ ...book, modified }, contentOf(blobs), temporary);
  const { issue, club, bitmap } = toWrite;
  const language = languagesOf(toWrite.pieces);
  const facts = { issue, club, language, modified, manifest: manifest.ref, epub: epub.ref, bitmap };
  return { publication: writePublication(facts), blobs: [...blobs, epub, manifest] };
}

function contentOf(blobs: readonly StagedBlob[]): (ref: BlobRef) => LocalSource {
  const sources = new Map(blobs.map(({ ref, source }) => [ref.href, source]));
  return ({ href }) => {
    const source = sources.get(href);
    if (source === undefined || 'open' in source) throw new Error(`${href} was not prepared`);
    return source;
  };
}

interface Assembled {
  readonly toWrite: Omit<IssueToWrite, 'modified'> & { readonly bitmap: BlobRef };
  readonly blobs: readonly StagedBlob[];
  readonly book: Omit<EpubSource, 'modified'>;
}

async function assemble({ meta, club, terms, pieces, files }: IssueToBuild): Promise<Assembled> {
  const ref: RefOf = (file) => {
    const blob = files.get(file);
    if (blob === undefined) throw new Error(`${file} was not prepared`);
    return blob.ref;
  };
  const style = await stageText(htmlStyle, 'css', 'text/css');
  const setting = { clubName: club.name['zh-Hans'], issueTitle: meta.title, style: style.ref, ref };
  const built = await Promise.all(pieces.map((piece) => buildPiece(piece, setting)));
  const cards = glossaryOf(terms, pieces, ref);
  const glossary = terms.length === 0 ? null : await stageText(JSON.stringify(cards), 'json', glossaryType);
  const [drawing, bitmap] = [ref(meta.cover.drawing), ref(meta.cover.bitmap)];
  const native = [...files.values(), ...(glossary === null ? [] : [glossary])].map((blob) => blob.ref);
  const issue: Issue = {
    id: meta.id,
    club: meta.club,
    month: meta.month,
    title: meta.title,
    summary: meta.summary,
    cover: drawing,
    pieceCount: built.length,
    hasSign: built.some(({ piece }) => piece.summary.hasSign),
    hasCaptions: built.some(({ piece }) => piece.summary.hasCaptions),
    sizeBytes: sumOfSizes([...native, ...built.flatMap(nativeFiles)]),
    ...(meta.session !== undefined && { session: meta.session }),
    pieces: built.map(({ piece }) => piece.summary),
  };
  return {
    toWrite: {
      issue,
      club,
      covers: [drawing, bitmap],
      bitmap,
      glossary: glossary?.ref ?? null,
      pieces: built.map(({ piece }) => piece),
      resources: [...[...files.values()].map((blob) => blob.ref), style.ref],
    },
    blobs: [
      ...files.values(),
      style,
      ...(glossary === null ? [] : [glossary]),
      ...built.flatMap(({ blobs }) => blobs),
    ],
    book: {
      issue,
      club,
      cover: { bitmap, alt: meta.cover.alt },
      terms: cards.terms,
      pieces: built.map(({ inBook }) => inBook),
    },
  };
}

/** Without the HTML and the metadata tracks, which a tablet does not keep. */
function nativeFiles({ piece: { files } }: BuiltPiece): BlobRef[] {
  return [
    files.reading,
    ...files.tracks.map((track) => track.guided),
    ...files.captions.map(({ file }) => file),
  ];
}

function sumOfSizes(refs: readonly BlobRef[]): number {
  return [...new Map(refs.map((ref) => [ref.sha256, ref.size])).values()].reduce(
    (sum, size) => sum + size,
    0,
  );
}

function glossaryOf(terms: readonly TermSource[], pieces: readonly PreparedPiece[], ref: RefOf): Glossary {
  return {
    version: 1,
    terms: terms.map((term) => {
      const first = firstUse(term.id, pieces);
      return { ...termOf(term, ref), ...(first !== undefined && { firstSentence: first }) };
    }),
  };
}

function firstUse(
  term: TermSource['id'],
  pieces: readonly PreparedPiece[],
): { piece: string; sentence: SentenceId } | undefined {
  for (const { source } of pieces) {
    const found = sentencesOfDraft(source.reading.blocks).find((sentence) =>
      sentence.words.some((word) => word.term === term),
    );
    if (found !== undefined) return { piece: source.id, sentence: found.id };
  }
  return undefined;
}
