/** What both formats share at the level of lines. */

/** Any of the three line ends; U+0000 becomes U+FFFD as WebVTT asks. */
export function linesOf(text: string): string[] {
  return text
    .replace(/^\uFEFF/u, '')
    .replaceAll('\0', '\uFFFD')
    .split(/\r\n|\r|\n/u);
}

/** Bidi overrides and zero-width spaces can make a caption read as something else; joiners stay, emoji need them. */
const invisible = /[\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}

/** Trimmed lines without empty ones: an empty line inside a caption would end it in either format. */
export function tidyText(text: string): string {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** `hh:mm:ss` + mark + milliseconds. */
export function formatClock(seconds: number, mark: '.' | ','): string {
  const ms = Math.max(0, Math.round(seconds * 1000));
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}${mark}${String(ms % 1000).padStart(3, '0')}`;
}

/** Seconds from parts; whole milliseconds, so that the same time is the same number whatever it was added up from. */
export function clockSeconds(hours: number, minutes: number, seconds: number, milliseconds: number): number {
  return (hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + milliseconds) / 1000;
}
