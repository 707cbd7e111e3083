/** Times as people write them on this page: `1:02.50`. */

export function clockText(seconds: number): string {
  const hundredths = Math.max(0, Math.round(seconds * 100));
  const two = (value: number): string => String(value).padStart(2, '0');
  const whole = Math.floor(hundredths / 100);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const head = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes);
  return `${head}:${two(whole % 60)}.${two(hundredths % 100)}`;
}

/** `1:02.5`, `62.5`, `1:02:03`, also typed with a Chinese input method; null where it is no time. */
export function parseClock(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[\uFF01-\uFF5E]/gu, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[。,]/gu, '.');
  const match = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6}(?:\.\d{1,3})?)$/u.exec(plain);
  if (!match) return null;
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  if (match[2] !== undefined && (seconds ?? 0) >= 60) return null;
  return Math.round(((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000) / 1000;
}
