/** Days as the club counts them: the tablet's own time zone may be set to anything. */
import type { PieceSummary } from '../core/shelf/issue.ts';

/** `2026-11-23` in Shanghai. */
export function shanghaiDate(now: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: 'year' | 'month' | 'day') => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** 每日一篇 ships with the issue and shows from its own day. */
export function isOut(piece: Pick<PieceSummary, 'showFrom'>, today: string): boolean {
  return piece.showFrom === undefined || piece.showFrom <= today;
}
