/**
 * Cue files: WebVTT as authors write it and as the shelf publishes it beside each guided document (a metadata track, for
 * readers that know no guided navigation).
 */
import { lettersOf, sentenceNamed } from '../captions/match.ts';
import { formatClock } from '../captions/lines.ts';
import type { RawCue } from '../captions/tidy.ts';
import { readVttCues } from '../captions/vtt.ts';
import { textOf, type Sentence } from '../reading/model.ts';
import type { CueProblem } from './cue-problem.ts';
import type { Cue } from './track.ts';

export interface ReadCues {
  /** In the order of the file; hold them to `checkCues` before use. */
  readonly cues: Cue[];
  readonly problems: CueProblem[];
}

/**
 * A cue's id is a sentence id or `#12` for the twelfth sentence. Where no id names a sentence, cues are matched by
 * their text if it is the piece's own (several cues may share a sentence; they become one), and else by order.
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

/** Null unless the cues say the text: every payload stands in it, one after the other. */
function readByText(raw: readonly RawCue[], sentences: readonly Sentence[]): ReadCues | null {
  const places = sentences.flatMap((sentence) => Array.from(lettersOf(textOf(sentence)), () => sentence.id));
  const letters = sentences.flatMap((sentence) => Array.from(lettersOf(textOf(sentence)))).join('');
  const spans: Cue[] = [];
  let cursor = 0;
  for (const cue of raw) {
    const said = lettersOf(cue.text);
    const at = said === '' ? -1 : letters.indexOf(said, cursor);
    if (at === -1) return null;
    // The cursor counts UTF-16 units and `places` code points; they differ only for rare characters before it.
    const first = Array.from(letters.slice(0, at)).length;
    const sentence = mostFrequent(places.slice(first, first + Array.from(said).length));
    if (sentence === null) return null;
    cursor = at + said.length;
    const last = spans.at(-1);
    if (last?.sentence === sentence) spans[spans.length - 1] = { ...last, end: cue.end };
    else spans.push({ sentence, start: cue.start, end: cue.end });
  }
  return raw.length === 0 ? null : { cues: spans, problems: [] };
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

function mostFrequent<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** A WebVTT metadata track: cue id and payload both name the sentence. Times are rounded to milliseconds. */
export function writeCueVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(
    ({ sentence, start, end }) =>
      `${sentence}\n${formatClock(start, '.')} --> ${formatClock(end, '.')}\n${JSON.stringify({ sentence })}\n`,
  );
  return ['WEBVTT\n', ...blocks].join('\n');
}
