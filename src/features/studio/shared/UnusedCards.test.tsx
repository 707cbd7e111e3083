// @vitest-environment happy-dom
import { computed, signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { unmarkTerm } from '../../../authoring/draft-words/edit.ts';
import { draftIssue, draftPiece, termId } from '../../../authoring/draft/fixture.ts';
import { club } from '../../../core/shelf/fixture.ts';
import { loadNamespaces, setLanguage } from '../../../i18n/i18n.ts';
import { createMemoryDesk } from './memory-desk.ts';
import { UnusedCards } from './UnusedCards.tsx';

beforeAll(async () => {
  await setLanguage('zh-Hans');
  await loadNamespaces(['studio']);
});
afterEach(cleanup);

describe('a card of the month', () => {
  it('taken off its last piece is offered to be taken out, and undo brings it back', async () => {
    const desk = createMemoryDesk({ club, issue: draftIssue(), piece: draftPiece() });
    render(<UnusedCards desk={desk} pieces={computed(() => [desk.piece.value])} />);
    expect(screen.queryByRole('listitem')).toBeNull();
    desk.change('term', (piece) => unmarkTerm(piece, termId('longtang')));
    fireEvent.click(await screen.findByRole('button', { name: '从本期拿掉 弄堂' }));
    await waitFor(() => expect(desk.issue.value.terms).toEqual([]));
    expect(desk.words.terms.value).toEqual(draftIssue().terms);
    desk.undo();
    expect(desk.issue.value.terms).toEqual(draftIssue().terms);
  });

  it('is no matter as long as another piece marks it', () => {
    const piece = unmarkTerm(draftPiece({ id: 'evening' }), termId('longtang'));
    const desk = createMemoryDesk({ club, issue: draftIssue(), piece });
    render(<UnusedCards desk={desk} pieces={signal([piece, draftPiece()])} />);
    expect(screen.queryByRole('listitem')).toBeNull();
  });
});
