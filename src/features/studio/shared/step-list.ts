/** The steps of a piece, in order, and which of them its kind has. */
import type { PieceKind } from '../../../core/reading/model.ts';
import type { StepName } from './desk.ts';

const STEPS: readonly StepName[] = ['text', 'words', 'sign', 'captions', 'check', 'preview'];

/** Captions belong to films. Every kind can be signed; a recitation's sound is recorded in the same step. */
export function stepsOf(kind: PieceKind): readonly StepName[] {
  return STEPS.filter((step) => step !== 'captions' || kind === 'film');
}

export const stepHref = (issue: string, piece: string, step: StepName): string =>
  `/studio/${issue}/${piece}/${step}`;
