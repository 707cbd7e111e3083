/** A caption file, whatever its format and encoding. */
import { looksLikeAss, parseAss } from './ass.ts';
import { readCaptionBytes } from './encoding.ts';
import { captionProblem } from './problem.ts';
import { parseSrt } from './srt.ts';
import type { ParsedCaptions } from './tidy.ts';
import { parseVtt } from './vtt.ts';

/**
 * `fileName` decides only where the content does not: a file that begins with WEBVTT is WebVTT whatever it is called, and so is an
 * ASS script. Never throws; a file that is no caption file gives no cues and says why.
 */
export function parseCaptions(bytes: Uint8Array, fileName: string): ParsedCaptions {
  const { text, problems } = readCaptionBytes(bytes);
  const parsed = parseText(text, fileName);
  return { cues: parsed.cues, problems: [...problems, ...parsed.problems] };
}

function parseText(text: string, fileName: string): ParsedCaptions {
  if (/^\uFEFF?WEBVTT/u.test(text)) return parseVtt(text);
  const isNamedAss = /\.(?:ass|ssa)$/iu.test(fileName);
  if (looksLikeAss(text)) {
    const parsed = parseAss(text);
    if (isNamedAss) return parsed;
    return {
      cues: parsed.cues,
      problems: [captionProblem('read-as', undefined, { format: 'ASS' }), ...parsed.problems],
    };
  }
  return /\.vtt$/iu.test(fileName) ? parseVtt(text) : parseSrt(text);
}
