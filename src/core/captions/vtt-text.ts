/**
 * WebVTT cue text into plain text (https://www.w3.org/TR/webvtt1/#webvtt-cue-text-tokenizer), with three choices of our
 * own: a voice span keeps its speaker as 「主持人：」, ruby annotations go, and tags WebVTT does not know stay as text:
 * an author who writes <未知标签> or <script> sees it rather than losing it, and it can never become markup.
 */
export interface PlainCueText {
  readonly text: string;
  /** The first tag that is no WebVTT tag. */
  readonly unknownTag: string | null;
  readonly hadRuby: boolean;
}

const knownTags = new Set(['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang']);
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
  quot: '"',
  apos: "'",
};

export function plainCueText(source: string): PlainCueText {
  let text = '';
  let unknownTag: string | null = null;
  let hadRuby = false;
  let annotationDepth = 0;

  for (const match of source.matchAll(/<[^>]*>|[^<]+|</gu)) {
    const [token] = match;
    const tag = readTag(token);
    if (!tag) {
      if (annotationDepth === 0) text += decodeEntities(token);
    } else if (tag.name === null) {
      unknownTag ??= token;
      text += decodeEntities(token);
    } else if (tag.name === 'rt') {
      hadRuby = true;
      annotationDepth = tag.closes ? 0 : 1;
    } else if (tag.name === 'ruby') {
      // `</ruby>` also ends an annotation whose own end tag was left out.
      annotationDepth = 0;
    } else if (tag.name === 'v' && !tag.closes && tag.annotation !== '') {
      text += speakerLabel(decodeEntities(tag.annotation), source.slice(match.index + token.length));
    }
  }
  return { text, unknownTag, hadRuby };
}

export function escapeCueText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

interface Tag {
  /** Null for a tag WebVTT does not know; timestamps count as `c`, which says nothing. */
  readonly name: string | null;
  readonly closes: boolean;
  readonly annotation: string;
}

function readTag(token: string): Tag | null {
  if (!token.startsWith('<') || !token.endsWith('>') || token.length < 3) return null;
  const inner = token.slice(1, -1);
  if (/^[\d:.]+$/u.test(inner)) return { name: 'c', closes: false, annotation: '' };
  const match = /^(\/?)([^\s./]+)(?:\.[^\s]*)?(?:\s+([\s\S]*))?$/u.exec(inner);
  // `a < b` is a comparison, not a tag.
  if (!match) return null;
  const [, slash, name = '', annotation = ''] = match;
  return { name: knownTags.has(name) ? name : null, closes: slash === '/', annotation: annotation.trim() };
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    const isCharacter = code > 0x1f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
  });
}

/** Nothing where the words that follow name the speaker already. */
function speakerLabel(speaker: string, following: string): string {
  const words = decodeEntities(following.replace(/<[^>]*>/gu, '')).trimStart();
  return words.startsWith(`${speaker}：`) || words.startsWith(`${speaker}:`) ? '' : `${speaker}：`;
}
