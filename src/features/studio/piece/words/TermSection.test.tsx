// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pieceOf, sentence, termId } from '../../../../authoring/draft-words/fixture.ts';
import type { DraftTerm } from '../../../../authoring/draft/model.ts';
import { deskOf } from '../../shared/desk-fixture.ts';
import { button, named, open, openDictionary, words } from './fixture.tsx';

beforeAll(openDictionary, 120_000);
afterEach(cleanup);

describe('terms', () => {
  const piece = () =>
    pieceOf(sentence('s1', '嘹亮 liáoliàng', '的 de', '笛 dí'), sentence('s2', '嘹亮 liáoliàng'));

  it('are suggested with the reason and made into cards that keep every letter', async () => {
    const desk = deskOf(piece());
    await open(desk);
    const list = await screen.findByRole('list', { name: '可能难懂的词' }, { timeout: 60_000 });
    expect(within(list).getByText(/“嘹”这个字不常用。 文中 2 处/u)).toBeTruthy();
    fireEvent.click(within(list).getByRole('button', { name: '做词卡：嘹亮' }));
    fireEvent.input(screen.getByLabelText('解释'), { target: { value: '声音又清楚又响。' } });
    expect(desk.issue.value.terms).toEqual([
      { id: 'liaoliang', word: '嘹亮', pinyin: 'liáoliàng', explanation: '声音又清楚又响。' },
    ]);
    expect([words(desk)[0]?.term, words(desk, 1)[0]?.term]).toEqual(['liaoliang', 'liaoliang']);
    fireEvent.click(button('完成'));
    await waitFor(() => expect(desk.words.terms.value.map(({ id }) => id)).toEqual(['liaoliang']));
    expect(screen.getByText('写好了')).toBeTruthy();
  });

  it('are one step of undo, in the piece and in the month', async () => {
    const desk = deskOf(piece());
    await open(desk);
    fireEvent.click(screen.getAllByRole('button', { name: named('嘹亮', 'liáoliàng') })[0] as Element);
    fireEvent.click(button('给“嘹亮”做词卡'));
    desk.undo();
    expect(desk.issue.value.terms).toEqual([]);
    expect(desk.piece.value).toEqual(piece());
  });

  it('without an explanation are named as unfinished', async () => {
    const desk = deskOf(piece());
    await open(desk);
    fireEvent.click(await screen.findByRole('button', { name: '做词卡：嘹亮' }, { timeout: 60_000 }));
    fireEvent.click(button('完成'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText('缺解释')).toBeTruthy();
  });

  it('that the club has are offered first, and the month gets a copy', async () => {
    const desk = deskOf(piece());
    const card: DraftTerm = { id: termId('di'), word: '笛', pinyin: 'dí', explanation: '一种乐器。' };
    await desk.words.saveTerm(card);
    await open(desk);
    fireEvent.click(await screen.findByRole('button', { name: '用班里的卡：笛' }, { timeout: 60_000 }));
    expect(desk.issue.value.terms).toEqual([card]);
    expect(words(desk)[2]?.term).toBe('di');
  });

  it('that are not wanted are not suggested again', async () => {
    const desk = deskOf(piece());
    await open(desk);
    fireEvent.click(await screen.findByRole('button', { name: '不用：嘹亮' }, { timeout: 60_000 }));
    expect(screen.queryByRole('button', { name: '做词卡：嘹亮' })).toBeNull();
    expect(desk.piece.value.declinedTerms).toEqual(['嘹亮']);
  });

  it('are shown as members see them', async () => {
    const desk = deskOf(piece());
    await open(desk);
    fireEvent.click(await screen.findByRole('button', { name: '做词卡：嘹亮' }, { timeout: 60_000 }));
    fireEvent.input(screen.getByLabelText('解释'), { target: { value: '声音又清楚又响。' } });
    fireEvent.click(button('看看会员看到的样子'));
    expect(screen.getByRole('heading', { name: '嘹亮 liáoliàng' })).toBeTruthy();
  });
});
