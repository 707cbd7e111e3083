/** Words and pinyin of a real text, in a real browser with a real disk: proposed, confirmed, corrected, kept; a card made. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectClean, useBrowser, VIEWPORTS } from '../support/browser.ts';
import { MONTH, seedTexts, starterSentences } from './seed-text.ts';

const club = useBrowser();
const settings = { club: 'silent-world', preset: 'standard' };
const starter = (file: string): string =>
  fileURLToPath(new URL(`../../src/starter/issues/2026-11-silent-world/${file}`, import.meta.url));
const morning = starterSentences('2026-11-silent-world/01-morning.ids.json', 30);

async function openWords(texts: Readonly<Record<string, readonly string[]>>, viewport = VIEWPORTS.landscape) {
  const tablet = await club.tablet({ settings, viewport, touch: false });
  const { page } = tablet;
  await page.goto(club.url('/studio'));
  await seedTexts(page, texts);
  await openPiece(page, Object.keys(texts)[0] ?? '');
  return tablet;
}

async function openPiece(page: Page, piece: string): Promise<void> {
  await page.goto(club.url(`/studio/${MONTH}/${piece}/words`));
  await page.getByText(/个读音要看一看|读音都定好了/u).waitFor({ timeout: 60_000 });
}

/** A word is said with its pinyin. */
const named = (word: string, pinyin: string) => new RegExp(`^${word}\\s*，\\s*${pinyin}`, 'u');

/** 已保存 is said only once the disk has it. */
async function untilSaved(page: Page): Promise<void> {
  await page.getByText(/已保存/u).waitFor();
}

/** What the text says, read off the words. */
const textShown = (page: Page) =>
  page
    .locator('[data-row]')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('[role=group] [class*=letters], [role=group] [class*=mark]')]
          .map((part) => part.textContent)
          .join(''),
      ),
    );

describe('the readings of a text of thirty sentences', { timeout: 180_000 }, () => {
  it('are confirmed in one act, are on the disk, and can be taken back in one', async () => {
    const tablet = await openWords({ morning });
    const { page } = tablet;
    expect(await textShown(page)).toEqual(morning.slice(0, 20));
    await page.getByRole('button', { name: /^全部 \d+ 个都对$/u }).click();
    await page.getByText('读音都定好了。').waitFor();
    await page.getByRole('button', { name: '撤销这一步' }).click();
    await page.getByText(/个读音要看一看/u).waitFor();
    await page.getByRole('button', { name: /^全部 \d+ 个都对$/u }).click();
    await page.getByText('读音都定好了。').waitFor();
    await untilSaved(page);
    await openPiece(page, 'morning');
    await page.getByText('读音都定好了。').waitFor();
    await page.getByRole('button', { name: '下一页' }).click();
    expect(await textShown(page)).toEqual(morning.slice(20));
    expectClean(tablet);
  });

  it('are gone through by keys alone', async () => {
    const tablet = await openWords({ morning: ['路很长。', '个子长了。'] });
    const { page } = tablet;
    await page.getByRole('button', { name: '下一个没定的' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/zhǎng|cháng/u);
    await page.getByRole('heading', { name: '“长”在这里怎么读？' }).waitFor();
    for (const reading of ['cháng', 'zhǎng']) {
      const choice = page.getByRole('button', { name: `读 ${reading}`, exact: true });
      await choice.waitFor();
      const number = await choice.evaluate(
        (button) => 1 + [...(button.parentElement?.children ?? [])].indexOf(button),
      );
      await page.keyboard.press(String(number));
    }
    await page.getByText('读音都定好了。').waitFor();
    await page.getByRole('button', { name: named('长', 'cháng') }).waitFor();
    await page.getByRole('button', { name: named('长', 'zhǎng') }).waitFor();
    expectClean(tablet);
  });
});

describe('a correction', { timeout: 180_000 }, () => {
  it('is kept in this text and, when asked for, for the next', async () => {
    const tablet = await openWords({
      first: ['我住在长惠坊，长惠坊很老。'],
      second: ['长惠坊到了。'],
    });
    const { page } = tablet;
    // The dictionary cuts a name it does not know; two joins make it one word.
    const parts = page.locator('[data-row=s1] button[data-word]');
    const start = await parts.evaluateAll((words) =>
      words.findIndex((word) => word.querySelector('[class*=letters]')?.textContent?.startsWith('长')),
    );
    await parts.nth(start).focus();
    const lettersAt = () => parts.nth(start).locator('[class*=letters]').textContent();
    // Each join is seen before the next: a key too many would take the comma in.
    for (let letters = await lettersAt(); letters !== '长惠坊'; letters = await lettersAt()) {
      await page.keyboard.press('m');
      await expect.poll(lettersAt).not.toBe(letters);
    }
    await page.getByLabel('自己打拼音').fill('chang2hui4fang6');
    await page.getByRole('button', { name: '就用这个读音' }).click();
    await page.getByText(/声调只有 1、2、3、4/u).waitFor();
    expect(await page.getByLabel('自己打拼音').inputValue()).toBe('chang2hui4fang6');
    await page.getByLabel('自己打拼音').fill('Chang2hui4 Fang1');
    await page.getByRole('button', { name: '就用这个读音' }).click();
    await page
      .getByRole('button', { name: named('长惠坊', 'Chánghuì Fāng') })
      .first()
      .waitFor();
    if (!(await page.getByRole('button', { name: '以后各期也这样读' }).isVisible()))
      await page
        .getByRole('button', { name: /^长惠坊/u })
        .first()
        .click();
    await page.getByRole('button', { name: '以后各期也这样读' }).click();
    await page.getByText(/班里的词典记下了/u).waitFor();
    await untilSaved(page);
    await openPiece(page, 'second');
    await page.getByRole('button', { name: named('长惠坊', 'Chánghuì Fāng') }).waitFor();
    expectClean(tablet);
  });
});

describe('a hard word', { timeout: 180_000 }, () => {
  it('becomes a card with explanation, picture and signing, kept for the club', async () => {
    const tablet = await openWords({ morning, more: ['给水站前面排着队。'] });
    const { page } = tablet;
    await page
      .getByRole('button', { name: /^给水站/u })
      .first()
      .click();
    const candidate = page.locator('[data-candidate]').first();
    if (await candidate.isVisible()) {
      await page.getByLabel('自己打拼音').fill('ji3shui3zhan4');
      await page.getByRole('button', { name: '就用这个读音' }).click();
      await page
        .getByRole('button', { name: named('给水站', 'jǐshuǐzhàn') })
        .first()
        .click();
    }
    await page.getByRole('button', { name: '给“给水站”做词卡' }).click();
    const sheet = page.getByRole('dialog', { name: '词卡：给水站' });
    await sheet.getByLabel('解释').fill('从前没有自来水，大家来这里接水。');
    await sheet.getByLabel('选一张图片').setInputFiles(starter('cover.png'));
    await sheet.getByLabel('图片的文字说明').fill('大家排队拎水');
    await sheet.getByLabel('选一段手语视频').setInputFiles(starter('media/term-jishuizhan.mp4'));
    await sheet.getByText(/有一段 \d+ 秒的手语/u).waitFor();
    await sheet.getByRole('button', { name: '看看会员看到的样子' }).click();
    const card = sheet.getByRole('complementary');
    await card.getByRole('img', { name: '大家排队拎水' }).waitFor();
    await expect
      .poll(() => card.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
      .toBeGreaterThan(0);
    await sheet.getByRole('button', { name: '完成' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.getByText('写好了').waitFor();
    await untilSaved(page);
    await openPiece(page, 'more');
    await page.getByRole('button', { name: '用班里的卡：给水站' }).click();
    await page.getByText('写好了').waitFor();
    expectClean(tablet);
  });

  it('a file that is no video, and one that is no picture, are refused in a sentence', async () => {
    const tablet = await openWords({ morning: ['嘹亮的歌。'] });
    const { page } = tablet;
    // The dictionary of readings is opened first.
    await page.getByRole('button', { name: '做词卡：嘹亮' }).click({ timeout: 90_000 });
    const sheet = page.getByRole('dialog');
    const no = { name: 'notes.mp4', mimeType: 'video/mp4', buffer: Buffer.from('只是文字') };
    await sheet.getByLabel('选一段手语视频').setInputFiles(no);
    await sheet.getByText(/^这不是视频或声音文件/u).waitFor();
    await sheet.getByLabel('选一张图片').setInputFiles({ ...no, name: 'notes.png', mimeType: 'image/png' });
    await sheet.getByText('这个文件不是图片，请另选一个。').waitFor();
    expect(await sheet.locator('img, video').count()).toBe(0);
    expectClean(tablet);
  });
});
