import { formatDate } from '../../../i18n/format.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** `14:05`, on the clock of this machine. */
export function clockTime(atMs: number): string {
  const at = new Date(atMs);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `2026-11-25`, on the calendar of this machine. */
export function localDay(atMs: number): string {
  const at = new Date(atMs);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** 11月25日 14:05 */
export function dayAndTime(atMs: number): string {
  return `${formatDate(localDay(atMs), 'day')} ${clockTime(atMs)}`;
}
