/**
 * What is stepped through, highlighted and tapped as one: a sentence, or a whole block shown in its plain version,
 * since the signing renders the block and not the plainer wording.
 */
import { sentencesOfBlock } from '../../core/reading/model.ts';
import type { Block, Reading, Sentence, SentenceId } from '../../core/reading/model.ts';
import type { Cue } from '../../core/sync/track.ts';

export interface Unit {
  /** Its first sentence; names the unit everywhere. */
  readonly id: SentenceId;
  /** Every sentence it stands for, in order. */
  readonly covers: readonly SentenceId[];
  /** What is shown. */
  readonly sentences: readonly Sentence[];
  readonly isPlain: boolean;
}

/** The plain version of a block, where it has one and it is asked for. */
export function plainOf(block: Block, plain: boolean): readonly Sentence[] | null {
  if (!plain || block.type === 'heading' || block.type === 'figure') return null;
  return block.plain ?? null;
}

export function unitsOfBlock(block: Block, plain: boolean): readonly Unit[] {
  const sentences = sentencesOfBlock(block);
  const plainer = plainOf(block, plain);
  const first = sentences[0];
  if (!plainer || !first) {
    return sentences.map((one) => ({ id: one.id, covers: [one.id], sentences: [one], isPlain: false }));
  }
  return [{ id: first.id, covers: sentences.map((one) => one.id), sentences: plainer, isPlain: true }];
}

export function unitsOf(reading: Reading, plain: boolean): readonly Unit[] {
  return reading.blocks.flatMap((block) => unitsOfBlock(block, plain));
}

/** The unit a sentence belongs to. */
export function unitOf(units: readonly Unit[], sentence: SentenceId | null): Unit | null {
  if (sentence === null) return null;
  return units.find((unit) => unit.covers.includes(sentence)) ?? null;
}

/** Cues by unit: a plain block has one, from its first signed sentence to its last. Sorted by start as they were. */
export function cuesOfUnits(units: readonly Unit[], cues: readonly Cue[]): readonly Cue[] {
  const merged: Cue[] = [];
  for (const cue of cues) {
    const id = unitOf(units, cue.sentence)?.id ?? cue.sentence;
    const last = merged.at(-1);
    if (last?.sentence === id) merged[merged.length - 1] = { ...last, end: cue.end };
    else merged.push({ ...cue, sentence: id });
  }
  return merged;
}
