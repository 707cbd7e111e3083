// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DraftPiece } from '../../../../authoring/draft/model.ts';
import { loadNamespaces } from '../../../../i18n/i18n.ts';
import { deskOf } from '../../shared/desk-fixture.ts';
import { pieceOf, shown } from './fixture.ts';
import { TextStep } from './TextStep.tsx';

beforeAll(() => loadNamespaces(['common', 'ui', 'studio', 'studio-text']));
afterEach(cleanup);

function open(
  piece: DraftPiece = pieceOf([
    ['paragraph', '他走了。|天黑了。'],
    ['paragraph', '再见。'],
  ]),
) {
  const desk = deskOf(piece);
  render(<TextStep desk={desk} />);
  return desk;
}
const field = (name: string): HTMLTextAreaElement => screen.getByRole('textbox', { name });
const write = (area: HTMLTextAreaElement, value: string): void => {
  area.value = value;
  fireEvent.input(area, { target: { value } });
};
const caretAt = (area: HTMLTextAreaElement, at: number): void => {
  area.focus();
  area.setSelectionRange(at, at);
  fireEvent.select(area);
};
const button = (name: string): HTMLElement => screen.getByRole('button', { name });

describe('writing', () => {
  it('is in a form of its own field: a browser looks through a whole form at each key', () => {
    open();
    for (const number of [1, 2]) {
      const area = field(`第 ${number} 段：正文`);
      expect([...(area.form?.elements ?? [])]).toEqual([area]);
    }
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('is the block’s own field, sentence ids staying, and undone by the desk', () => {
    const desk = open();
    write(field('第 1 段：正文'), '他走远了。天黑了。');
    expect(shown(desk.piece.value)).toEqual(['paragraph s1:他走远了。|s2:天黑了。', 'paragraph s3:再见。']);
    desk.undo();
    return waitFor(() => expect(field('第 1 段：正文').value).toBe('他走了。天黑了。'));
  });

  it('with an input method changes nothing before the word is chosen, and is not disturbed by what happens meanwhile', async () => {
    const desk = open();
    const area = field('第 2 段：正文');
    fireEvent.compositionStart(area);
    area.value = '再见ni';
    fireEvent.input(area, { isComposing: true });
    expect(shown(desk.piece.value)[1]).toBe('paragraph s3:再见。');
    desk.change('details', (piece) => ({
      ...piece,
      questions: ['你住哪里？'],
      blocks: piece.blocks.map((block) => ({ ...block })),
    }));
    await screen.findByRole('textbox', { name: '问题 1' });
    expect(area.value).toBe('再见ni');
    area.value = '再见你。';
    fireEvent.compositionEnd(area);
    expect(shown(desk.piece.value)[1]).toBe('paragraph s3:再见你。');
  });

  it('Enter begins a paragraph and Backspace at its front takes it back, the caret going along', async () => {
    const desk = open();
    caretAt(field('第 1 段：正文'), 4);
    fireEvent.keyDown(field('第 1 段：正文'), { key: 'Enter' });
    expect(shown(desk.piece.value)).toEqual([
      'paragraph s1:他走了。',
      'paragraph s2:天黑了。',
      'paragraph s3:再见。',
    ]);
    await waitFor(() => expect(document.activeElement).toBe(field('第 2 段：正文')));
    caretAt(field('第 2 段：正文'), 0);
    fireEvent.keyDown(field('第 2 段：正文'), { key: 'Backspace' });
    await waitFor(() => expect(field('第 1 段：正文').value).toBe('他走了。天黑了。'));
    expect(field('第 1 段：正文').selectionStart).toBe(4);
  });
});

describe('sentences', () => {
  it('split by one key or by a button, merged by the same, and it is said where the caret is', async () => {
    const desk = open(pieceOf([['paragraph', '他走了，天黑了。']]));
    const area = field('第 1 段：正文');
    caretAt(area, 4);
    await screen.findByText('光标在第 1 句，共 1 句');
    fireEvent.keyDown(area, { key: 'F2' });
    expect(desk.piece.value.blocks[0]).toMatchObject({ sentences: [{ id: 's1' }, {}] });
    caretAt(area, 4);
    fireEvent.keyDown(area, { key: 'F2' });
    expect(shown(desk.piece.value)).toEqual(['paragraph s1:他走了，天黑了。']);
    caretAt(area, 4);
    fireEvent.click(button('在光标处断句'));
    await screen.findByText('光标在第 2 句，共 2 句');
    fireEvent.click(button('和下一句合并'));
    expect(shown(desk.piece.value)).toEqual(['paragraph s1:他走了，天黑了。']);
    expect(desk.undoLabel.value).toBe('merge');
  });

  it('say why they cannot be split or merged', async () => {
    open(pieceOf([['paragraph', '他走了。']]));
    caretAt(field('第 1 段：正文'), 0);
    expect((await screen.findByRole('button', { name: '在光标处断句' })).getAttribute('aria-disabled')).toBe(
      'true',
    );
    expect(screen.getByText('这是最后一句，后面没有可以合并的')).toBeTruthy();
  });
});

describe('blocks', () => {
  it('are moved, changed in kind, added and removed by buttons', async () => {
    const desk = open();
    caretAt(field('第 1 段：正文'), 0);
    fireEvent.click(await screen.findByRole('button', { name: '下移' }));
    expect(shown(desk.piece.value)).toEqual(['paragraph s3:再见。', 'paragraph s1:他走了。|s2:天黑了。']);
    fireEvent.change(screen.getByRole('combobox', { name: '这一段是' }), { target: { value: 'heading2' } });
    expect(shown(desk.piece.value)[1]).toBe('heading s1:他走了。|s2:天黑了。');
    fireEvent.click(await screen.findByRole('button', { name: '拿掉这一段' }));
    expect(shown(desk.piece.value)).toEqual(['paragraph s3:再见。']);
    fireEvent.click(button('加一段'));
    expect(shown(desk.piece.value)).toEqual(['paragraph s3:再见。', 'paragraph']);
  });

  it('have a plain version beside them once somebody writes one', async () => {
    const desk = open(pieceOf([['paragraph', '他走了。']]));
    caretAt(field('第 1 段：正文'), 0);
    fireEvent.click(await screen.findByRole('button', { name: '写简明版' }));
    write(await screen.findByRole('textbox', { name: '第 1 段：正文，简明版' }), '他离开了。');
    expect(desk.piece.value.blocks[0]).toMatchObject({ plain: [{ words: expect.any(Array) }] });
    fireEvent.click(button('拿掉简明版'));
    expect(shown(desk.piece.value)).toEqual(['paragraph s1:他走了。']);
  });

  it('of pictures say that what they show is missing, until it is written', async () => {
    open(pieceOf([['figure', '']]));
    expect(screen.getByText('有 1 张图还没写“图里有什么”，写了才能发布。')).toBeTruthy();
    const alt = field('第 1 段：图片，图里有什么');
    expect(alt.getAttribute('aria-invalid')).toBe('true');
    write(alt, '一条老街');
    await waitFor(() => expect(screen.queryByText(/还没写“图里有什么”/u)).toBeNull());
  });
});

describe('find and replace', () => {
  it('counts, goes on, and replaces all', async () => {
    const desk = open(
      pieceOf([
        ['paragraph', '老街很老。'],
        ['paragraph', '老街。'],
      ]),
    );
    fireEvent.click(button('查找和替换'));
    const bar = within(screen.getByRole('region', { name: '查找和替换' }));
    write(bar.getByRole('textbox', { name: '找什么' }), '老街');
    await bar.findByText('第 1 处，共 2 处');
    fireEvent.click(bar.getByRole('button', { name: '下一处' }));
    await bar.findByText('第 2 处，共 2 处');
    write(bar.getByRole('textbox', { name: '换成' }), '弄堂');
    fireEvent.click(bar.getByRole('button', { name: '全部换掉' }));
    expect(shown(desk.piece.value)).toEqual(['paragraph s1:弄堂很老。', 'paragraph s2:弄堂。']);
    await bar.findByText('没有找到“老街”');
  });
});

describe('pasting', () => {
  const clipboard = (html: string, text: string) => ({
    clipboardData: { getData: (type: string) => (type === 'text/html' ? html : text), files: [] },
  });
  it('a web page into a block puts its blocks in, and says what stayed behind', async () => {
    const desk = open(pieceOf([['paragraph', '']]));
    const html = '<h2>早上</h2><p>起床。洗脸。</p><img src="https://out.example/a.png">';
    fireEvent.paste(field('第 1 段：正文'), clipboard(html, '早上'));
    await waitFor(() => expect(desk.piece.value.blocks).toHaveLength(2));
    expect(desk.piece.value.blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph']);
    await screen.findByText(/有 1 张图片在网上，没有拿进来/u);
  });
  it('anywhere on the page adds it to the text', async () => {
    const desk = open();
    fireEvent.paste(document.body, clipboard('', '第一行\n第二行'));
    await waitFor(() => expect(desk.piece.value.blocks).toHaveLength(4));
  });
  it('a word into a sentence is left to the field', () => {
    open();
    expect(fireEvent.paste(field('第 1 段：正文'), clipboard('<span>词</span>', '词'))).toBe(true);
  });
});

describe('questions and details', () => {
  it('are written, added and taken away', async () => {
    const desk = open();
    fireEvent.click(button('加一个问题'));
    write(await screen.findByRole('textbox', { name: '问题 1' }), '你住哪里？');
    write(field('作者或出处'), '口述史小组');
    expect(desk.piece.value).toMatchObject({ questions: ['你住哪里？'], source: { author: '口述史小组' } });
    fireEvent.click(button('拿掉问题 1'));
    expect(desk.piece.value.questions).toEqual([]);
  });
});

describe('importing', () => {
  const choose = async (file: File): Promise<void> => {
    fireEvent.click(button('导入文件'));
    const input = await screen.findByLabelText('选文件', { selector: 'input' });
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    fireEvent.change(input);
  };
  it('a text file shows what was found, then takes its place, ids of unchanged sentences staying', async () => {
    const desk = open();
    await choose(new File(['新标题\n\n他走了。天黑了。\n下雨了。'], '故事.txt'));
    await screen.findByText(/“故事.txt”读好了：文字 2 段/u);
    fireEvent.click(screen.getByRole('radio', { name: /换掉现在的文字/u }));
    fireEvent.click(button('放进来'));
    await screen.findByText('已经放进来了。放错了可以撤销。');
    const lines = shown(desk.piece.value);
    expect(lines[0]).toMatch(/^heading s\w+:新标题$/u);
    expect(lines[1]).toBe('paragraph s1:他走了。|s2:天黑了。');
  });
  it('a file that is none of ours is refused with what to do', async () => {
    open();
    await choose(new File(['%PDF-1.7'], '老街.pdf'));
    await screen.findByText('“老街.pdf”没有放进来');
    expect(screen.getByText(/PDF 里的文字取出来常常是乱的/u)).toBeTruthy();
  });
});

it('what only may be looked at is shown and cannot be changed', () => {
  const desk = deskOf(pieceOf([['paragraph', '他走了。']]));
  render(<TextStep desk={{ ...desk, canWrite: signal(false) }} />);
  expect(field('第 1 段：正文').readOnly).toBe(true);
  expect(screen.queryByRole('button', { name: '导入文件' })).toBeNull();
});
