/** Media Overlays (EPUB 3.3, 9): the recitation's sentences, each with its stretch of the sound, so that a reading app reads along. */
import { sentencesOf } from '../../reading/model.ts';
import type { Track } from '../../sync/track.ts';
import type { EpubMedia } from './media.ts';
import type { EpubPiece } from './source.ts';
import { sentenceId } from './xhtml.ts';

export interface Overlay {
  readonly text: string;
  /** Of the stretches together, rounded to the millisecond the book says. */
  readonly durationMs: number;
  readonly narrator: string;
}

/** A page has one overlay at most: the first recitation that is in the book and has times. Never a video: EPUB has no such overlay. */
export function overlayOf(page: string, piece: EpubPiece, media: EpubMedia): Overlay | null {
  const known = new Set(sentencesOf(piece.reading).map(({ id }) => id));
  const track = piece.tracks.find(({ kind, media: ref }) => kind === 'audio' && media.nameOf(ref) !== null);
  const name = track === undefined ? null : media.nameOf(track.media);
  if (track === undefined || name === null) return null;
  const clips = clipsOf(track).filter(({ sentence, end, start }) => known.has(sentence) && end > start);
  if (clips.length === 0) return null;
  const pars = clips.map(
    ({ sentence, start, end }, index) =>
      `<par id="c${index + 1}"><text src="${page}#${sentenceId(sentence)}"/>` +
      `<audio src="${name}" clipBegin="${seconds(start)}" clipEnd="${seconds(end)}"/></par>`,
  );
  return {
    narrator: track.performer,
    durationMs: clips.reduce((sum, { start, end }) => sum + end - start, 0),
    text: [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">',
      `<body>\n<seq id="all" epub:textref="${page}#piece" epub:type="chapter">`,
      ...pars,
      '</seq>\n</body>\n</smil>\n',
    ].join('\n'),
  };
}

/** In whole milliseconds, so that what is said of the whole is the sum of what is said of its parts. */
const clipsOf = ({ cues }: Track) =>
  cues.map(({ sentence, start, end }) => ({
    sentence,
    start: Math.round(start * 1000),
    end: Math.round(end * 1000),
  }));

/** A clock value of SMIL, from milliseconds. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(3)}s`;
