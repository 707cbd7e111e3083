/** Dates, lengths and numbers in the language on the screen. Reading them in a component re-renders with the language. */
import { language } from './i18n.ts';
import { durationText, monthText, type DateStyle, dateText, numberText } from './format-in.ts';

export { timeText as formatTime } from './format-in.ts';

/** `date`: local calendar date `2026-11-28`. */
export function formatDate(date: string, style: DateStyle = 'full'): string {
  return dateText(language.value, date, style);
}

/** `month`: `2026-11` → 2026年11月; `short` → 11月. */
export function formatMonth(month: string, style: 'long' | 'short' = 'long'): string {
  return monthText(language.value, month, style);
}

/** 45 秒, 1 分 23 秒, 2 分钟; whole minutes from ten up. */
export function formatDuration(seconds: number): string {
  return durationText(language.value, seconds);
}

export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return numberText(language.value, value, options);
}
