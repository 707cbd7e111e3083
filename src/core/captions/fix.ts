/**
 * The proposed fix of a finding. One is proposed only when it has been tried: the finding is gone afterwards, and no other has come
 * in its place. So a button that is there does what it says, and where there is none a person has to shorten the words.
 */
import { captionLimits, checkCaptions, type CaptionFinding, type CaptionFindingCode } from './checks.ts';
import { mergeWithNext, rebreakCaption, splitCaption, withText } from './fix-text.ts';
import { extendCaption, openGap, shortenCaption } from './fix-times.ts';
import { withoutEndMarks, withSoundBrackets } from './marks.ts';
import type { Caption } from './model.ts';
import type { FixOptions } from './room.ts';

export type CaptionFix =
  | 'remove'
  | 'break-lines'
  | 'split'
  | 'extend'
  | 'shorten'
  | 'merge'
  | 'open-gap'
  | 'remove-end-marks'
  | 'wrap-sounds';

export interface ProposedFix {
  readonly fix: CaptionFix;
  /** All captions as they are after it. */
  readonly captions: Caption[];
}

type Attempt = readonly [CaptionFix, () => Caption[] | null];

/** Null where nothing helps without changing what is said. */
export function proposeFix(
  captions: readonly Caption[],
  index: number,
  code: CaptionFindingCode,
  options: FixOptions = {},
): ProposedFix | null {
  for (const [fix, attempt] of attemptsAt(captions, index, code, options)) {
    const after = attempt();
    if (after && isBetter(captions, after, index, code, options)) return { fix, captions: after };
  }
  return null;
}

function attemptsAt(
  captions: readonly Caption[],
  index: number,
  code: CaptionFindingCode,
  options: FixOptions,
): readonly Attempt[] {
  const text = captions[index]?.text ?? '';
  const { target, hard } = captionLimits.charactersPerSecond;
  const split: Attempt = ['split', () => splitCaption(captions, index, options)];
  const extendTo = (perSecond: number): Attempt => [
    'extend',
    () => extendCaption(captions, index, perSecond, options),
  ];
  const merge: Attempt = ['merge', () => mergeWithNext(captions, index)];
  switch (code) {
    case 'caption-empty':
      return [['remove', () => captions.filter((_, i) => i !== index)]];
    case 'caption-lines':
    case 'caption-line-long':
      return [['break-lines', () => rebreakCaption(captions, index)], split];
    case 'caption-too-fast':
    case 'caption-fast':
      return [extendTo(target), extendTo(hard)];
    case 'caption-short':
      return [extendTo(target), merge];
    case 'caption-long':
      return [split, ['shorten', () => shortenCaption(captions, index)]];
    case 'caption-gap':
    case 'caption-overlap':
      return [['open-gap', () => openGap(captions, index, options)]];
    case 'caption-end-mark':
      return [['remove-end-marks', () => withText(captions, index, withoutEndMarks(text))]];
    case 'caption-sound-brackets':
      return [['wrap-sounds', () => withText(captions, index, withSoundBrackets(text))]];
  }
}

/** Captions from the one before to the one after, in either list. */
function isBetter(
  before: readonly Caption[],
  after: readonly Caption[],
  index: number,
  code: CaptionFindingCode,
  options: FixOptions,
): boolean {
  const more = after.length - before.length;
  const from = Math.max(0, index - 2);
  const was = countCodes(before.slice(from, index + 3), options);
  const is = countCodes(after.slice(from, index + 3 + more), options);
  if ((is.get(code) ?? 0) >= (was.get(code) ?? 0)) return false;
  return [...is].every(([other, count]) => {
    const had = was.get(other) ?? 0;
    if (count <= had || other === code) return true;
    // A caption too fast may still be fast, and the parts of a fast one are no slower.
    if (other === 'caption-fast') return had > 0 || code === 'caption-too-fast';
    return other === 'caption-too-fast' && had > 0;
  });
}

function countCodes(
  captions: readonly Caption[],
  options: FixOptions,
): ReadonlyMap<CaptionFindingCode, number> {
  const counts = new Map<CaptionFindingCode, number>();
  for (const { code } of checkCaptions(captions, options)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** In this order later ones find the earlier ones done. Merging is left to a person: it moves the moment words appear. */
const safeOrder: readonly CaptionFindingCode[] = [
  'caption-empty',
  'caption-sound-brackets',
  'caption-end-mark',
  'caption-line-long',
  'caption-lines',
  'caption-overlap',
  'caption-gap',
  'caption-short',
  'caption-too-fast',
  'caption-fast',
  'caption-long',
];

export interface AllFixed {
  readonly captions: Caption[];
  /** How many findings were put right. */
  readonly fixed: number;
  /** What is left for a person. */
  readonly left: readonly CaptionFinding[];
}

/** Every fix that is safe, to every caption. */
export function fixAll(captions: readonly Caption[], options: FixOptions = {}): AllFixed {
  let now = [...captions];
  for (const code of safeOrder) {
    // Splitting makes the list longer as it goes; each caption is looked at once.
    for (let index = 0; index < now.length; index += 1) {
      const own = checkCaptions(now.slice(Math.max(0, index - 1), index + 1), options);
      if (!own.some((finding) => finding.code === code && finding.index === Math.min(1, index))) continue;
      const proposed = proposeFix(now, index, code, options);
      if (proposed && proposed.fix !== 'merge') now = proposed.captions;
    }
  }
  const left = checkCaptions(now, options);
  return { captions: now, fixed: Math.max(0, checkCaptions(captions, options).length - left.length), left };
}
