/** The last sentence is often marked to the very end, and a repaired copy may be some frames shorter than its original. */
import type { Notice } from './notice.ts';
import { noticeOf } from './notices.ts';
import type { PreparedFiles, PreparedPiece } from './prepared.ts';

/** More than this is a mistake for its author to mend. */
const trimmedSeconds = 0.5;

export interface TrimmedPiece {
  readonly piece: PreparedPiece;
  readonly notices: readonly Notice[];
}

export function trimToMedia(piece: PreparedPiece, files: PreparedFiles): TrimmedPiece {
  const notices: Notice[] = [];
  const tracks = piece.tracks.map(({ source, cues }) => {
    const { duration = Infinity } = files.get(source.file)?.ref ?? {};
    const within = cues.map((cue) => {
      const over = cue.end - duration;
      if (over <= 0 || over > trimmedSeconds || cue.start >= duration) return cue;
      const params = { track: source.id, seconds: Math.round(over * 1000) / 1000 };
      notices.push(noticeOf('cue-trimmed', source.cues ?? piece.source.file, params));
      return { ...cue, end: duration };
    });
    return { source, cues: within };
  });
  return { piece: { ...piece, tracks }, notices };
}
