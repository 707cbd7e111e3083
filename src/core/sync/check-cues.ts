/** The rules a track's cues must keep before they are published; the tablet relies on them. */
import type { Sentence, SentenceId } from '../reading/model.ts';
import type { CueProblem, CueProblemCode } from './cue-problem.ts';
import type { Cue } from './track.ts';

export interface CueRules {
  /** Of the piece, in reading order. */
  readonly sentences: readonly Sentence[];
  /** Of the medium; null when it is not known, and then the end is not checked. */
  readonly durationSeconds: number | null;
}

/** Containers round their duration; the last frame may end a few milliseconds beyond it. */
const endToleranceSeconds = 0.02;

/** Cues in the order of their file. Empty = the track may be published and covers every sentence. */
export function checkCues(cues: readonly Cue[], { sentences, durationSeconds }: CueRules): CueProblem[] {
  const known = new Set<SentenceId>(sentences.map((sentence) => sentence.id));
  const seen = new Set<SentenceId>();
  const problems: CueProblem[] = [];
  cues.forEach((cue, i) => {
    const { sentence, start, end } = cue;
    const report = (code: CueProblemCode, params: CueProblem['params'] = {}): void => {
      problems.push({ code, severity: 'error', sentence, params: { sentence, ...params } });
    };
    if (!known.has(sentence)) report('cue-unknown-sentence', { id: sentence });
    if (seen.has(sentence)) report('cue-twice');
    seen.add(sentence);
    if (!(start >= 0 && end > start && Number.isFinite(end))) {
      report('cue-bad-time', { start, end });
      return;
    }
    if (durationSeconds !== null && end > durationSeconds + endToleranceSeconds) {
      report('cue-beyond-end', { end, duration: durationSeconds });
    }
    const before = cues[i - 1];
    if (!before) return;
    if (start < before.start) report('cue-not-rising');
    else if (start < before.end - 0.0005) {
      report('cue-overlap', { seconds: Math.round((before.end - start) * 1000) / 1000 });
    }
  });
  for (const { id } of sentences) {
    if (!seen.has(id))
      problems.push({ code: 'cue-uncovered', severity: 'warning', sentence: id, params: { sentence: id } });
  }
  return problems;
}
