import { formatDuration, formatNumber } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/namespaces.ts';

/** Bytes as people say them: 「386 兆」, 「1.2 G」. Decimal, as the tablets' own settings count. */
export function sizeText(t: Translate<'library'>, bytes: number): string {
  if (bytes >= 999.5e6) {
    return t('gigabytes', { number: formatNumber(bytes / 1e9, { maximumFractionDigits: 1 }) });
  }
  const megabytes = bytes / 1e6;
  return t('megabytes', {
    number: formatNumber(Math.max(megabytes, bytes > 0 ? 0.1 : 0), {
      maximumFractionDigits: megabytes < 9.95 ? 1 : 0,
    }),
  });
}

const HOUR = 3600;
const STEP = 10;

/** How long something still takes. In steps, so that the line does not flicker; hours from two up. */
export function remainingText(t: Translate<'library'>, seconds: number): string {
  const duration =
    seconds >= 2 * HOUR
      ? t('note.hours', { number: formatNumber(Math.round(seconds / HOUR)) })
      : formatDuration(Math.max(STEP, Math.ceil(seconds / STEP) * STEP));
  return t('note.remaining', { duration });
}
