/**
 * The text field of an ASS event into plain text: override blocks go, what they would have done is reported, and nothing
 * between them is lost. Grammar as libass reads it: `{…}` with a backslash is tags, without one a remark; `\N` breaks the line,
 * `\n` only where the script wraps nothing itself, `\h` is a hard space, `\{` a brace; after `\p1` text is a drawing until `\p0`.
 */
export interface PlainAssText {
  readonly text: string;
  /** Colours, positions, fonts, fades. */
  readonly hadTags: boolean;
  /** Syllables had times of their own. */
  readonly hadKaraoke: boolean;
  readonly hadRemark: boolean;
  readonly hadDrawing: boolean;
}

const token = /\\[{}]|\{[^{}]*\}|\\[Nnh]|[^\\{]+|[\s\S]/gu;

export function plainAssText(source: string, { wrapsNothing = false } = {}): PlainAssText {
  let text = '';
  let isDrawing = false;
  let hadTags = false;
  let hadKaraoke = false;
  let hadRemark = false;
  let hadDrawing = false;

  for (const [part] of source.matchAll(token)) {
    if (part.startsWith('{') && part.endsWith('}')) {
      if (!part.includes('\\')) {
        hadRemark ||= part.trim() !== '{}';
        continue;
      }
      const isKaraoke = /\\[kK][fot]?\d/u.test(part);
      hadKaraoke ||= isKaraoke;
      hadTags ||= !isKaraoke;
      // `\pos` and `\pbo` begin alike and are no drawings.
      const scale = [...part.matchAll(/\\p(\d+)/gu)].at(-1)?.[1];
      if (scale !== undefined) isDrawing = Number(scale) > 0;
    } else if (isDrawing) hadDrawing ||= part.trim() !== '';
    else text += plainToken(part, wrapsNothing);
  }
  return { text, hadTags, hadKaraoke, hadRemark, hadDrawing };
}

function plainToken(part: string, wrapsNothing: boolean): string {
  switch (part) {
    case '\\N':
      return '\n';
    case '\\n':
      return wrapsNothing ? '\n' : ' ';
    case '\\h':
      return ' ';
    case '\\{':
      return '{';
    case '\\}':
      return '}';
    default:
      return part;
  }
}
