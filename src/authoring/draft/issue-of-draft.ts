/**
 * A draft in the shapes a member's page reads, as far as it is made: what is not there yet is left out, never invented. Files are
 * named by their attachment instead of their hash; whoever shows them knows where they are.
 */
import { matchCaptions } from '../../core/captions/match.ts';
import {
  sentencesOf,
  type BlobRef,
  type Block,
  type Reading,
  type Sentence,
  type Term,
} from '../../core/reading/model.ts';
import { blobHref } from '../../core/shelf/blob-href.ts';
import type { Issue, Piece, PieceSummary } from '../../core/shelf/issue.ts';
import type { Track } from '../../core/sync/track.ts';
import { pieceSummary } from '../piece-summary.ts';
import { cuesOfTrack } from './cues-of-track.ts';
import type {
  Attachment,
  DraftBlock,
  DraftIssue,
  DraftPiece,
  DraftSentence,
  DraftTerm,
  DraftTrack,
} from './model.ts';

/** A month without a cover yet: nothing is drawn. */
export const NO_COVER: BlobRef = {
  href: blobHref('0'.repeat(64), 'svg'),
  sha256: '0'.repeat(64),
  size: 1,
  type: 'image/svg+xml',
};

export function blobOf({ id, type, bytes, width, height, durationSeconds }: Attachment): BlobRef {
  const [plainType = ''] = type.split(';');
  const [, subtype = ''] = plainType.split('/');
  const extension = subtype.replaceAll(/[^a-z0-9]/gu, '').slice(0, 8) || 'bin';
  return {
    href: blobHref(id, extension),
    sha256: id,
    size: Math.max(1, bytes),
    type: plainType.trim(),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(durationSeconds !== undefined && { duration: durationSeconds }),
  };
}

export function issueOfDraft(issue: DraftIssue, pieces: readonly DraftPiece[]): Issue {
  const summaries = pieces.map((piece) => summaryOf(piece, contentsOf(issue, piece)));
  const { id, club, month, title, summary, session, cover } = issue;
  const picture = cover.drawing ?? cover.bitmap;
  return {
    id,
    club,
    month,
    title,
    summary,
    cover: picture ? blobOf(picture) : NO_COVER,
    pieceCount: summaries.length,
    hasSign: summaries.some(({ hasSign }) => hasSign),
    hasCaptions: summaries.some(({ hasCaptions }) => hasCaptions),
    sizeBytes: pieces
      .flatMap(({ tracks }) => tracks)
      .reduce((sum, { media }) => sum + (media?.bytes ?? 0), 0),
    ...(session !== null && { session }),
    pieces: summaries,
  };
}

type Contents = Pick<Piece, 'reading' | 'tracks' | 'captions'>;

export function pieceOfDraft(issue: DraftIssue, piece: DraftPiece): Piece {
  const contents = contentsOf(issue, piece);
  return { ...summaryOf(piece, contents), issue: issue.id, ...contents };
}

function contentsOf(issue: DraftIssue, piece: DraftPiece): Contents {
  const reading = readingOf(issue, piece);
  return {
    reading,
    tracks: piece.tracks.flatMap((track) => trackOf(piece, track)),
    captions: piece.captions.map(({ language, cues }) => ({
      language,
      cues: matchCaptions(cues, sentencesOf(reading)).captions,
    })),
  };
}

const summaryOf = (piece: DraftPiece, { reading, tracks, captions }: Contents): PieceSummary =>
  pieceSummary(piece, reading, { tracks, captions });

function readingOf(issue: DraftIssue, piece: DraftPiece): Reading {
  const { kind, title, language, blocks, questions, source } = piece;
  const made = blocks.flatMap(blockOf);
  const marked = new Set(
    made
      .flatMap(everySentence)
      .flatMap(({ words }) => words.flatMap(({ term }) => (term === undefined ? [] : [term]))),
  );
  return {
    version: 1,
    kind,
    title,
    language,
    blocks: made,
    terms: issue.terms.filter(({ id }) => marked.has(id)).map(termOfDraft),
    questions: questions.filter((question) => question.trim() !== ''),
    source,
  };
}

function blockOf(block: DraftBlock): readonly Block[] {
  switch (block.type) {
    case 'heading':
      return block.sentences.length === 0 ? [] : [{ ...block, sentences: block.sentences.map(sentenceOf) }];
    case 'figure':
      return block.image === null
        ? []
        : [
            {
              type: 'figure',
              image: blobOf(block.image),
              alt: block.alt,
              sentences: block.sentences.map(sentenceOf),
            },
          ];
    case 'list': {
      const items = block.items
        .filter(({ sentences }) => sentences.length > 0)
        .map(({ sentences }) => ({ sentences: sentences.map(sentenceOf) }));
      return items.length === 0
        ? []
        : [{ type: 'list', ordered: block.ordered, items, ...plainOf(block.plain) }];
    }
    case 'paragraph':
    case 'quotation':
      return block.sentences.length === 0
        ? []
        : [{ type: block.type, sentences: block.sentences.map(sentenceOf), ...plainOf(block.plain) }];
  }
}

const plainOf = (plain: readonly DraftSentence[] | undefined) =>
  plain === undefined || plain.length === 0 ? {} : { plain: plain.map(sentenceOf) };

function sentenceOf({ id, words }: DraftSentence): Sentence {
  return { id, words: words.map(({ candidates: _unsettled, ...word }) => word) };
}

function everySentence(block: Block): readonly Sentence[] {
  const own = block.type === 'list' ? block.items.flatMap((item) => item.sentences) : block.sentences;
  return 'plain' in block ? [...own, ...(block.plain ?? [])] : own;
}

export function termOfDraft({ picture, sign, audio, ...term }: DraftTerm): Term {
  return {
    ...term,
    ...(picture !== undefined && { picture: { image: blobOf(picture.image), alt: picture.alt } }),
    ...(sign !== undefined && { sign: { media: blobOf(sign) } }),
    ...(audio !== undefined && { audio: { media: blobOf(audio) } }),
  };
}

function trackOf(piece: DraftPiece, track: DraftTrack): readonly Track[] {
  const { id, kind, language, title, performer, media, signingSpace, filmOffset } = track;
  if (media === null) return [];
  return [
    {
      id,
      kind,
      language,
      title,
      performer,
      placeholder: false,
      media: blobOf(media),
      cues: cuesOfTrack(piece, track),
      ...(signingSpace !== undefined && { signingSpace }),
      ...(filmOffset !== undefined && { filmOffset }),
    },
  ];
}
