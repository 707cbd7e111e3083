/** The captions of a film's draft: every change is a pure function over the piece. */
import { rawWords } from '../../../authoring/draft-text/raw-words.ts';
import { newSentenceId, type NewId } from '../../../authoring/draft-text/new-id.ts';
import { alignTexts } from '../../../authoring/align.ts';
import {
  sentencesOfPiece,
  textOfDraft,
  type Attachment,
  type DraftBlock,
  type DraftCaption,
  type DraftPiece,
  type DraftSentence,
  type DraftTrack,
} from '../../../authoring/draft/model.ts';
import { matchCaptions, sentenceCues } from '../../../core/captions/match.ts';
import type { Caption } from '../../../core/captions/model.ts';
import type { FixOptions } from '../../../core/captions/room.ts';
import { transcriptOf } from '../../../core/captions/transcript.ts';

/** Of the piece's own language; the member is shown those first. */
export function cuesOf(piece: DraftPiece): readonly DraftCaption[] {
  const own = piece.captions.find(({ language }) => language === piece.language) ?? piece.captions[0];
  return own?.cues ?? [];
}

export function filmOf(piece: DraftPiece): DraftTrack | null {
  return piece.tracks.find(({ kind }) => kind === 'film') ?? null;
}

export function fixOptionsOf(piece: DraftPiece): FixOptions {
  const media = filmOf(piece)?.media;
  return {
    ...(media?.frameRate ? { framesPerSecond: media.frameRate } : {}),
    ...(media?.durationSeconds ? { durationSeconds: media.durationSeconds } : {}),
  };
}

/** The piece with these captions, in order of time; what the film's cues take from them follows. */
export function withCues(piece: DraftPiece, cues: readonly Caption[]): DraftPiece {
  const sorted = cues.map(asDraft).sort((a, b) => a.start - b.start);
  const at = piece.captions.findIndex(({ language }) => language === piece.language);
  const place = at === -1 && piece.captions.length > 0 ? 0 : at;
  const captions =
    place === -1
      ? [{ language: piece.language, cues: sorted }]
      : piece.captions.map((one, i) => (i === place ? { ...one, cues: sorted } : one));
  return withFilmMarks({ ...piece, captions }, sorted);
}

/** A sentence's cue is the time its captions stand. */
function withFilmMarks(piece: DraftPiece, cues: readonly DraftCaption[]): DraftPiece {
  if (cues.every(({ sentence }) => sentence === undefined)) return piece;
  const marks = sentenceCues(cues).map(({ sentence, start, end }) => ({ sentence, start, end }));
  return {
    ...piece,
    tracks: piece.tracks.map((track) =>
      track.kind === 'film' ? { ...track, marks, leadSeconds: 0, tailSeconds: 0 } : track,
    ),
  };
}

/** What is a draft's already stays the same object, so that a list redraws only what changed. */
function asDraft(caption: Caption): DraftCaption {
  if (!('id' in caption)) return caption;
  const { start, end, text, sentence } = caption;
  return { start, end, text, ...(sentence === undefined ? {} : { sentence }) };
}

/** One caption's words or times; the text is kept as typed. */
export function withCaption(
  piece: DraftPiece,
  index: number,
  change: Partial<Pick<DraftCaption, 'start' | 'end' | 'text'>>,
): DraftPiece {
  return withCues(
    piece,
    cuesOf(piece).map((cue, i) => (i === index ? { ...cue, ...change } : cue)),
  );
}

export function withoutCaption(piece: DraftPiece, index: number): DraftPiece {
  return withCues(
    piece,
    cuesOf(piece).filter((_, i) => i !== index),
  );
}

export interface FilmFiles {
  readonly media: Attachment;
  /** What was brought, where it is not the same. */
  readonly original: Attachment | null;
}

export function withFilm(piece: DraftPiece, { media, original }: FilmFiles, title: string): DraftPiece {
  const before = filmOf(piece);
  const { original: _old, ...kept } = before ?? newFilmTrack(piece, title);
  const track: DraftTrack = { ...kept, media, ...(original === null ? {} : { original }) };
  const tracks = before
    ? piece.tracks.map((one) => (one === before ? track : one))
    : [track, ...piece.tracks];
  return withFilmMarks({ ...piece, tracks }, cuesOf(piece));
}

function newFilmTrack(piece: DraftPiece, title: string): DraftTrack {
  return {
    id: 'film',
    kind: 'film',
    language: piece.language,
    title,
    performer: '',
    media: null,
    marks: [],
    leadSeconds: 0,
    tailSeconds: 0,
    consent: false,
  };
}

export function withFilmConsent(piece: DraftPiece, consent: boolean): DraftPiece {
  return {
    ...piece,
    tracks: piece.tracks.map((track) => (track.kind === 'film' ? { ...track, consent } : track)),
  };
}

export interface Matched {
  readonly piece: DraftPiece;
  readonly matched: number;
  /** Sentences no caption says. */
  readonly uncovered: number;
  /** Captions with words that no sentence has. */
  readonly unmatched: number;
}

/** Captions tied to the sentences of the text there is. */
export function matchToText(piece: DraftPiece): Matched {
  const found = matchCaptions(cuesOf(piece), sentencesOfPiece(piece));
  const tied = withCues(piece, found.captions);
  // `found.cues` also parts a caption that two sentences share.
  const marks = found.cues.map(({ sentence, start, end }) => ({ sentence, start, end }));
  return {
    piece: {
      ...tied,
      tracks: tied.tracks.map((track) => (track.kind === 'film' ? { ...track, marks } : track)),
    },
    matched: found.captions.filter(({ sentence }) => sentence !== undefined).length,
    uncovered: found.uncovered.length,
    unmatched: found.unmatched.length,
  };
}

/** The text made from the captions; sentences that were there already keep their ids, and unchanged ones their words. */
export function textFromCaptions(piece: DraftPiece, newId: NewId = newSentenceId): Matched {
  const paragraphs = transcriptOf(cuesOf(piece));
  const before = sentencesOfPiece(piece);
  const texts = paragraphs.flat();
  const continued = alignTexts(
    before.map((sentence) => textOfDraft(sentence).trim()),
    texts,
  );
  const sentences = texts.map((text, i): DraftSentence => {
    const old = before[continued[i] ?? -1];
    if (old && textOfDraft(old).trim() === text) return old;
    return { id: old?.id ?? newId('s'), words: rawWords(text) };
  });
  let next = 0;
  const blocks = paragraphs.map(({ length }): DraftBlock => {
    next += length;
    return { type: 'paragraph', sentences: sentences.slice(next - length, next) };
  });
  return matchToText({ ...piece, blocks });
}
