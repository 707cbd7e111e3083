/** Days as the club counts them: the tablet's own time zone may be set to anything. */
import type { PieceSummary } from '../core/shelf/issue.ts';

/** Shanghai keeps one offset all year; asking `Intl` costs a slow tablet a tenth of a second before its first sentence. */
const shanghaiOffsetMs = 8 * 60 * 60 * 1000;

/** `2026-11-23` in Shanghai. */
export function shanghaiDate(now: Date): string {
  return new Date(now.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10);
}

/** 每日一篇 ships with the issue and shows from its own day. */
export function isOut(piece: Pick<PieceSummary, 'showFrom'>, today: string): boolean {
  return piece.showFrom === undefined || piece.showFrom <= today;
}

/** For sorting months, newest first. Not `localeCompare`: the first collator costs a slow tablet 30 ms before its first sentence. */
export function newestFirst(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}
