/** 文字, as a community worker does it: a text out of WeChat or Word, on a laptop or with fingers, nothing lost. */
import { expect, it } from 'vitest';
import { encodeLegacy } from '../../src/authoring/legacy-fixture.ts';
import { expectClean, useBrowser } from '../support/browser.ts';
import { makeJpeg, withPlace } from './exif.ts';
import { blockTexts, expectBlocks, expectSaved, FACILITATOR, openNewPiece, pasteKeys } from './new-piece.ts';
import { docxOf, epubOf, paragraph, zipOf } from './zipped.ts';

const club = useBrowser();
const DAYS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** Thirty sentences in ten paragraphs. */
const TEXT = DAYS.map((day) => `第${day}天早上，我去排队。水停了！奶奶说：“快一点。”`);
const file = (name: string, content: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

it('thirty sentences are pasted, split and merged by one key, undone, and are there when one comes back', async () => {
  const tablet = await club.tablet({ settings: FACILITATOR });
  const { page } = tablet;
  await openNewPiece(page, club.url);
  await page.getByRole('textbox', { name: '标题' }).fill('排队的早晨');
  await page.getByRole('heading', { name: '正文' }).click();
  await pasteKeys(page, {
    text: TEXT.join('\n'),
    html: TEXT.map((text) => `<section><p align="left">${text}</p></section>`).join(''),
  });
  await expectBlocks(page, TEXT);

  const first = page.getByRole('textbox', { name: '第 1 段：正文', exact: true });
  await first.click();
  await page.keyboard.press('Control+Home');
  await page.getByText('光标在第 1 句，共 3 句').waitFor();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  await page.getByText('光标在第 2 句，共 4 句').waitFor();
  await page.keyboard.press('F2');
  await page.getByText('光标在第 1 句，共 3 句').waitFor();
  await page.keyboard.press('Control+Z');
  await page.getByText('共 4 句').waitFor();
  await page.keyboard.press('Control+Z');
  await page.getByText('共 3 句').waitFor();

  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('天亮了。');
  await expectBlocks(page, [TEXT[0] ?? '', '天亮了。', ...TEXT.slice(1)]);
  await page.getByRole('button', { name: /^撤销/u }).click();
  await page.getByRole('button', { name: /^重做/u }).click();
  await expectSaved(page);
  await page.reload();
  await expectBlocks(page, [TEXT[0] ?? '', '天亮了。', ...TEXT.slice(1)]);
  await page.getByRole('heading', { level: 1, name: '文字：排队的早晨' }).waitFor();
  expect(await blockTexts(page)).toHaveLength(11);
  expectClean(tablet);
});

it('with fingers alone: a paragraph is added, split, moved, given a plain version and a kind', async () => {
  const tablet = await club.tablet({ settings: FACILITATOR, touch: true });
  const { page } = tablet;
  await openNewPiece(page, club.url);
  const tap = (name: string) => page.getByRole('button', { name, exact: true }).tap();
  await tap('加小标题');
  await page.getByRole('textbox', { name: /小标题$/u }).fill('早上');
  await tap('加一段');
  const field = page.getByRole('textbox', { name: '第 2 段：正文', exact: true });
  await field.fill('他走了，天黑了');
  await field.evaluate((area) => area instanceof HTMLTextAreaElement && area.setSelectionRange(4, 4));
  await tap('在光标处断句');
  await page.getByText('光标在第 2 句，共 2 句').waitFor();
  await tap('写简明版');
  await page.getByRole('textbox', { name: '第 2 段：正文，简明版' }).fill('天黑了，他走了。');
  await tap('上移');
  await page.getByRole('combobox', { name: '这一段是' }).selectOption('quotation');
  await page.getByRole('textbox', { name: '第 1 段：引用', exact: true }).waitFor();
  await expectBlocks(page, ['他走了，天黑了', '早上']);
  expect(await page.getByRole('textbox', { name: '第 1 段：引用，简明版' }).inputValue()).toBe(
    '天黑了，他走了。',
  );
  expectClean(tablet);
});

it('Word, an e-book and an old text file come in; what was written before keeps its sentences', async () => {
  const tablet = await club.tablet({ settings: FACILITATOR });
  const { page } = tablet;
  await openNewPiece(page, club.url);
  const bring = async (name: string, content: Uint8Array): Promise<void> => {
    await page.getByRole('button', { name: '导入文件' }).click();
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file(name, content));
  };
  const put = async (): Promise<void> => {
    await page.getByRole('button', { name: '放进来' }).click();
    await page.getByRole('button', { name: '好', exact: true }).click();
  };

  await bring(
    '春.docx',
    await zipOf(docxOf(paragraph('盼望着，东风来了。') + paragraph('春天的脚步近了。'))),
  );
  await put();
  await expectBlocks(page, ['盼望着，东风来了。', '春天的脚步近了。']);

  await bring('书.epub', await zipOf(epubOf('<h1>第一章</h1><p>他走了。</p>')));
  await page.getByRole('checkbox', { name: /第一章/u }).check();
  await page.getByRole('button', { name: '用这 1 章' }).click();
  await put();
  await expectBlocks(page, ['盼望着，东风来了。', '春天的脚步近了。', '他走了。']);
  await expect.poll(() => page.getByRole('textbox', { name: '标题' }).inputValue()).toBe('第一章');

  const gb = encodeLegacy('盼望着，东风来了。\n下雨了。', 'gb18030');
  await bring('旧.txt', gb);
  await page.getByText('文件是 GB18030 编码，已经转好了。').waitFor();
  await page.getByRole('radio', { name: /换掉现在的文字/u }).check({ force: true });
  await put();
  await expectBlocks(page, ['盼望着，东风来了。', '下雨了。']);

  await bring('坏.docx', new TextEncoder().encode('%PDF-1.7'));
  await page.getByText('“坏.docx”没有放进来').waitFor();
  expect(await blockTexts(page)).toHaveLength(2);
  expectClean(tablet);
});

it('a picture without words for those who cannot see it is said, and the place it was taken at is gone', async () => {
  const tablet = await club.tablet({ settings: FACILITATOR });
  const { page } = tablet;
  await openNewPiece(page, club.url, '图片展');
  const photo = withPlace(makeJpeg(2400, 1600));
  const pictures = page.locator('input[type=file][multiple]');
  await pictures.setInputFiles([
    { name: '老街.jpg', mimeType: 'image/jpeg', buffer: photo },
    {
      name: '画.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    },
    { name: '新城.jpg', mimeType: 'image/jpeg', buffer: makeJpeg(640, 480) },
  ]);
  await page.getByText('图片没有放进来：画.svg').waitFor();
  await page.getByText('有 2 张图还没写“图里有什么”，写了才能发布。').waitFor();
  await page.getByRole('textbox', { name: '第 1 段：图片，图里有什么' }).fill('老街上有人排队');
  await page.getByRole('textbox', { name: '第 1 段：图片，给大家看的说明' }).fill('虹镇老街。');
  await page.getByRole('button', { name: '下移' }).click();
  await page.getByRole('img', { name: '老街上有人排队' }).waitFor();
  await page.getByText('有 1 张图还没写“图里有什么”，写了才能发布。').waitFor();

  const size = await page.getByRole('img', { name: '老街上有人排队' }).evaluate(async (image) => {
    if (!(image instanceof HTMLImageElement)) return null;
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  });
  expect(size).toEqual([1067, 1600]);
  await expectSaved(page);
  await page.reload();
  await page.getByRole('img', { name: '老街上有人排队' }).waitFor();
  expectClean(tablet);
});
