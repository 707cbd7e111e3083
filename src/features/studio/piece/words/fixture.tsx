/** The words step over a desk without a disk, with the real dictionary. */
import { render, screen } from '@testing-library/preact';
import { sentencesOfPiece, textOfDraft } from '../../../../authoring/draft/model.ts';
import { loadNamespaces } from '../../../../i18n/i18n.ts';
import type { Desk } from '../../shared/desk.ts';
import { WordsStep } from './WordsStep.tsx';
import { answersFromBook } from './answer-words.ts';
import { createWordTools } from './word-tools.ts';

/** Without a worker, which this environment has not. */
export const answer = answersFromBook();
export const dictionary = createWordTools((hear) => (request) => void answer(request, hear));

export async function openDictionary(): Promise<void> {
  await loadNamespaces(['common', 'ui', 'studio', 'studio-words', 'studio-sign', 'reading']);
  await dictionary.rank(['长']);
}

export async function open(desk: Desk, asked: string | null = null): Promise<void> {
  render(<WordsStep desk={desk} asked={asked} dictionary={dictionary} />);
  await screen.findByText(/个读音要看一看|读音都定好了|请打上拼音/u, undefined, { timeout: 20_000 });
}
export const textOf = (desk: Desk) => sentencesOfPiece(desk.piece.value).map(textOfDraft);
export const words = (desk: Desk, line = 0) => sentencesOfPiece(desk.piece.value)[line]?.words ?? [];
/** A word is said with its pinyin and what is open about it; marks between them are for the ear. */
export const named = (...parts: readonly string[]) => new RegExp(`^${parts.join('\\s*，\\s*')}$`, 'u');
export const button = (name: string | RegExp) => screen.getByRole('button', { name });
