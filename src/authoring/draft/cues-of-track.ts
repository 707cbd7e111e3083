/** The times of a draft's track as members get them: from what was tapped, or for a film from its captions. */
import { matchCaptions } from '../../core/captions/match.ts';
import { cuesFromMarks } from '../../core/sync/marks.ts';
import type { Cue } from '../../core/sync/track.ts';
import { sentencesOfPiece, type DraftPiece, type DraftTrack } from './model.ts';

export function cuesOfTrack(piece: DraftPiece, track: DraftTrack): readonly Cue[] {
  const durationSeconds = track.media?.durationSeconds ?? Infinity;
  if (track.marks.length > 0) {
    return cuesFromMarks(track.marks, {
      leadSeconds: track.leadSeconds ?? 0,
      tailSeconds: track.tailSeconds ?? 0,
      durationSeconds: Number.isFinite(durationSeconds) ? durationSeconds : endOf(track),
    });
  }
  if (track.kind !== 'film') return [];
  const captions = piece.captions.find(({ language }) => language === piece.language) ?? piece.captions[0];
  return captions === undefined ? [] : matchCaptions(captions.cues, sentencesOfPiece(piece)).cues;
}

/** Where nobody has looked how long the medium is, its last sentence lasts a moment. */
function endOf({ marks }: DraftTrack): number {
  return Math.max(...marks.map(({ start, end }) => end ?? start)) + 1;
}
