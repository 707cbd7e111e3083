/** Tracks of a piece: what a stand-in may not do, who must have agreed and watched, what stays unsigned. */
import { checkCues } from '../sync/check-cues.ts';
import { isDay } from './day.ts';
import { sentencesOfDraft } from './draft-text.ts';
import type { PieceDraft, TrackDraft } from './draft.ts';
import type { CheckCode, Finding, FindingCode } from './finding.ts';
import { placeIn, type Field, type Place } from './place.ts';
import { trackName } from './track-name.ts';

export function checkTracks(
  piece: PieceDraft,
  options: { readonly allowPlaceholders: boolean },
): readonly Finding<CheckCode>[] {
  return [
    ...checkFilmTrack(piece),
    ...checkTrackIds(piece),
    ...piece.tracks.flatMap((track) => checkTrack(piece, track, options)),
  ];
}

function checkFilmTrack(piece: PieceDraft): readonly Finding<CheckCode>[] {
  const films = piece.tracks.filter((track) => track.kind === 'film').length;
  if (films === (piece.kind === 'film' ? 1 : 0)) return [];
  return [
    {
      code: 'film-track-missing',
      severity: 'error',
      where: placeIn(piece),
      params: { piece: piece.id, kind: piece.kind, films },
    },
  ];
}

function checkTrackIds(piece: PieceDraft): readonly Finding<CheckCode>[] {
  const { tracks } = piece;
  return tracks
    .filter((track, index) => tracks.findIndex((other) => other.id === track.id) < index)
    .map((track) => ({
      code: 'track-id-twice',
      severity: 'error',
      where: placeOf(piece, track),
      params: { piece: piece.id, track: track.id },
    }));
}

const placeOf = (piece: PieceDraft, { id, file, line }: TrackDraft): Place => ({
  ...placeIn(piece, { track: id }),
  file,
  ...(line !== undefined && { line }),
});

function checkTrack(
  piece: PieceDraft,
  track: TrackDraft,
  { allowPlaceholders }: { readonly allowPlaceholders: boolean },
): readonly Finding<CheckCode>[] {
  const finding = (
    code: FindingCode,
    severity: Finding['severity'],
    { field, ...params }: Readonly<Record<string, string>> & { readonly field?: Field } = {},
  ): Finding<CheckCode> => ({
    code,
    severity,
    where: { ...placeOf(piece, track), ...(field !== undefined && { field }) },
    params: { piece: piece.id, track: trackName(track), ...params },
  });
  const findings: Finding<CheckCode>[] = [];
  if (track.title?.trim() === '') findings.push(finding('track-unnamed', 'error', { field: 'title' }));
  if (track.performer?.trim() === '' && track.kind !== 'film')
    findings.push(finding('performer-missing', 'error', { field: 'performer' }));
  if (track.placeholder && !allowPlaceholders) findings.push(finding('placeholder-outside-starter', 'error'));
  if (track.kind === 'sign' && !track.placeholder) {
    // Before release someone deaf or a second interpreter watches each sign track; hearing eyes are not enough.
    if (track.review === undefined) findings.push(finding('review-missing', 'error', { field: 'review' }));
    else if (!isDay(track.review.date))
      findings.push(finding('review-date', 'error', { field: 'review', date: track.review.date }));
    if (!track.consent) findings.push(finding('signer-consent-missing', 'error', { field: 'consent' }));
  }
  if (track.kind === 'sign' && track.signingSpace === undefined)
    findings.push(finding('signing-space-missing', 'warning'));
  // Nothing to mark yet.
  if (track.media === null && track.cues.length === 0) return findings;
  if (track.cues.length === 0) return [...findings, finding('track-without-cues', 'error')];
  return [...findings, ...checkCuesOf(piece, track)];
}

function checkCuesOf(piece: PieceDraft, track: TrackDraft): readonly Finding<CheckCode>[] {
  const sentences = sentencesOfDraft(piece.blocks);
  const problems = checkCues(track.cues, { sentences, durationSeconds: track.durationSeconds });
  const whole: Place =
    track.cueFile === undefined
      ? placeOf(piece, track)
      : { ...placeIn(piece, { track: track.id }), file: track.cueFile };
  const about = { piece: piece.id, track: trackName(track) };
  const uncovered = problems.flatMap(({ code, sentence }) =>
    code === 'cue-uncovered' && sentence ? [sentence] : [],
  );
  return [
    ...problems.flatMap(({ code, severity, sentence, params }): Finding<CheckCode>[] => {
      // The first is said below; the others are of files, which were read before.
      if (code === 'cue-uncovered' || code === 'cue-too-many' || code === 'cue-file') return [];
      const where = { ...whole, ...(sentence !== undefined && { sentence }) };
      return [{ code, severity, where, params: { ...about, ...params } }];
    }),
    ...checkUncovered(uncovered, whole, about),
  ];
}

/** Named, not refused: a source line or a sound may well stay unsigned, for a reason somebody writes down. */
function checkUncovered(
  uncovered: readonly NonNullable<Place['sentence']>[],
  whole: Place,
  about: Finding['params'],
): readonly Finding<FindingCode>[] {
  const places = uncovered.map((sentence) => ({ ...whole, sentence }));
  const [where] = places;
  if (where === undefined) return [];
  const params = { ...about, count: uncovered.length, sentences: uncovered.slice(0, 8).join(' ') };
  return [{ code: 'sentences-uncovered', severity: 'warning', where, places, params }];
}
