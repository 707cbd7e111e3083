/**
 * Cue files: WebVTT as authors write it and as the shelf publishes it beside each guided document (a metadata track, for
 * readers that know no guided navigation).
 */
import { lettersOf, matchCaptions, sentenceNamed } from '../captions/match.ts';
import { formatClock } from '../captions/lines.ts';
import type { RawCue } from '../captions/tidy.ts';
import { readVttCues } from '../captions/vtt.ts';
import type { Sentence } from '../reading/model.ts';
import type { CueProblem } from './cue-problem.ts';
import type { Cue } from './track.ts';

export interface ReadCues {
  /** In the order of the file; hold them to `checkCues` before use. */
  readonly cues: Cue[];
  readonly problems: CueProblem[];
}

/**
 * A cue's id is a sentence id or `#12` for the twelfth sentence. Where no id names a sentence, cues are matched by
 * their text if it is the piece's own (several cues may share a sentence, or one hold two), and else by order.
 */
export function cuesFromVtt(text: string, sentences: readonly Sentence[]): ReadCues {
  const { cues: raw, problems } = readVttCues(text);
  const fileProblems = problems.map(({ line, params, code }): CueProblem => ({
    code: 'cue-file',
    severity: 'error',
    ...(line === undefined ? {} : { line }),
    params: { text: code, ...params },
  }));
  const found = readNamed(raw, sentences) ?? readByText(raw, sentences) ?? readInOrder(raw, sentences);
  return { cues: found.cues, problems: [...fileProblems, ...found.problems] };
}

/** Null when no cue has an id that means anything here. */
function readNamed(raw: readonly RawCue[], sentences: readonly Sentence[]): ReadCues | null {
  const named = raw.map((cue) => ({ cue, sentence: sentenceNamed(cue.id, sentences) }));
  if (!named.some(({ sentence }) => sentence !== null) && !raw.some((cue) => cue.id?.startsWith('#')))
    return null;
  const problems: CueProblem[] = [];
  const cues = named.flatMap(({ cue, sentence }) => {
    if (sentence) return [{ sentence, start: cue.start, end: cue.end }];
    const params = { id: cue.id ?? '' };
    problems.push({ code: 'cue-unknown-sentence', severity: 'error', line: cue.line, params });
    return [];
  });
  return { cues, problems };
}

/** Null unless every cue says a part of the text, one after the other. */
function readByText(raw: readonly RawCue[], sentences: readonly Sentence[]): ReadCues | null {
  const { cues, unmatched } = matchCaptions(raw, sentences);
  const isText = raw.every((cue) => lettersOf(cue.text) !== '') && unmatched.length === 0;
  return isText && cues.length > 0 ? { cues, problems: [] } : null;
}

function readInOrder(raw: readonly RawCue[], sentences: readonly Sentence[]): ReadCues {
  const cues = raw.flatMap((cue, i) => {
    const sentence = sentences[i];
    return sentence ? [{ sentence: sentence.id, start: cue.start, end: cue.end }] : [];
  });
  const extra = raw[sentences.length];
  if (!extra) return { cues, problems: [] };
  const params = { cues: raw.length, sentences: sentences.length };
  return { cues, problems: [{ code: 'cue-too-many', severity: 'error', line: extra.line, params }] };
}

/**
 * A WebVTT metadata track: cue id and payload both name the sentence. Times are rounded to milliseconds.
 * @param idOf The id of the sentence's element, where it is not the sentence's own.
 */
export function writeCueVtt(cues: readonly Cue[], idOf: (sentence: string) => string = (id) => id): string {
  const blocks = cues.map(
    ({ sentence, start, end }) =>
      `${idOf(sentence)}\n${formatClock(start, '.')} --> ${formatClock(end, '.')}\n${JSON.stringify({ sentence })}\n`,
  );
  return ['WEBVTT\n', ...blocks].join('\n');
}
