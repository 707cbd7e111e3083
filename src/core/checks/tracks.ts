/** Tracks of a piece: what a stand-in may not do, who must have agreed and watched, what stays unsigned. */
import { checkCues } from '../sync/check-cues.ts';
import { sentencesOfDraft } from './draft-text.ts';
import type { PieceDraft, TrackDraft } from './draft.ts';
import type { Finding, FindingCode } from './finding.ts';

const dateForm = /^\d{4}-\d{2}-\d{2}$/u;

export function checkTracks(
  piece: PieceDraft,
  options: { readonly allowPlaceholders: boolean },
): readonly Finding[] {
  return [
    ...checkFilmTrack(piece),
    ...checkTrackIds(piece),
    ...piece.tracks.flatMap((track) => checkTrack(piece, track, options)),
  ];
}

function checkFilmTrack(piece: PieceDraft): readonly Finding[] {
  const films = piece.tracks.filter((track) => track.kind === 'film').length;
  if (films === (piece.kind === 'film' ? 1 : 0)) return [];
  return [
    {
      code: 'film-track-missing',
      severity: 'error',
      where: { file: piece.file },
      params: { piece: piece.id, kind: piece.kind, films },
    },
  ];
}

function checkTrackIds({ tracks, file }: PieceDraft): readonly Finding[] {
  return tracks
    .filter((track, index) => tracks.findIndex((other) => other.id === track.id) < index)
    .map((track) => ({
      code: 'track-id-twice',
      severity: 'error',
      where: { file, ...lineOf(track) },
      params: { track: track.id },
    }));
}

const lineOf = ({ line }: TrackDraft) => (line === undefined ? {} : { line });

function checkTrack(
  piece: PieceDraft,
  track: TrackDraft,
  { allowPlaceholders }: { readonly allowPlaceholders: boolean },
): readonly Finding[] {
  const finding = (
    code: FindingCode,
    severity: Finding['severity'],
    params: Finding['params'] = {},
  ): Finding => ({
    code,
    severity,
    where: { file: track.file, ...lineOf(track) },
    params: { piece: piece.id, track: track.id, ...params },
  });
  const findings: Finding[] = [];
  if (track.placeholder && !allowPlaceholders) findings.push(finding('placeholder-outside-starter', 'error'));
  if (track.kind === 'sign' && !track.placeholder) {
    // Before release someone deaf or a second interpreter watches each sign track; hearing eyes are not enough.
    if (track.review === undefined) findings.push(finding('review-missing', 'error'));
    else if (!dateForm.test(track.review.date))
      findings.push(finding('review-date', 'error', { date: track.review.date }));
    if (!track.consent) findings.push(finding('signer-consent-missing', 'error'));
  }
  if (track.kind === 'sign' && track.signingSpace === undefined)
    findings.push(finding('signing-space-missing', 'warning'));
  if (track.cues.length === 0) return [...findings, finding('track-without-cues', 'error')];
  return [...findings, ...checkCuesOf(piece, track)];
}

function checkCuesOf(piece: PieceDraft, track: TrackDraft): readonly Finding[] {
  const sentences = sentencesOfDraft(piece.blocks);
  const problems = checkCues(track.cues, { sentences, durationSeconds: track.durationSeconds });
  const where = { file: track.cueFile ?? track.file };
  const about = { piece: piece.id, track: track.id };
  const uncovered = problems.flatMap(({ code, sentence }) =>
    code === 'cue-uncovered' && sentence ? [sentence] : [],
  );
  return [
    ...problems
      .filter(({ code }) => code !== 'cue-uncovered')
      .map(({ code, severity, params }) => ({ code, severity, where, params: { ...about, ...params } })),
    // Named, not refused: a source line or a sound may well stay unsigned.
    ...(uncovered.length === 0
      ? []
      : [
          {
            code: 'sentences-uncovered',
            severity: 'warning' as const,
            where,
            params: { ...about, count: uncovered.length, sentences: uncovered.slice(0, 8).join(' ') },
          },
        ]),
  ];
}
