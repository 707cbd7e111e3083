/** The formatters with the language as an argument; no page needed, so the hub may use them. */
import type { Language } from './languages.ts';

/**
 * `full` 2026年11月28日星期六 · `dayWeekday` 11月28日星期六 · `day` 11月28日 · `weekday` 星期六 · `dayOfMonth` 28
 */
export type DateStyle = 'full' | 'dayWeekday' | 'day' | 'weekday' | 'dayOfMonth';

const DATE_STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  full: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  dayWeekday: { month: 'long', day: 'numeric', weekday: 'long' },
  day: { month: 'long', day: 'numeric' },
  weekday: { weekday: 'long' },
  dayOfMonth: { day: 'numeric' },
};

// Chinese as it is written on the mainland and in Hong Kong and Taiwan; for English the order day-month-year is the
// one readers in Shanghai meet.
const LOCALES: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-Hant', en: 'en-GB' };

// A calendar date has no time zone: it is formatted as UTC midnight so that no tablet shifts it by a day.
function utc(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** `date` is `2026-11-28`; anything else comes back unchanged rather than as "Invalid Date". */
export function dateText(language: Language, date: string, style: DateStyle): string {
  const day = utc(date);
  if (Number.isNaN(day.getTime())) return date;
  if (style === 'dayOfMonth') return numberText(language, day.getUTCDate());
  return new Intl.DateTimeFormat(LOCALES[language], { ...DATE_STYLES[style], timeZone: 'UTC' }).format(day);
}

export function monthText(language: Language, month: string, style: 'long' | 'short'): string {
  const day = utc(`${month}-01`);
  if (Number.isNaN(day.getTime())) return month;
  const options: Intl.DateTimeFormatOptions =
    style === 'long' ? { year: 'numeric', month: 'long' } : { month: 'short' };
  return new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' }).format(day);
}

export function durationText(language: Language, seconds: number): string {
  const inMinutes = seconds >= 90;
  return numberText(language, inMinutes ? Math.round(seconds / 60) : Math.max(1, Math.round(seconds)), {
    style: 'unit',
    unit: inMinutes ? 'minute' : 'second',
    unitDisplay: 'long',
  });
}

/** A position on a time line: `1:52`, `1:02:05`. The same in every language. */
export function timeText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const rest = String(whole % 60).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

export function numberText(language: Language, value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(LOCALES[language], options).format(value);
}
