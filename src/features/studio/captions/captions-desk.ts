/** What can be done with a film's captions, as signals and actions: the page renders it, tests drive it without one. */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import {
  sentencesOfPiece,
  type DraftCaption,
  type DraftPiece,
  type DraftTrack,
} from '../../../authoring/draft/model.ts';
import { checkCaptions, type CaptionFindingCode } from '../../../core/captions/checks.ts';
import { fixAll, proposeFix, type CaptionFix } from '../../../core/captions/fix.ts';
import { mergeWithNext, splitCaption, splitCaptionAt } from '../../../core/captions/fix-text.ts';
import { closeGap } from '../../../core/captions/fix-times.ts';
import type { Caption } from '../../../core/captions/model.ts';
import { shiftAll, stretchAll, type TimePoint } from '../../../core/captions/retime.ts';
import { milliseconds, type FixOptions } from '../../../core/captions/room.ts';
import type { ChangeLabel, Desk } from '../shared/desk.ts';
import {
  cuesOf,
  filmOf,
  fixOptionsOf,
  matchToText,
  textFromCaptions,
  withCaption,
  withCues,
  type Matched,
} from './captions-state.ts';
import * as takes from './take-state.ts';

/** What has just happened, for the line that says it: a key of the namespace with its values. */
export type Said =
  | { readonly key: 'fixed'; readonly fix: CaptionFix; readonly number: number }
  | { readonly key: 'fixedAll'; readonly count: number; readonly left: number }
  | { readonly key: 'added' | 'removed' | 'split' | 'merged' | 'closed'; readonly number: number }
  | { readonly key: 'noSplit' | 'noMerge' | 'noClose' | 'noFix' | 'noStretch' | 'noTimes' }
  | { readonly key: 'imported'; readonly count: number }
  | { readonly key: 'shifted'; readonly seconds: number }
  | { readonly key: 'stretched' }
  | {
      readonly key: 'matched' | 'textMade';
      readonly matched: number;
      readonly uncovered: number;
      readonly unmatched: number;
      readonly sentences: number;
    };

export interface CaptionsDesk {
  readonly desk: Desk;
  readonly cues: ReadonlySignal<readonly DraftCaption[]>;
  readonly film: ReadonlySignal<DraftTrack | null>;
  readonly options: ReadonlySignal<FixOptions>;
  /** How many findings there are in all. */
  readonly findings: ReadonlySignal<number>;
  readonly sentences: ReadonlySignal<number>;
  readonly linesLeft: ReadonlySignal<number>;
  readonly selected: Signal<number | null>;
  readonly take: Signal<takes.Take>;
  readonly needs: Signal<takes.TakeNeeds | null>;
  readonly said: Signal<Said | null>;
  select(index: number | null): void;
  setText(index: number, text: string): void;
  /** False where the times would be none; nothing is changed then. */
  setTimes(index: number, times: { readonly start?: number; readonly end?: number }): boolean;
  remove(index: number): void;
  /** At the cursor, or at the best phrase where it stands at an end. */
  split(index: number, offset: number | null): void;
  merge(index: number): void;
  closeGap(index: number): void;
  fix(index: number, code: CaptionFindingCode): void;
  fixAll(): void;
  shift(seconds: number): void;
  stretch(points: readonly [TimePoint, TimePoint]): void;
  replaceAll(cues: readonly Caption[]): void;
  match(): void;
  makeText(): void;
  markIn(seconds: number): void;
  markOut(seconds: number): void;
  typeTake(text: string): void;
  addTake(): void;
  skipLine(): void;
  timeText(): void;
}

const known = new WeakMap<Desk, CaptionsDesk>();

/** The same for the same desk: words typed and not yet added are still there after a look at another step. */
export function captionsDeskOf(desk: Desk): CaptionsDesk {
  const made = known.get(desk) ?? createCaptionsDesk(desk);
  known.set(desk, made);
  return made;
}

/** A caption begun or words typed that are not in the draft yet: closing the window would lose them. */
export function hasUnadded({ take }: CaptionsDesk): boolean {
  const { start, text, waiting } = take.peek();
  return start !== null || (text.trim() !== '' && text !== waiting[0]?.text);
}

export function createCaptionsDesk(desk: Desk): CaptionsDesk {
  const cues = computed(() => cuesOf(desk.piece.value));
  const film = computed(() => filmOf(desk.piece.value));
  const options = computed(() => fixOptionsOf(desk.piece.value));
  const findings = computed(() => checkCaptions(cues.value, options.value).length);
  const selected = signal<number | null>(null);
  const take = signal(takes.emptyTake);
  const needs = signal<takes.TakeNeeds | null>(null);
  const said = signal<Said | null>(null);

  function change(
    update: (piece: DraftPiece) => DraftPiece,
    { label = 'captions', merge = null }: { label?: ChangeLabel; merge?: string | null } = {},
  ): void {
    if (desk.canWrite.peek()) desk.change(label, update, merge);
  }
  const put = (next: readonly Caption[], merge: string | null = null): void =>
    change((piece) => withCues(piece, next), { merge });
  /** Puts the list if there is one, else says why not. */
  function attempt(next: readonly Caption[] | null, done: Said, otherwise: Said): boolean {
    said.value = next ? done : otherwise;
    if (next) put(next);
    return next !== null;
  }
  /** The place of a caption that may have moved. */
  const indexOf = (start: number, text: string): number =>
    cues.peek().findIndex((one) => one.start === start && one.text === text);

  function taken(result: takes.Taken): void {
    take.value = result.take;
    needs.value = result.needs;
    const { add } = result;
    if (!add) return;
    put([...cues.peek(), add]);
    const index = indexOf(add.start, add.text);
    said.value = { key: 'added', number: index + 1 };
  }

  function tied(label: ChangeLabel, key: 'matched' | 'textMade', make: (piece: DraftPiece) => Matched): void {
    const { piece: next, matched, uncovered, unmatched } = make(desk.piece.peek());
    change(() => next, { label });
    const sentences = sentencesOfPiece(next).length;
    said.value = { key, matched, uncovered, unmatched, sentences };
  }

  return {
    desk,
    cues,
    film,
    options,
    findings,
    sentences: computed(() => sentencesOfPiece(desk.piece.value).length),
    linesLeft: computed(() => takes.linesToTime(sentencesOfPiece(desk.piece.value), cues.value).length),
    selected,
    take,
    needs,
    said,
    select(index) {
      selected.value = index;
    },
    setText(index, text) {
      change((piece) => withCaption(piece, index, { text }), { merge: `captions:${index}` });
    },
    setTimes(index, times) {
      const own = cues.peek()[index];
      if (!own) return false;
      const start = milliseconds(times.start ?? own.start);
      const end = milliseconds(times.end ?? own.end);
      if (start < 0 || end <= start) {
        said.value = { key: 'noTimes' };
        return false;
      }
      change((piece) => withCaption(piece, index, { start, end }));
      if (selected.peek() === index) selected.value = indexOf(start, own.text);
      return true;
    },
    remove(index) {
      put(cues.peek().filter((_, i) => i !== index));
      said.value = { key: 'removed', number: index + 1 };
      const last = cues.peek().length - 1;
      selected.value = last < 0 ? null : Math.min(index, last);
    },
    split(index, offset) {
      const now = cues.peek();
      const length = now[index]?.text.length ?? 0;
      const isInside = offset !== null && offset > 0 && offset < length;
      const next = isInside
        ? splitCaptionAt(now, index, offset, options.peek())
        : splitCaption(now, index, options.peek());
      attempt(next, { key: 'split', number: index + 1 }, { key: 'noSplit' });
    },
    merge(index) {
      attempt(mergeWithNext(cues.peek(), index), { key: 'merged', number: index + 1 }, { key: 'noMerge' });
    },
    closeGap(index) {
      const next = closeGap(cues.peek(), index, options.peek());
      attempt(next, { key: 'closed', number: index + 1 }, { key: 'noClose' });
    },
    fix(index, code) {
      const proposed = proposeFix(cues.peek(), index, code, options.peek());
      if (!proposed) {
        said.value = { key: 'noFix' };
        return;
      }
      put(proposed.captions);
      said.value = { key: 'fixed', fix: proposed.fix, number: index + 1 };
    },
    fixAll() {
      const { captions, fixed, left } = fixAll(cues.peek(), options.peek());
      if (fixed > 0) put(captions);
      said.value = { key: 'fixedAll', count: fixed, left: left.length };
    },
    shift(seconds) {
      const { captions, shifted } = shiftAll(cues.peek(), seconds);
      if (shifted !== 0) put(captions);
      said.value = { key: 'shifted', seconds: shifted };
    },
    stretch(points) {
      attempt(stretchAll(cues.peek(), points), { key: 'stretched' }, { key: 'noStretch' });
    },
    replaceAll(next) {
      change((piece) => withCues(piece, next), { label: 'import' });
      selected.value = null;
      said.value = { key: 'imported', count: next.length };
    },
    match: () => tied('captions', 'matched', matchToText),
    makeText: () => tied('text', 'textMade', textFromCaptions),
    markIn: (seconds) => taken(takes.markIn(take.peek(), seconds, options.peek())),
    markOut: (seconds) => taken(takes.markOut(take.peek(), seconds)),
    typeTake(text) {
      take.value = takes.setText(take.peek(), text);
      if (needs.peek() === 'text') needs.value = null;
    },
    addTake: () => taken(takes.finish(take.peek())),
    skipLine() {
      take.value = takes.skipLine(take.peek());
    },
    timeText() {
      const lines = takes.linesToTime(sentencesOfPiece(desk.piece.peek()), cues.peek());
      take.value = takes.withLines(take.peek(), lines);
    },
  };
}
