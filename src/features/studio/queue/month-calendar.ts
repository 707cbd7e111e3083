/** A month as weeks from Monday, as calendars hang in China. */
import type { DraftPiece } from '../../../authoring/draft/model.ts';

export interface CalendarDay {
  /** `2026-12-03` */
  readonly date: string;
  readonly isInMonth: boolean;
}

const DAY_MS = 86_400_000;

export function calendarWeeks(month: string): readonly (readonly CalendarDay[])[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const start = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY_MS;
  const weeks: CalendarDay[][] = [];
  for (let at = start; at === start || new Date(at).toISOString().startsWith(month); at += 7 * DAY_MS) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const date = new Date(at + index * DAY_MS).toISOString().slice(0, 10);
        return { date, isInMonth: date.startsWith(month) };
      }),
    );
  }
  return weeks;
}

export function withDay(piece: DraftPiece, day: string | null): DraftPiece {
  const { showFrom: _, ...others } = piece;
  return day === null ? others : { ...others, showFrom: day };
}
