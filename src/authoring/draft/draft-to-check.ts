/** A month in the studio as the checks see it. */
import type {
  BlockDraft,
  CaptionsDraft,
  IssueDraft,
  LostFile,
  MediaDraft,
  PieceDraft,
  TermDraft,
  TrackDraft,
  UnsureDraft,
} from '../../core/checks/draft.ts';
import type { Club } from '../../core/shelf/issue.ts';
import { cuesOfTrack } from './cues-of-track.ts';
import { examinationOf } from './examination.ts';
import type {
  Attachment,
  AttachmentId,
  DraftBlock,
  DraftIssue,
  DraftPiece,
  DraftTerm,
  DraftTrack,
} from './model.ts';

export interface DraftMonth {
  readonly issue: DraftIssue;
  /** Of the issue, in any order; one that is listed and not among them is told as lost. */
  readonly pieces: readonly DraftPiece[];
  readonly club: Club;
  /** Files the store was asked for and has no more. */
  readonly lost?: ReadonlySet<AttachmentId>;
}

export function draftToCheck({ issue, pieces, club, lost = new Set() }: DraftMonth): IssueDraft {
  const listed = issue.pieces.flatMap((id) => pieces.find((piece) => piece.id === id) ?? []);
  const { session, cover } = issue;
  return {
    file: 'issue.json',
    id: issue.id,
    club,
    title: issue.title,
    summary: issue.summary,
    ...(session !== null && { session }),
    cover: { hasDrawing: cover.drawing !== null, hasBitmap: cover.bitmap !== null },
    coverAlt: cover.alt,
    pieces: listed.map((piece) => pieceToCheck(issue, piece)),
    terms: issue.terms.map(termToCheck),
    lostPieces: issue.pieces.filter((id) => !pieces.some((piece) => piece.id === id)),
    lostFiles: lostFiles(issue, listed, lost),
  };
}

function pieceToCheck(issue: DraftIssue, piece: DraftPiece): PieceDraft {
  const { id, kind, title, showFrom, blocks, tracks, captions, source, consent } = piece;
  return {
    file: id,
    id,
    kind,
    title,
    ...(showFrom !== undefined && { showFrom }),
    blocks: blocks.map(blockToCheck),
    tracks: tracks.map((track) => trackToCheck(piece, track)),
    captions: captions.map(({ language, cues }): CaptionsDraft => ({ file: id, language, cues })),
    unsure: blocks.flatMap(unsureOf),
    source,
    consent,
    examination: examinationOf(issue, piece),
    lineOf: () => undefined,
  };
}

function blockToCheck(block: DraftBlock): BlockDraft {
  if (block.type !== 'figure') return block;
  const { alt, image, sentences } = block;
  return { type: 'figure', alt, picture: image?.id ?? null, sentences };
}

function unsureOf(block: DraftBlock): readonly UnsureDraft[] {
  const own = block.type === 'list' ? block.items.flatMap((item) => item.sentences) : block.sentences;
  const plain = 'plain' in block ? (block.plain ?? []) : [];
  return [...own, ...plain].flatMap(({ id, words }) =>
    words.flatMap(({ text, pinyin = '', candidates = [] }): UnsureDraft[] =>
      candidates.length === 0 ? [] : [{ sentence: id, text, chosen: pinyin, candidates }],
    ),
  );
}

function trackToCheck(piece: DraftPiece, track: DraftTrack): TrackDraft {
  const { id, kind, title, performer, media, signingSpace, review, consent } = track;
  return {
    file: piece.id,
    id,
    kind,
    title,
    performer,
    // The studio records real signing; stand-ins come from the starter's folders alone.
    placeholder: false,
    media: media && mediaToCheck(media),
    durationSeconds: media?.durationSeconds ?? null,
    ...(signingSpace !== undefined && { signingSpace }),
    ...(review !== undefined && { review }),
    consent,
    cues: cuesOfTrack(piece, track),
  };
}

function mediaToCheck(media: Attachment): MediaDraft {
  const { type, bytes, width, height, frameRate, hasAudio, keyFrameSeconds, durationSeconds } = media;
  return {
    type,
    bytes,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(frameRate !== undefined && { frameRate }),
    ...(hasAudio !== undefined && { hasAudio }),
    ...(keyFrameSeconds !== undefined && { keyFrameSeconds }),
    ...(durationSeconds !== undefined && {
      megabitsPerSecond: (bytes * 8) / 1e6 / Math.max(0.1, durationSeconds),
    }),
  };
}

function termToCheck({ id, word, pinyin, explanation, picture, sign, audio }: DraftTerm): TermDraft {
  return {
    file: 'terms.yaml',
    id,
    word,
    pinyin,
    explanation,
    ...(picture !== undefined && { pictureAlt: picture.alt, picture: picture.image.id }),
    ...(sign !== undefined && { sign: mediaToCheck(sign) }),
    ...(audio !== undefined && { audio: mediaToCheck(audio) }),
    hasPlaceholder: false,
  };
}

function lostFiles(
  issue: DraftIssue,
  pieces: readonly DraftPiece[],
  lost: ReadonlySet<AttachmentId>,
): readonly LostFile[] {
  if (lost.size === 0) return [];
  return namedFiles(issue, pieces).flatMap(({ file, place }) =>
    lost.has(file.id) ? [{ file: place.piece ?? 'issue.json', name: file.name, ...place }] : [],
  );
}

interface NamedFile {
  readonly file: Attachment;
  readonly place: Omit<LostFile, 'file' | 'line' | 'name'>;
}

/** What the month would publish: every file it cannot do without, and where it is used. */
export function namedFiles(issue: DraftIssue, pieces: readonly DraftPiece[]): readonly NamedFile[] {
  const named = (file: Attachment | null | undefined, place: NamedFile['place']): readonly NamedFile[] =>
    file ? [{ file, place }] : [];
  return [
    ...named(issue.cover.drawing, { field: 'cover' }),
    ...named(issue.cover.bitmap, { field: 'cover' }),
    ...issue.terms.flatMap(({ id, picture, sign, audio }) => [
      ...named(picture?.image, { term: id }),
      ...named(sign, { term: id }),
      ...named(audio, { term: id }),
    ]),
    ...pieces.flatMap((piece) => [
      ...piece.blocks.flatMap((block) =>
        block.type === 'figure' ? named(block.image, { piece: piece.id, ...pictureOf(block) }) : [],
      ),
      ...piece.tracks.flatMap(({ id, media }) => named(media, { piece: piece.id, track: id })),
    ]),
  ];
}

const pictureOf = ({ image }: { readonly image: Attachment | null }) => (image ? { picture: image.id } : {});
