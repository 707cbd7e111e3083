/** The media of tracks and word cards, by what was found in them when they were taken in. The hub looks into the files themselves. */
import type { MediaDraft, PieceDraft, TermDraft, TrackDraft } from './draft.ts';
import type { CheckCode, Finding } from './finding.ts';
import { judgePicture, type PictureUse } from './picture-rules.ts';
import { placeIn, type Place } from './place.ts';
import { trackName } from './track-name.ts';

/** What every tablet of the floor plays, and what the hub lets in. */
const playable = {
  video: ['video/mp4'],
  audio: ['audio/mp4', 'audio/x-m4a', 'audio/mpeg', 'audio/aac'],
} as const;
/** Plays everywhere, at ten times the size. */
const uncompressed: readonly string[] = ['audio/wav', 'audio/x-wav', 'audio/wave'];

export function checkMedia(piece: PieceDraft): readonly Finding<CheckCode>[] {
  return piece.tracks.flatMap((track) => {
    const where = placeIn(piece, { track: track.id });
    const params = { piece: piece.id, track: trackName(track) };
    if (track.media === null) {
      return [{ code: 'track-media-missing', severity: 'error', where, params }];
    }
    // A stand-in shows nobody signing; the hub judges it, and it may be released nowhere but in the starter.
    return track.media === undefined || track.placeholder
      ? []
      : judge(track.media, track.kind, where, params);
  });
}

export function checkTermMedia(terms: readonly TermDraft[]): readonly Finding<CheckCode>[] {
  return terms.flatMap(({ file, line, id, word, sign, audio }) => {
    const where = { file, ...(line !== undefined && { line }), term: id };
    const params = { piece: word, term: id, word, track: word };
    return [
      ...(sign === undefined ? [] : judge(sign, 'term', where, params)),
      ...(audio === undefined ? [] : judge(audio, 'audio', where, params)),
    ];
  });
}

function judge(
  media: MediaDraft,
  use: PictureUse | TrackDraft['kind'],
  where: Place,
  about: Finding['params'],
): readonly Finding<CheckCode>[] {
  const finding = (
    code: CheckCode,
    severity: Finding['severity'],
    params: Finding['params'] = {},
  ): Finding<CheckCode> => ({ code, severity, where, params: { ...about, ...params } });
  const formats: readonly string[] = use === 'audio' ? playable.audio : playable.video;
  const type = media.type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (use === 'audio' && uncompressed.includes(type)) {
    const megabytes = Math.max(1, Math.round((media.bytes ?? 0) / 1e6));
    return [finding('audio-uncompressed', 'warning', { megabytes })];
  }
  if (!formats.includes(type)) return [finding('media-format', 'error', { type })];
  if (use === 'audio') return [];
  const isSigned = use !== 'film';
  const isKnown =
    media.width !== undefined &&
    media.height !== undefined &&
    media.frameRate !== undefined &&
    (!isSigned || media.hasAudio !== undefined);
  return [
    // Not looked at is not good: the hub may still refuse it.
    ...(isKnown ? [] : [finding('media-unexamined', 'warning')]),
    ...(isSigned && media.hasAudio === true ? [finding('sign-has-audio', 'error')] : []),
    ...judgePicture(media, use).map(({ code, isRefused, params }) =>
      finding(code, isRefused ? 'error' : 'warning', {
        ...params,
        ...(typeof params.frameRate === 'number' && { frameRate: Math.round(params.frameRate * 10) / 10 }),
      }),
    ),
  ];
}
