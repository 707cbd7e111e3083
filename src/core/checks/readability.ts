/**
 * Passages too hard to be left alone (WCAG 3.1.5): long sentences, or several characters that few people meet. The README says how the
 * limits were found. A plain version or signing answers it, and so does a card for the rare word.
 */
import type { Sentence, SentenceId } from '../reading/model.ts';
import type { BlockDraft, PieceDraft } from './draft.ts';
import { everydayCharacters } from './everyday-characters.ts';
import type { Finding, FindingCode } from './finding.ts';
import { placeIn } from './place.ts';

export const readabilityLimits = {
  /** Characters of one sentence, and on average of several. */
  sentence: 45,
  average: 30,
  /** Different rare characters of a passage, and their share of all its characters. */
  rare: 3,
  rareShare: 0.08,
} as const;

export interface Difficulty {
  readonly longest: number;
  readonly average: number;
  /** Outside the everyday ones, and in no word that has a card. */
  readonly rare: readonly string[];
  readonly isHard: boolean;
}

const HAN = /\p{Script=Han}/u;
/** Numbers and Latin are read as one, however long. */
const lengthOf = ({ words }: Sentence): number =>
  words.reduce(
    (sum, { text }) => sum + hanOf(text).length + (/[\p{L}\p{N}]/u.test(text) && !HAN.test(text) ? 1 : 0),
    0,
  );
const hanOf = (text: string): readonly string[] => [...text].filter((char) => HAN.test(char));

export function difficultyOf(sentences: readonly Sentence[]): Difficulty {
  const lengths = sentences.map(lengthOf).filter((length) => length > 0);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const longest = Math.max(0, ...lengths);
  const average = total / Math.max(1, lengths.length);
  const unexplained = sentences.flatMap(({ words }) => words.filter(({ term }) => term === undefined));
  const rare = [
    ...new Set(
      unexplained.flatMap(({ text }) => hanOf(text)).filter((char) => !everydayCharacters.has(char)),
    ),
  ];
  const isLong =
    longest > readabilityLimits.sentence || (lengths.length > 1 && average > readabilityLimits.average);
  const isRare = rare.length >= readabilityLimits.rare && rare.length / total > readabilityLimits.rareShare;
  return { longest, average, rare, isHard: isLong || isRare };
}

export function checkReadability(piece: PieceDraft): readonly Finding<FindingCode>[] {
  // What is said in a film is as it is; its transcript is not rewritten. A picture's caption has no plain version.
  if (piece.kind === 'film' || piece.kind === 'gallery') return [];
  const signed = signedSentences(piece);
  const hard = piece.blocks.flatMap((block, index) => {
    if (!canBePlain(block)) return [];
    const sentences = sentencesOf(block);
    const [first] = sentences;
    const isHelped = hasPlain(block) || sentences.every(({ id }) => signed.has(id));
    if (first === undefined || isHelped) return [];
    const difficulty = difficultyOf(sentences);
    return difficulty.isHard
      ? [{ place: placeIn(piece, { block: index, sentence: first.id }), difficulty }]
      : [];
  });
  const [first] = hard;
  if (first === undefined) return [];
  const rare = [...new Set(hard.flatMap(({ difficulty }) => difficulty.rare))];
  return [
    {
      code: 'text-hard',
      severity: 'warning',
      where: first.place,
      places: hard.map(({ place }) => place),
      params: {
        piece: piece.id,
        count: hard.length,
        longest: Math.max(...hard.map(({ difficulty }) => difficulty.longest)),
        rare: rare.length === 0 ? '—' : rare.slice(0, 12).join(''),
      },
    },
  ];
}

const canBePlain = (block: BlockDraft): boolean => block.type !== 'heading' && block.type !== 'figure';
const hasPlain = (block: BlockDraft): boolean => 'plain' in block && (block.plain?.length ?? 0) > 0;
const sentencesOf = (block: BlockDraft): readonly Sentence[] =>
  block.type === 'list' ? block.items.flatMap((item) => item.sentences) : block.sentences;

function signedSentences({ tracks }: PieceDraft): ReadonlySet<SentenceId> {
  const signing = tracks.filter(({ kind, placeholder }) => kind === 'sign' && !placeholder);
  return new Set(signing.flatMap(({ cues }) => cues.map(({ sentence }) => sentence)));
}
