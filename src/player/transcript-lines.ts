/** A film's transcript as lines in time: its sentences, and between them the sounds only its captions name. */
import type { Caption } from '../core/captions/model.ts';
import { sentencesOf, textOf, type Reading, type SentenceId } from '../core/reading/model.ts';
import type { Cue } from '../core/sync/track.ts';

export interface TranscriptLine {
  /** Seconds on the film's clock. */
  readonly start: number;
  readonly text: string;
  /** Null for a sound. */
  readonly sentence: SentenceId | null;
}

export function transcriptLines(
  reading: Reading,
  cues: readonly Cue[],
  captions: readonly Caption[],
): readonly TranscriptLine[] {
  const starts = new Map(cues.map((cue) => [cue.sentence, cue.start]));
  let last = 0;
  const said = sentencesOf(reading).map((sentence) => {
    // A sentence that is never spoken (a heading) stands where it is read: after the one before it.
    last = starts.get(sentence.id) ?? last;
    return { start: last, text: textOf(sentence), sentence: sentence.id };
  });
  const sounds = captions
    .filter((caption) => caption.sentence === undefined && isSound(caption.text))
    .map((caption) => ({ start: caption.start, text: caption.text.replaceAll('\n', ' '), sentence: null }));
  return [...said, ...sounds].sort((a, b) => a.start - b.start);
}

function isSound(text: string): boolean {
  return /^\s*[［[（(].*[］\])）]\s*$/su.test(text);
}

/** The last line begun by this time; -1 before the first. A spoken line with the sentence given counts as begun. */
export function lineAt(
  lines: readonly TranscriptLine[],
  seconds: number,
  sentence: SentenceId | null,
): number {
  const begun = lines.findLastIndex((line) => line.start <= seconds + 0.0005);
  const spoken = sentence === null ? -1 : lines.findIndex((line) => line.sentence === sentence);
  const now = lines[begun];
  // Through gaps the sentence stays; a sound after it takes over.
  return now && now.sentence === null && now.start >= (lines[spoken]?.start ?? 0)
    ? begun
    : Math.max(spoken, -1);
}

/** Indexes of the lines that hold the words looked for, however they are written in case. */
export function hitsIn(lines: readonly TranscriptLine[], query: string): readonly number[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [];
  return lines.flatMap((line, index) => (line.text.toLowerCase().includes(wanted) ? [index] : []));
}
