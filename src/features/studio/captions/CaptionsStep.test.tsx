// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import { loadNamespaces } from '../../../i18n/i18n.ts';
import { cuesOf, filmOf } from './captions-state.ts';
import { CaptionsStep } from './CaptionsStep.tsx';
import { cue, deskFor, filmPiece } from './fixture.ts';

beforeAll(() => loadNamespaces(['common', 'ui', 'player', 'studio', 'studio-captions', 'studio-sign']));
beforeEach(() => {
  // happy-dom has one that never tells: without it every row is drawn whole.
  vi.stubGlobal('IntersectionObserver', undefined);
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:film', revokeObjectURL: () => {} }));
  // happy-dom opens no dialogs.
  HTMLDialogElement.prototype.showModal ??= function open(this: HTMLDialogElement) {
    this.setAttribute('open', '');
  };
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(piece: DraftPiece) {
  const desk = deskFor(piece);
  render(<CaptionsStep desk={desk} />);
  return desk;
}
const row = (number: number) =>
  within(
    screen.getAllByRole('listitem').filter((item) => item.querySelector('button[aria-expanded]'))[
      number - 1
    ] ?? document.body,
  );
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const choose = (input: Element, file: File) => fireEvent.change(input, { target: { files: [file] } });

describe('the captions step', () => {
  it('is not needed for other kinds, and says so', () => {
    show(filmPiece([], [], 'recitation'));
    expect(screen.getByText('诵读不需要字幕：文字会跟着声音一句一句亮起来。')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says of each caption what it falls short of, and puts it right with one key that can be undone', () => {
    const desk = show(filmPiece([cue(1, 2, '一二三四五六七八九十'), cue(8, 10, '好的')]));
    expect(row(1).getByText('太快，来不及看：每秒 10 个字，最多 9 个。')).toBeTruthy();
    fireEvent.click(button('多显示一会儿（第 1 条）'));
    expect(cuesOf(desk.piece.value)[0]).toMatchObject({ start: 1, end: 3.001 });
    expect(row(1).queryByText(/太快/u)).toBeNull();
    expect(screen.getByText('都合适，不快也不长。')).toBeTruthy();
    expect(screen.getByText('第 1 条多显示一会儿了。')).toBeTruthy();
    desk.undo();
    expect(cuesOf(desk.piece.value)[0]?.end).toBe(2);
  });

  it('says what a person has to do where no key helps', () => {
    show(filmPiece([cue(0, 1, '一二三四五六七八九十'), cue(1.08, 3, '好的')]));
    expect(row(1).getByText('前后都没有空，请把话写短一点。')).toBeTruthy();
    expect(row(1).queryByRole('button', { name: /第 1 条）/u })).toBeNull();
  });

  it('puts right all that can be, and says how much is left', () => {
    const desk = show(
      filmPiece([
        cue(0, 2, '你好，'),
        cue(2, 4, '(掌声)'),
        cue(4.08, 5, '一二三四五六七八九十'),
        cue(5.08, 7, '好'),
      ]),
    );
    fireEvent.click(button('能改的都改好'));
    expect(cuesOf(desk.piece.value).slice(0, 2)).toEqual([cue(0, 1.92, '你好'), cue(2, 4, '［掌声］')]);
    expect(screen.getByText(/^改好了 3 处，还有 1 处要您自己看。$/u)).toBeTruthy();
  });

  it('opens a caption to change its words and times; a time that is none is said and changes nothing', () => {
    const desk = show(filmPiece([cue(1, 3, '你好'), cue(5, 7, '再见')]));
    fireEvent.click(row(1).getByRole('button', { expanded: false }));
    fireEvent.input(screen.getByRole('textbox', { name: '文字' }), { target: { value: '您好' } });
    expect(cuesOf(desk.piece.value)[0]?.text).toBe('您好');
    const end = screen.getByRole('textbox', { name: '结束' });
    fireEvent.input(end, { target: { value: '0:00.50' } });
    fireEvent.blur(end);
    expect(screen.getByRole('alert').textContent).toContain('1:02.50');
    expect(cuesOf(desk.piece.value)[0]?.end).toBe(3);
    fireEvent.input(end, { target: { value: '４' } });
    fireEvent.keyDown(end, { key: 'Enter' });
    expect(cuesOf(desk.piece.value)[0]?.end).toBe(4);
    fireEvent.click(button('开始晚 0.1 秒'));
    expect(cuesOf(desk.piece.value)[0]?.start).toBe(1.1);
  });

  it('stays on the caption that moves past another', () => {
    const desk = show(filmPiece([cue(1, 3, '你好'), cue(5, 7, '再见')]));
    fireEvent.click(row(1).getByRole('button', { expanded: false }));
    const setTime = (name: string, value: string) => {
      const field = screen.getByRole('textbox', { name });
      fireEvent.input(field, { target: { value } });
      fireEvent.blur(field);
    };
    setTime('结束', '12');
    setTime('开始', '10');
    expect(cuesOf(desk.piece.value).map(({ text }) => text)).toEqual(['再见', '你好']);
    expect(row(2).getByRole('button', { expanded: true }).textContent).toContain('你好');
  });

  it('puts sounds and speakers into the words', async () => {
    const desk = show(filmPiece([cue(1, 3, '谁呀？'), cue(5, 7, '妈妈：再见')]));
    fireEvent.click(row(1).getByRole('button', { expanded: false }));
    fireEvent.click(row(1).getByRole('button', { name: '声音、说话人' }));
    fireEvent.click(await screen.findByRole('button', { name: '［门铃响］', hidden: true }));
    fireEvent.click(row(1).getByRole('button', { name: '声音、说话人' }));
    fireEvent.click(await screen.findByRole('button', { name: '妈妈：', hidden: true }));
    expect(cuesOf(desk.piece.value)[0]?.text).toBe('［门铃响］\n妈妈：谁呀？');
  });

  it('parts, merges and deletes a caption', () => {
    const desk = show(filmPiece([cue(1, 5, '今天天气很好我们走吧'), cue(6, 7, '好')]));
    fireEvent.click(row(1).getByRole('button', { expanded: false }));
    const field = screen.getByRole('textbox', { name: '文字' });
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(6, 6);
    fireEvent.click(button('拆成两条'));
    expect(cuesOf(desk.piece.value).map(({ text }) => text)).toEqual(['今天天气很好', '我们走吧', '好']);
    fireEvent.click(button('和下一条合并'));
    expect(cuesOf(desk.piece.value)[0]?.text).toBe('今天天气很好\n我们走吧');
    fireEvent.click(button('删掉'));
    expect(cuesOf(desk.piece.value).map(({ text }) => text)).toEqual(['好']);
  });

  it('takes in a bilingual file in one language, and nothing before the last tap', async () => {
    const desk = show(filmPiece([]));
    fireEvent.click(button('导入字幕'));
    const srt =
      '1\n00:00:01,000 --> 00:00:03,000\n欢迎\nWelcome\n\n2\n00:00:04,000 --> 00:00:06,000\n再见\nBye\n';
    choose(screen.getByLabelText('选字幕文件'), new File([srt], '课.srt'));
    await screen.findByText('“课.srt”里有 2 条字幕。');
    expect(cuesOf(desk.piece.value)).toEqual([]);
    fireEvent.click(screen.getByRole('radio', { name: '另一种', hidden: true }));
    fireEvent.click(screen.getByRole('radio', { name: '中文', hidden: true }));
    fireEvent.click(screen.getByRole('button', { name: '放进来', hidden: true }));
    expect(cuesOf(desk.piece.value).map(({ text }) => text)).toEqual(['欢迎', '再见']);
    expect(screen.getByText('放进来 2 条字幕。')).toBeTruthy();
  });

  it('refuses what are no captions, says why, and leaves those there are', async () => {
    const desk = show(filmPiece([cue(1, 3, '你好')]));
    fireEvent.click(button('导入字幕'));
    choose(
      screen.getByLabelText('选字幕文件'),
      new File(['<!doctype html><script>alert(1)</script>'], '网页.srt'),
    );
    await screen.findByText('“网页.srt”不能直接用。');
    expect(screen.getByText(/这不是字幕文件（像是 HTML）/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '放进来', hidden: true })).toBeNull();
    expect(cuesOf(desk.piece.value)).toHaveLength(1);
  });

  it('makes the text from the captions in one tap', () => {
    const desk = show(filmPiece([cue(1, 3, '你好。'), cue(3, 5, '请坐。')]));
    fireEvent.click(button('用字幕做文字稿'));
    expect(desk.piece.value.blocks).toHaveLength(1);
    expect(filmOf(desk.piece.value)?.marks).toHaveLength(2);
    expect(screen.getByText(/共 2 句/u)).toBeTruthy();
    expect(button('把字幕和文字稿对上')).toBeTruthy();
  });

  it('moves everything, no further than the film’s beginning', () => {
    const desk = show(filmPiece([cue(0.5, 3, '你好')]));
    fireEvent.click(button('晚 1 秒'));
    expect(cuesOf(desk.piece.value)[0]?.start).toBe(1.5);
    fireEvent.click(button('早 1 秒'));
    fireEvent.click(button('早 1 秒'));
    expect(cuesOf(desk.piece.value)[0]?.start).toBe(0);
    fireEvent.click(button('早 1 秒'));
    expect(screen.getByText('第一条已经在影片开头，不能再早了。')).toBeTruthy();
  });

  it('says that the film’s file is gone, keeps the captions and offers to choose it again', async () => {
    show(filmPiece([cue(1, 3, '你好')]));
    await waitFor(() => expect(screen.getByText('影片文件不在这台机器上了。')).toBeTruthy());
    expect(screen.getByLabelText('选影片')).toBeTruthy();
    expect(row(1).getByText('你好')).toBeTruthy();
  });
});
