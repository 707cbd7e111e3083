/**
 * Captions taken down while the film plays: a tap where one begins, a tap where it ends, words before or after. Tapping the beginning of
 * the next one also ends the one that is running, so that a whole film can be done with one key, as signing is.
 */
import { breakCaption } from '../../../core/captions/break.ts';
import { withoutEndMarks } from '../../../core/captions/marks.ts';
import { gapSeconds, milliseconds, type FixOptions } from '../../../core/captions/room.ts';
import type { DraftCaption, DraftSentence } from '../../../authoring/draft/model.ts';
import { textOfDraft } from '../../../authoring/draft/model.ts';

export interface Line {
  readonly text: string;
  readonly sentence?: DraftCaption['sentence'];
}

export interface Take {
  readonly start: number | null;
  readonly end: number | null;
  /** In the field now. */
  readonly text: string;
  /** Lines of the transcript that wait for their times; the first is in the field. */
  readonly waiting: readonly Line[];
}

export type TakeNeeds = 'start' | 'text' | 'later-end';

export interface Taken {
  readonly take: Take;
  readonly add: DraftCaption | null;
  /** What is still missing for it to become a caption. */
  readonly needs: TakeNeeds | null;
}

export const emptyTake: Take = { start: null, end: null, text: '', waiting: [] };

/** Shorter than this nobody meant. */
const shortestSeconds = 0.1;

export function markIn(take: Take, seconds: number, options: FixOptions = {}): Taken {
  const running = take.start !== null && take.end === null && take.text.trim() !== '';
  const done = running ? finish({ ...take, end: milliseconds(seconds - gapSeconds(options)) }) : null;
  // Two taps in a row at one place: the second one stands.
  const base = done?.add ? done.take : take;
  return { take: { ...base, start: milliseconds(seconds), end: null }, add: done?.add ?? null, needs: null };
}

export function markOut(take: Take, seconds: number): Taken {
  if (take.start === null) return { take, add: null, needs: 'start' };
  return finish({ ...take, end: milliseconds(seconds) });
}

export function setText(take: Take, text: string): Take {
  return { ...take, text };
}

/** Adds what has both times and words; otherwise says what it waits for. */
export function finish(take: Take): Taken {
  const { start, end, text, waiting } = take;
  if (start === null || end === null) return { take, add: null, needs: 'start' };
  if (end - start < shortestSeconds) return { take: { ...take, end: null }, add: null, needs: 'later-end' };
  if (text.trim() === '') return { take, add: null, needs: 'text' };
  const [line, ...rest] = waiting;
  const sentence = line?.sentence;
  return {
    take: { start: null, end: null, text: rest[0]?.text ?? '', waiting: rest },
    add: { start, end, text: tidy(text), ...(sentence === undefined ? {} : { sentence }) },
    needs: null,
  };
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The line in the field is left out; the next one comes. */
export function skipLine(take: Take): Take {
  const rest = take.waiting.slice(1);
  return { ...take, text: rest[0]?.text ?? '', waiting: rest };
}

/** The text's sentences, broken as captions, that no caption says yet. */
export function linesToTime(
  sentences: readonly DraftSentence[],
  cues: readonly DraftCaption[],
): readonly Line[] {
  const said = new Set(cues.map(({ sentence }) => sentence));
  return sentences
    .filter(({ id }) => !said.has(id))
    .flatMap((sentence) =>
      breakCaption(textOfDraft(sentence), { charactersPerLine: 16 })
        .map((lines) => withoutEndMarks(lines.join('\n')))
        .filter((text) => text !== '')
        .map((text): Line => ({ text, sentence: sentence.id })),
    );
}

export function withLines(take: Take, lines: readonly Line[]): Take {
  return { ...take, text: lines[0]?.text ?? '', waiting: lines };
}
