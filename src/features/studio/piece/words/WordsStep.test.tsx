// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { signal } from '@preact/signals';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pieceOf, sentence, word } from '../../../../authoring/draft-words/fixture.ts';
import type { Desk } from '../../shared/desk.ts';
import { WordsStep } from './WordsStep.tsx';
import { createWordTools } from './word-tools.ts';
import { deskOf } from '../../shared/desk-fixture.ts';
import { answer, dictionary, button, named, open, openDictionary, textOf, words } from './fixture.tsx';

beforeAll(openDictionary, 120_000);
afterEach(cleanup);

describe('a text nobody has read yet', () => {
  it('gets its words and pinyin when the step is opened, and keeps its text', async () => {
    const desk = deskOf(pieceOf(sentence('s1', { text: '孩子在弄堂里长大了。' })));
    await open(desk);
    expect(textOf(desk)).toEqual(['孩子在弄堂里长大了。']);
    expect(words(desk).map(({ text }) => text)).toContain('长大');
    expect(button(named('孩子', 'háizi'))).toBeTruthy();
  });

  it('can be left unread again by undo, and read again by a button', async () => {
    const desk = deskOf(pieceOf(sentence('s1', { text: '孩子长大了。' })));
    await open(desk);
    desk.undo();
    fireEvent.click(await screen.findByRole('button', { name: '给它们注音' }));
    await waitFor(() => expect(words(desk).length).toBeGreaterThan(1));
  });

  it('with the club’s words in it is read as the club reads them', async () => {
    const desk = deskOf(pieceOf(sentence('s1', { text: '我住长惠坊。' })));
    await desk.words.keepReading('长惠坊', 'Chánghuì Fāng');
    await open(desk);
    expect(words(desk)).toContainEqual({ text: '长惠坊', pinyin: 'Chánghuì Fāng' });
  });

  it('keeps its text where the dictionary cannot be had, and is read once it can', async () => {
    const desk = deskOf(pieceOf(sentence('s1', { text: '孩子长大了。' })));
    let isThere = false;
    const far = createWordTools((hear, onBroken) => (request) => {
      if (isThere) void answer(request, hear);
      else onBroken('offline');
    });
    render(<WordsStep desk={desk} dictionary={far} />);
    await screen.findByText('词典没有打开');
    expect(textOf(desk)).toEqual(['孩子长大了。']);
    isThere = true;
    fireEvent.click(button('给它们注音'));
    await waitFor(() => expect(words(desk).length).toBeGreaterThan(1));
  });

  it('is left alone when the page goes on before it was read', async () => {
    const sentences = Array.from({ length: 400 }, (_, n) => sentence(`s${n + 1}`, { text: '孩子长大了。' }));
    const desk = deskOf(pieceOf(...sentences));
    const { unmount } = render(<WordsStep desk={desk} dictionary={dictionary} />);
    await screen.findByText(/正在认词、注音/u);
    unmount();
    await dictionary.read(['长'], new Map());
    expect(words(desk).length).toBe(1);
  });

  it('that is not there is asked for', () => {
    render(<WordsStep desk={deskOf(pieceOf())} dictionary={dictionary} />);
    expect(screen.getByRole('link', { name: '去写文字' }).getAttribute('href')).toBe(
      '/studio/2026-12-silent-world/old-street/text',
    );
  });
});

describe('a long text', () => {
  const long = () =>
    pieceOf(
      ...Array.from({ length: 45 }, (_, index) =>
        sentence(`s${index + 1}`, '好 hǎo', '长 cháng cháng/zhǎng'),
      ),
    );

  it('comes in pages, and opens at the sentence a finding asked for', async () => {
    await open(deskOf(long()), 's41');
    expect(screen.getByText('第 3 页，共 3 页')).toBeTruthy();
    expect(screen.getByRole('group', { name: '第 41 句' })).toBeTruthy();
    fireEvent.click(button('上一页'));
    expect(screen.getByText('第 2 页，共 3 页')).toBeTruthy();
  });

  it('is confirmed page by page or as a whole', async () => {
    const desk = deskOf(long());
    await open(desk);
    fireEvent.click(button('这一页的 20 个都对'));
    expect(screen.getByText(/还有 25 个读音要看一看/u)).toBeTruthy();
    fireEvent.click(button('下一个没定的'));
    expect(screen.getByText('第 2 页，共 3 页')).toBeTruthy();
    fireEvent.click(button('全部 25 个都对'));
    expect(screen.getByText('读音都定好了。')).toBeTruthy();
  });
});

describe('a month that is out or open elsewhere', () => {
  it('is shown, and nothing in it can be changed', async () => {
    const raw = pieceOf(sentence('s1', { text: '孩子长大了。' }), sentence('s2', '长 cháng cháng/zhǎng'));
    const desk: Desk = { ...deskOf(raw), canWrite: signal(false) };
    await open(desk);
    fireEvent.click(button('下一个没定的'));
    expect(screen.getByText('现在只能看，不能改。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /都对|合成|拆成|做词卡|注音/u })).toBeNull();
    const open1 = screen.getByRole('button', { name: named('长', 'cháng', '还没定') });
    fireEvent.keyDown(open1, { key: '2' });
    fireEvent.keyDown(open1, { key: 'm' });
    expect(desk.piece.value).toBe(raw);
  });
});

describe('readings in doubt', () => {
  const doubt = '长 cháng cháng/zhǎng';
  const piece = () => pieceOf(sentence('s1', '路 lù', '很 hěn', doubt, '。'), sentence('s2', doubt, '了 le'));

  it('are all confirmed in one act, and that act is one undo', async () => {
    const desk = deskOf(piece());
    await open(desk);
    fireEvent.click(button('全部 2 个都对'));
    expect(screen.getByText('读音都定好了。')).toBeTruthy();
    expect(screen.getByText('定好了 2 个读音。')).toBeTruthy();
    fireEvent.click(button('撤销这一步'));
    expect(screen.getByText(/还有 2 个读音要看一看/u)).toBeTruthy();
    expect(desk.piece.value).toEqual(piece());
  });

  it('are gone through one by one: the next opens, a reading is chosen, the one after it opens', async () => {
    const desk = deskOf(piece());
    await open(desk);
    fireEvent.click(button('下一个没定的'));
    expect(screen.getByRole('heading', { name: '“长”在这里怎么读？' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('cháng'));
    fireEvent.click(button('读 cháng'));
    expect(words(desk)[2]).toEqual(word('长 cháng'));
    fireEvent.click(button('读 zhǎng'));
    expect(words(desk, 1)[0]).toEqual(word('长 zhǎng'));
    expect(screen.getByText('读音都定好了。')).toBeTruthy();
  });

  it('are settled by keys alone: N, then the number of the reading', async () => {
    const desk = deskOf(piece());
    await open(desk);
    const first = button(named('路', 'lù'));
    first.focus();
    fireEvent.keyDown(first, { key: 'n' });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('cháng'));
    fireEvent.keyDown(document.activeElement as Element, { key: '2' });
    expect(words(desk)[2]).toEqual(word('长 zhǎng'));
  });

  it('say so in words, with a sign and a frame, not by colour alone', async () => {
    await open(deskOf(piece()));
    const [open1] = screen.getAllByRole('button', { name: named('长', 'cháng', '还没定') });
    expect(open1?.textContent).toContain('？');
    expect(open1?.dataset['unsure']).toBe('true');
  });

  it('that nobody knows are left to be typed', async () => {
    const desk = deskOf(pieceOf(sentence('s1', '𠮷 - -', '好 hǎo')));
    await open(desk);
    expect(screen.queryByRole('button', { name: /都对/u })).toBeNull();
    fireEvent.click(button('下一个没定的'));
    fireEvent.input(screen.getByLabelText('自己打拼音'), { target: { value: 'ji2' } });
    fireEvent.click(button('就用这个读音'));
    expect(words(desk)[0]).toEqual({ text: '𠮷', pinyin: 'jí' });
  });
});

describe('pinyin typed by hand', () => {
  it('may have digits for tones, and holds for the same word everywhere', async () => {
    const street = '长乐路 zhǎnglèlù';
    const desk = deskOf(pieceOf(sentence('s1', street), sentence('s2', '在 zài', street)));
    await open(desk);
    fireEvent.click(screen.getAllByRole('button', { name: named('长乐路', 'zhǎnglèlù') })[0] as Element);
    fireEvent.input(screen.getByLabelText('自己打拼音'), { target: { value: 'Chang2le4 Lu4' } });
    expect(screen.getByText('会写成 Chánglè Lù')).toBeTruthy();
    fireEvent.click(button('就用这个读音'));
    expect(words(desk)[0]?.pinyin).toBe('Chánglè Lù');
    expect(words(desk, 1)[1]?.pinyin).toBe('Chánglè Lù');
    expect(screen.getByText(/文中另外 1 处也一起定了/u)).toBeTruthy();
  });

  it.each([
    ['chang', /还没有声调/u],
    ['chnag2', /没有“chnag2”这个音节/u],
    ['chang2le4', /有 1 个字，这里打了 2 个音节/u],
    ['', '还没有打拼音。'],
  ])('that is none is said in a sentence and stays in the field: %s', async (typed, sentenceSaid) => {
    const desk = deskOf(pieceOf(sentence('s1', '长 cháng')));
    await open(desk);
    fireEvent.click(button(named('长', 'cháng')));
    const field = screen.getByLabelText<HTMLInputElement>('自己打拼音');
    fireEvent.input(field, { target: { value: typed } });
    fireEvent.click(button('就用这个读音'));
    expect(screen.getByText(sentenceSaid)).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.value).toBe(typed);
    expect(words(desk)[0]).toEqual(word('长 cháng'));
  });

  it('is kept for later issues when asked for, and forgotten again', async () => {
    const desk = deskOf(pieceOf(sentence('s1', '长乐路 Chánglèlù')));
    await open(desk);
    fireEvent.click(button(named('长乐路', 'Chánglèlù')));
    fireEvent.click(button('以后各期也这样读'));
    await screen.findByText(/班里的词典记下了/u);
    expect(desk.words.dictionary.value.get('长乐路')).toBe('Chánglèlù');
    fireEvent.click(button('不再记'));
    await waitFor(() => expect(desk.words.dictionary.value.size).toBe(0));
  });

  it('a single character is not kept: it hangs on its sentence', async () => {
    await open(deskOf(pieceOf(sentence('s1', '长 cháng'))));
    fireEvent.click(button(named('长', 'cháng')));
    expect(screen.queryByRole('button', { name: '以后各期也这样读' })).toBeNull();
  });
});

describe('borders of words', () => {
  it('are moved by buttons that say what will come of it', async () => {
    const desk = deskOf(pieceOf(sentence('s1', '弄 nòng', '堂 táng', '。')));
    await open(desk);
    fireEvent.click(button(named('弄', 'nòng')));
    fireEvent.click(button('和后面的“堂”合成“弄堂”'));
    await waitFor(() => expect(words(desk)[0]).toEqual({ text: '弄堂', pinyin: 'lòngtáng' }));
    fireEvent.click(button('拆成“弄”和“堂”'));
    await waitFor(() => expect(words(desk).map(({ text }) => text)).toEqual(['弄', '堂', '。']));
  });

  it('say why a mark cannot be joined', async () => {
    await open(deskOf(pieceOf(sentence('s1', '好 hǎo', '。'))));
    fireEvent.click(button(named('好', 'hǎo')));
    expect(screen.getByText('后面是标点，合不到一起。')).toBeTruthy();
  });

  it('arrows go from word to word and pass over marks', async () => {
    await open(deskOf(pieceOf(sentence('s1', '好 hǎo', '，', '走 zǒu'))));
    button(named('好', 'hǎo')).focus();
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(button(named('走', 'zǒu')));
  });
});
