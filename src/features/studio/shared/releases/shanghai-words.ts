import { formatDate } from '../../../../i18n/format.ts';
import { wallTimeOf } from './shanghai-time.ts';

/** 12月1日 星期二 06:00, in Shanghai. */
export function shanghaiInstant(at: string): string {
  const { day, time } = wallTimeOf(Date.parse(at));
  return `${formatDate(day, 'dayWeekday')} ${time}`;
}
