import { describe, expect, it } from 'vitest';
import { attachment } from '../../../../authoring/draft/fixture.ts';
import { pieceOf, sentence } from '../../../../authoring/draft-words/fixture.ts';
import { deskOf } from '../../shared/desk-fixture.ts';
import { editTerm, makeTerm, putClip } from './term-actions.ts';

describe('a card’s clip', () => {
  const [whole, cut] = [attachment('a', { durationSeconds: 4 }), attachment('b', { durationSeconds: 2 })];

  it('brought and cut at once can be had back whole, and then taken off', () => {
    const desk = deskOf(pieceOf(sentence('s1', '嘹亮 liáoliàng')));
    const id = makeTerm(desk, '嘹亮', 'liáoliàng');
    const clip = () => desk.issue.value.terms.find((term) => term.id === id)?.sign?.id;
    putClip(desk, id, 'sign', whole);
    putClip(desk, id, 'sign', cut);
    expect(clip()).toBe(cut.id);
    desk.undo();
    expect(clip()).toBe(whole.id);
    desk.undo();
    expect(clip()).toBeUndefined();
    desk.redo();
    desk.redo();
    expect(clip()).toBe(cut.id);
  });

  it('is no part of what was typed on the card just before', () => {
    const desk = deskOf(pieceOf(sentence('s1', '嘹亮 liáoliàng')));
    const id = makeTerm(desk, '嘹亮', 'liáoliàng');
    editTerm(desk, id, (card) => ({ ...card, explanation: '声音很响' }), 'explanation');
    putClip(desk, id, 'sign', whole);
    desk.undo();
    expect(desk.issue.value.terms[0]).toMatchObject({ explanation: '声音很响' });
  });
});
