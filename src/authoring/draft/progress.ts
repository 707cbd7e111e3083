/** How far a piece and its month are, step by step: the queue's checklist (look/5-queue). */
import type { ExaminationDraft } from '../../core/checks/draft.ts';
import { openFindings } from '../../core/checks/finding-key.ts';
import type { SentenceId } from '../../core/reading/model.ts';
import { checkDraft, type CureStep, type DraftFinding } from './check-draft.ts';
import { cuesOfTrack } from './cues-of-track.ts';
import { examinationOf } from './examination.ts';
import type { DraftMonth } from './draft-to-check.ts';
import { sentencesOfPiece, type DraftPiece, type DraftSentence } from './model.ts';

export type ProgressStep = 'text' | 'words' | 'sign' | 'captions' | 'preview' | 'check';
export const progressSteps: readonly ProgressStep[] = [
  'text',
  'words',
  'sign',
  'captions',
  'preview',
  'check',
];

export interface StepProgress {
  /** 不需要 · 没开始 · 6/8 句 · 2 项待办 · 好了 */
  readonly state: 'not-needed' | 'not-begun' | 'partly' | 'open' | 'done';
  /** Sentences. `missing`: places of those not done, 0-based in reading order; only for one piece. */
  readonly done: number;
  readonly total: number;
  readonly missing: readonly number[];
  /** Findings of this step that still keep the month from being released. */
  readonly open: number;
}
export type Progress = Readonly<Record<ProgressStep, StepProgress>>;

export interface MonthProgress {
  readonly findings: readonly DraftFinding[];
  /** What still forbids release: errors, and warnings without a reason. Empty: 可以发布. */
  readonly open: readonly DraftFinding[];
  readonly pieces: ReadonlyMap<string, Progress>;
  /** Of all its pieces together. */
  readonly whole: Progress;
}

export function progressOf(month: DraftMonth, findings = checkDraft(month)): MonthProgress {
  const open = openFindings(findings, month.issue.reasons);
  const listed = month.issue.pieces.flatMap((id) => month.pieces.find((piece) => piece.id === id) ?? []);
  const pieces = new Map(listed.map((piece) => [piece.id, progressOfPiece(piece, month, open)]));
  const all = [...pieces.values()];
  const together = (step: ProgressStep): StepProgress => sum(all.map((progress) => progress[step]));
  const whole = {
    text: together('text'),
    words: together('words'),
    sign: together('sign'),
    captions: together('captions'),
    preview: together('preview'),
    check: checkProgress(
      open.length,
      all.every(({ text }) => text.state === 'not-begun'),
    ),
  };
  return { findings, open, pieces, whole };
}

function progressOfPiece(
  piece: DraftPiece,
  { issue, club }: DraftMonth,
  open: readonly DraftFinding[],
): Progress {
  const sentences = sentencesOfPiece(piece);
  const own = open.filter((finding) => finding.piece === piece.id);
  const openAt = (step: CureStep): number => own.filter((finding) => finding.step === step).length;
  const isEmpty = sentences.length === 0 && !piece.blocks.some(({ type }) => type === 'figure');
  const requires = club.requires[piece.kind];
  const isSigned = requires.includes('sign') || requires.includes('audio') || hasTrack(piece);
  return {
    text: isEmpty ? notBegun(0) : settled(openAt('text'), sentences.length),
    words: byThe(sentences.filter(isChinese), isSettled, openAt('words')),
    sign: isSigned ? byThe(sentences, isRendered(piece), openAt('sign')) : notNeeded,
    captions: piece.kind === 'film' ? captionProgress(piece, openAt('captions')) : notNeeded,
    preview: previewProgress(examinationOf(issue, piece).state, openAt('check')),
    check: checkProgress(own.length, isEmpty),
  };
}

const hasTrack = ({ tracks }: DraftPiece): boolean => tracks.some(({ kind }) => kind !== 'film');
const HAN = /\p{Script=Han}/u;
const isChinese = ({ words }: DraftSentence): boolean => words.some(({ text }) => HAN.test(text));
/** Every word has its pinyin, and nobody is in doubt about one. */
const isSettled = ({ words }: DraftSentence): boolean =>
  words.every(
    ({ text, pinyin, candidates = [] }) =>
      !HAN.test(text) || (pinyin !== undefined && candidates.length === 0),
  );

/** By the track that has most: a second one, in Shanghai sign language say, is begun after the first. */
function isRendered(piece: DraftPiece): (sentence: DraftSentence) => boolean {
  const covered = piece.tracks
    .filter(({ kind, media }) => kind !== 'film' && media !== null)
    .map((track) => new Set<SentenceId>(cuesOfTrack(piece, track).map(({ sentence }) => sentence)))
    .sort((a, b) => b.size - a.size)[0];
  return ({ id }) => covered?.has(id) ?? false;
}

function captionProgress({ captions, tracks }: DraftPiece, open: number): StepProgress {
  const hasCaptions = captions.some(({ cues }) => cues.length > 0);
  const hasFilm = tracks.some(({ kind, media }) => kind === 'film' && media !== null);
  return hasCaptions || hasFilm ? settled(open, 0) : notBegun(0);
}

/** Examined as it is now, or not; counted in pieces. */
function previewProgress(state: ExaminationDraft['state'], open: number): StepProgress {
  if (state === 'none') return { ...notBegun(1), open };
  return state === 'outdated' ? { ...settled(1, 1), done: 0 } : settled(open, 1);
}

const notNeeded: StepProgress = { state: 'not-needed', done: 0, total: 0, missing: [], open: 0 };
const notBegun = (total: number): StepProgress => ({
  state: 'not-begun',
  done: 0,
  total,
  missing: [],
  open: 0,
});
const settled = (open: number, total: number): StepProgress => ({
  state: open > 0 ? 'open' : 'done',
  done: total,
  total,
  missing: [],
  open,
});
const checkProgress = (open: number, isEmpty: boolean): StepProgress =>
  isEmpty ? { ...notBegun(0), open } : settled(open, 0);

function byThe(
  sentences: readonly DraftSentence[],
  isDone: (sentence: DraftSentence) => boolean,
  open: number,
): StepProgress {
  const missing = sentences.flatMap((sentence, index) => (isDone(sentence) ? [] : [index]));
  const total = sentences.length;
  const done = total - missing.length;
  // Findings of a step nobody has begun are no news: it says so itself.
  if (done === 0) return { ...notBegun(total), missing, open };
  // What is left out for a written reason is done.
  if (missing.length > 0 && open > 0) return { state: 'partly', done, total, missing, open };
  return { state: open > 0 ? 'open' : 'done', done, total, missing, open };
}

function sum(parts: readonly StepProgress[]): StepProgress {
  const needed = parts.filter(({ state }) => state !== 'not-needed');
  if (needed.length === 0) return parts.length === 0 ? notBegun(0) : notNeeded;
  const add = (of: (part: StepProgress) => number): number =>
    needed.reduce((total, part) => total + of(part), 0);
  const states = new Set(needed.map(({ state }) => state));
  const counts = {
    done: add(({ done }) => done),
    total: add(({ total }) => total),
    missing: [],
    open: add(({ open }) => open),
  };
  const [only] = states;
  if (states.size === 1 && only !== undefined) return { state: only, ...counts };
  return { state: states.has('partly') || states.has('not-begun') ? 'partly' : 'open', ...counts };
}
