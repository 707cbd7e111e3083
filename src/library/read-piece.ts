/** The native files of one piece, fetched side by side, verified and parsed. */
import type { Caption } from '../core/captions/model.ts';
import { ReadingSchema, sentencesOf, type Reading } from '../core/reading/model.ts';
import type { Piece } from '../core/shelf/issue.ts';
import { parseStrict } from '../core/shelf/json.ts';
import type { PieceFiles } from '../core/shelf/manifest.ts';
import { parseGuided } from '../core/sync/guided.ts';
import type { Track } from '../core/sync/track.ts';
import { BookcaseError } from './bookcase.ts';
import type { Texts } from './texts.ts';
import { toBookcaseError } from './trust.ts';

type PieceContent = Pick<Piece, 'reading' | 'tracks' | 'captions'>;

/** @throws BookcaseError */
export async function readPiece(files: PieceFiles, texts: Texts): Promise<PieceContent> {
  const [reading, tracks, captions] = await Promise.all([
    texts.text(files.reading).then(readReading),
    Promise.all(
      files.tracks.map(async ({ guided, ...track }): Promise<Track> => {
        return { ...track, cues: readGuided(await texts.text(guided)) };
      }),
    ),
    Promise.all(
      files.captions.map(async ({ language, file }) => {
        // Only films have captions: their code is no part of a first reading.
        const [{ parseVtt }, text] = await Promise.all([import('../core/captions/vtt.ts'), texts.text(file)]);
        return { language, cues: parseVtt(text).cues };
      }),
    ),
  ]);
  const link = linkCaptions(reading);
  return {
    reading,
    tracks,
    captions: captions.map(({ language, cues }) => ({ language, cues: cues.map(link) })),
  };
}

function readReading(text: string): Reading {
  try {
    return parseStrict(ReadingSchema, text, 'reading');
  } catch (error) {
    throw toBookcaseError(error);
  }
}

function readGuided(text: string): Track['cues'] {
  try {
    return parseGuided(text);
  } catch (error) {
    throw new BookcaseError('unreadable', String(error));
  }
}

/** A caption whose id is a sentence of the transcript belongs to that sentence. */
function linkCaptions(reading: Reading): (caption: Caption) => Caption {
  const ids = new Map(sentencesOf(reading).map(({ id }) => [String(id), id]));
  return (caption) => {
    const sentence = caption.sentence ?? ids.get(caption.id ?? '');
    return sentence === undefined ? caption : { ...caption, sentence };
  };
}
