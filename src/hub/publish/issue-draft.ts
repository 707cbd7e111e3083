/** The issue as the checks want to see it. */
import type { IssueMeta, IssueSource, PieceSource } from '../../authoring/issue-source.ts';
import type { BlockDraft, IssueDraft, PieceDraft, TermDraft } from '../../core/checks/draft.ts';
import type { Club } from '../../core/shelf/issue.ts';
import type { PreparedFiles, PreparedPiece } from './prepared.ts';

export function issueDraft(
  meta: IssueMeta,
  club: Club,
  terms: IssueSource['terms'],
  pieces: readonly PreparedPiece[],
  files: PreparedFiles,
): IssueDraft {
  return {
    file: 'issue.json',
    id: meta.id,
    club,
    ...(meta.session !== undefined && { session: meta.session }),
    coverAlt: meta.cover.alt,
    pieces: pieces.map((piece) => pieceDraft(piece, files)),
    terms: terms.map(termDraft),
  };
}

function pieceDraft({ source, tracks, captions }: PreparedPiece, files: PreparedFiles): PieceDraft {
  return {
    file: source.file,
    id: source.id,
    kind: source.kind,
    ...(source.showFrom !== undefined && { showFrom: source.showFrom }),
    blocks: source.reading.blocks.map(blockDraft),
    tracks: tracks.map(({ source: track, cues }) => ({
      id: track.id,
      kind: track.kind,
      title: track.title,
      placeholder: track.placeholder,
      consent: track.consent,
      file: source.file,
      ...(track.line !== undefined && { line: track.line }),
      ...(track.signingSpace !== undefined && { signingSpace: track.signingSpace }),
      ...(track.review !== undefined && { review: track.review }),
      ...(track.cues !== undefined && { cueFile: track.cues }),
      cues,
      durationSeconds: files.get(track.file)?.ref.duration ?? null,
    })),
    captions: captions.map(({ source: { language, file }, cues }) => ({ language, file, cues })),
    unsure: source.unsure,
    ...(source.reading.source !== undefined && { source: source.reading.source }),
    consent: source.consent,
    lineOf: (sentence) => source.sentenceLines.get(sentence),
  };
}

function blockDraft(block: PieceSource['reading']['blocks'][number]): BlockDraft {
  if (block.type !== 'figure') return block;
  const { alt, image, sentences } = block;
  return { type: 'figure', alt, picture: image, sentences };
}

function termDraft({ id, word, explanation, picture, sign, audio }: IssueSource['terms'][number]): TermDraft {
  return {
    file: 'terms.yaml',
    id,
    word,
    explanation,
    ...(picture !== undefined && { pictureAlt: picture.alt, picture: picture.file }),
    hasPlaceholder: sign?.placeholder === true || audio?.placeholder === true,
  };
}
