/** A caption file, whatever its format and encoding. */
import { readCaptionBytes } from './encoding.ts';
import { parseSrt } from './srt.ts';
import type { ParsedCaptions } from './tidy.ts';
import { parseVtt } from './vtt.ts';

/**
 * `fileName` decides only where the content does not: a file that begins with WEBVTT is WebVTT whatever it is called.
 * Never throws; a file that is no caption file gives no cues and says why.
 */
export function parseCaptions(bytes: Uint8Array, fileName: string): ParsedCaptions {
  const { text, problems } = readCaptionBytes(bytes);
  const isVtt = /^\uFEFF?WEBVTT/u.test(text) || /\.vtt$/iu.test(fileName);
  const parsed = isVtt ? parseVtt(text) : parseSrt(text);
  return { cues: parsed.cues, problems: [...problems, ...parsed.problems] };
}
