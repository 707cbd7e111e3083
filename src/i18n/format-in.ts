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

/** From here on the seconds say nothing to anyone. */
const WHOLE_MINUTES_FROM = 600;

/** 45 秒 · 1 分 23 秒 · 2 分钟 · 12 分钟; 45 seconds · 1 min 23 s · 2 minutes. No engine of the floor has DurationFormat. */
export function durationText(language: Language, seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const minutes = whole >= WHOLE_MINUTES_FROM ? Math.round(whole / 60) : Math.floor(whole / 60);
  const rest = whole >= WHOLE_MINUTES_FROM ? 0 : whole % 60;
  const unit = (value: number, name: 'minute' | 'second'): string =>
    numberText(language, value, { style: 'unit', unit: name, unitDisplay: 'long' });
  if (language === 'en') {
    if (minutes === 0) return unit(rest, 'second');
    return rest === 0 ? unit(minutes, 'minute') : `${minutes} min ${rest} s`;
  }
  if (minutes === 0) return `${rest} 秒`;
  if (rest > 0) return `${minutes} 分 ${rest} 秒`;
  return `${minutes} ${language === 'zh-Hant' ? '分鐘' : '分钟'}`;
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
