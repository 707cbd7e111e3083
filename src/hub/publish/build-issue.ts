/** A prepared issue as all its files, in memory or still in the author's folder: nothing is written yet. */
import type { IssueMeta, TermSource } from '../../authoring/issue-source.ts';
import type { BlobRef, SentenceId } from '../../core/reading/model.ts';
import { sentencesOfDraft } from '../../core/checks/draft-text.ts';
import { manifestType, writePublication, type Publication } from '../../core/shelf/feed.ts';
import type { Glossary } from '../../core/shelf/glossary.ts';
import { htmlStyle } from '../../core/shelf/html-style.ts';
import type { Club, Issue } from '../../core/shelf/issue.ts';
import { glossaryType } from '../../core/shelf/manifest-schema.ts';
import { languagesOf, writeManifest, type IssueToWrite } from '../../core/shelf/manifest-writer.ts';
import { stageText, type StagedBlob } from './blob.ts';
import { buildPiece, type BuiltPiece } from './build-piece.ts';
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
 */
export async function buildIssue(
  source: IssueToBuild,
  previous: Publication | undefined,
  now: Date,
): Promise<BuiltIssue> {
  const { toWrite, blobs } = await assemble(source);
  const { bitmap } = toWrite;
  const finish = async (modified: string): Promise<BuiltIssue> => {
    const manifest = await stageText(
      JSON.stringify(writeManifest({ ...toWrite, modified })),
      'json',
      manifestType,
    );
    const { issue, club } = toWrite;
    const language = languagesOf(toWrite.pieces);
    const publication = writePublication({ issue, club, language, modified, manifest: manifest.ref, bitmap });
    return { publication, blobs: [...blobs, manifest] };
  };
  if (previous !== undefined) {
    const unchanged = await finish(previous.metadata.modified);
    if (unchanged.publication.links[0].href === previous.links[0].href) return unchanged;
  }
  return finish(now.toISOString());
}

interface Assembled {
  readonly toWrite: Omit<IssueToWrite, 'modified'> & { readonly bitmap: BlobRef };
  readonly blobs: readonly StagedBlob[];
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
  const glossary =
    terms.length === 0
      ? null
      : await stageText(JSON.stringify(glossaryOf(terms, pieces, ref)), 'json', glossaryType);
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
