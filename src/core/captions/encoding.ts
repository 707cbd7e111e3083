/**
 * Bytes of a caption file into text. Caption files seldom say how they are encoded: Chinese Windows tools write GB18030,
 * Notepad's "Unicode" is UTF-16, older Taiwanese and Hong Kong files are Big5.
 */
import { captionProblem, type CaptionProblem } from './problem.ts';

type CaptionEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

export interface DecodedCaptions {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: CaptionEncoding;
  readonly problems: readonly CaptionProblem[];
}

/** The text alone; never throws, unreadable bytes become U+FFFD. */
export function decodeCaptionBytes(bytes: Uint8Array): string {
  return readCaptionBytes(bytes).text;
}

export function readCaptionBytes(bytes: Uint8Array): DecodedCaptions {
  const encoding = markedEncoding(bytes) ?? unmarkedUtf16(bytes) ?? guessedEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const problems: CaptionProblem[] = [];
  if (encoding !== 'utf-8') problems.push(captionProblem('not-utf8', undefined, { encoding }));
  if (!isValid(bytes, encoding)) {
    const line = text.slice(0, text.indexOf('\uFFFD')).split(/\r\n|\r|\n/u).length;
    problems.push(captionProblem('bad-bytes', line));
  }
  return { text, encoding, problems };
}

function markedEncoding(bytes: Uint8Array): CaptionEncoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** Times and line ends are ASCII, so in UTF-16 about half the file's high bytes are zero, on one side only. */
function unmarkedUtf16(bytes: Uint8Array): CaptionEncoding | null {
  const pairs = bytes.length >> 1;
  if (pairs < 8 || bytes.length % 2 !== 0) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (bytes[i] === 0) evenZeros += 1;
    if (bytes[i + 1] === 0) oddZeros += 1;
  }
  if (oddZeros / pairs > 0.2 && evenZeros / pairs < 0.02) return 'utf-16le';
  if (evenZeros / pairs > 0.2 && oddZeros / pairs < 0.02) return 'utf-16be';
  return null;
}

function guessedEncoding(bytes: Uint8Array): CaptionEncoding {
  if (isValid(bytes, 'utf-8')) return 'utf-8';
  const legacy = likelierLegacyEncoding(bytes);
  // A UTF-8 file with a few broken bytes is still a UTF-8 file: legacy text hardly ever makes
  // three-byte characters by chance.
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = count(text, /\uFFFD/gu);
  const sound = count(text, /[\u0800-\uFFFC]/gu);
  return sound > broken * 2 ? 'utf-8' : legacy;
}

function likelierLegacyEncoding(bytes: Uint8Array): CaptionEncoding {
  return plausibility(bytes, 'big5') > plausibility(bytes, 'gb18030') ? 'big5' : 'gb18030';
}

/** Characters no Chinese text of a few lines does without, in both scripts. */
const everyday = new Set(
  '的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想日者意无無此把讓让今欢歡迎谢謝很',
);

/** Share of characters that belong to the everyday part of the encoding, plus that of really everyday characters. */
function plausibility(bytes: Uint8Array, encoding: 'gb18030' | 'big5'): number {
  let pairs = 0;
  let common = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    pairs += 1;
    i += 1;
    // GB2312's punctuation and first level; Big5's punctuation and frequent part.
    const isCommon =
      encoding === 'gb18030'
        ? trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7))
        : lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1);
    if (isCommon) common += 1;
  }
  const text = new TextDecoder(encoding).decode(bytes);
  const characters = [...text].filter((character) => character > '\x7f');
  const known = characters.filter((character) => everyday.has(character)).length;
  const broken = count(text, /\uFFFD/gu);
  return common / Math.max(1, pairs) + (2 * known - 4 * broken) / Math.max(1, characters.length);
}

function isValid(bytes: Uint8Array, encoding: CaptionEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
