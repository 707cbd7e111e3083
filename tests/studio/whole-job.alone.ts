/**
 * The whole job, as one facilitator does it alone: a text of thirty sentences, its words, its signing by space bar, a film with
 * captions and signing, every finding cured, looked at, handed to the hub, packed, and installed on a tablet that has never been
 * online. There the sentence tapped is the sentence signed, to the frame of the tap.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasFfmpeg } from '../../src/authoring/media/fixtures.ts';
import { FLAGS, VIEWPORTS } from '../support/browser.ts';
import { startHub, type RunningHub } from '../support/hub-setup.ts';
import { findChromium } from '../tools/chromium.mjs';
import { makeNumberedCamera, numberOf, squares } from './numbered-camera.ts';
import { expectSaved, FACILITATOR, pasteKeys } from './new-piece.ts';
import { makeFilm } from './seed-film.ts';
import { watchFrames, type SeenFrames } from './watch-frames.ts';

const executablePath = findChromium();
const sentences = Array.from({ length: 30 }, (_, i) => text(i));
/** Everyday sentences of different lengths, thirty in all. */
function text(i: number): string {
  const people = ['妈妈', '邻居阿姨', '爷爷', '小妹妹', '我们'];
  const works = [
    '在厨房里包饺子',
    '把新买的花放在桌上',
    '去菜场买鱼和青菜',
    '贴红色的春联',
    '坐下来吃年夜饭',
  ];
  return `年三十的${['早上', '中午', '下午', '晚上'][i % 4]}，${people[i % 5]}${works[(i * 2) % 5]}。`;
}

describe.skipIf(executablePath === null || !hasFfmpeg)('the whole job', { timeout: 400_000 }, () => {
  let folder: string;
  let hub: RunningHub;
  let studio: BrowserContext;
  let tablet: BrowserContext;
  let actions = 0;
  /** One thing the facilitator does: a tap, a key, or filling in one field. */
  const act = async (work: Promise<unknown>): Promise<void> => {
    actions += 1;
    await work;
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'same-page-job-'));
    hub = await startHub({ dataFolder: path.join(folder, 'data') });
    const camera = path.join(folder, 'camera.mjpeg');
    makeNumberedCamera(camera, 68);
    studio = await open('studio', [
      '--use-fake-device-for-media-stream=fps=30',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${camera}`,
    ]);
    tablet = await open('tablet', []);
  }, 240_000);
  afterAll(async () => {
    await studio?.close();
    await tablet?.close();
    await hub?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function open(profile: string, more: readonly string[]): Promise<BrowserContext> {
    const context = await chromium.launchPersistentContext(path.join(folder, profile), {
      executablePath: executablePath ?? '',
      viewport: VIEWPORTS.landscape,
      hasTouch: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      acceptDownloads: true,
      args: [...FLAGS, ...more],
    });
    await context.addInitScript((settings) => {
      // A native dialog is nobody's to answer here; browsers without it use the downloads.
      Reflect.deleteProperty(window, 'showSaveFilePicker');
      if (localStorage.getItem('same-page.settings') === null)
        localStorage.setItem('same-page.settings', JSON.stringify(settings));
    }, FACILITATOR);
    return context;
  }

  /** By space bar, a sentence every so often; what the camera saw at each tap. */
  async function sign(page: Page, count: number, everyMs: number): Promise<SeenFrames> {
    await act(page.getByRole('button', { name: '录手语' }).click());
    await page.evaluate(watchFrames, squares);
    await act(page.getByRole('button', { name: '开始录' }).click());
    await page.getByText('准备').waitFor();
    await page.getByText('准备').waitFor({ state: 'detached' });
    await page.evaluate(watchFrames, squares);
    for (let i = 0; i < count; i += 1) {
      await page.waitForTimeout(everyMs);
      await page.keyboard.press('Space');
    }
    await page.getByText('每一句都录好了').waitFor();
    const seen = await page.evaluate(() => window.seenFrames);
    await act(page.getByRole('button', { name: '做成视频' }).click());
    await page.getByText('做好了，已经存好。').waitFor({ timeout: 120_000 });
    await act(page.getByText('名称、同意和审看').click());
    await act(page.getByLabel('本人同意放给大家看').check());
    await act(page.getByLabel('谁看的（身份）').fill('听障读者'));
    await act(page.getByLabel('哪一天').fill('2026-11-20'));
    await expectSaved(page);
    return seen;
  }

  it('ends on a tablet, signed to the frame', async () => {
    const page = studio.pages()[0] ?? (await studio.newPage());
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));

    // The month, once for all its pieces.
    await page.goto(`${hub.url}/studio`);
    await page
      .getByRole('button', { name: /新建 .*无声世界/u })
      .first()
      .click();
    await page.getByLabel('标题', { exact: true }).fill('年夜饭');
    await page.getByRole('textbox', { name: '简介' }).fill('一家人怎样过年三十。');
    await page.getByRole('button', { name: '街', exact: true }).click();
    await page.getByRole('button', { name: '加上活动' }).click();
    await page.getByRole('textbox', { name: '地方' }).fill('社区中心二楼阅览室');
    await page.getByRole('textbox', { name: '手语翻译' }).fill('手语老师');
    const month = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByLabel('日期').fill(`${month.slice(0, 7)}-26`);
    await expectSaved(page);

    // The reading: its actions are counted.
    actions = 0;
    await act(page.getByRole('button', { name: '加一篇' }).click());
    await act(page.getByRole('group', { name: '加一篇' }).getByRole('button', { name: '读物' }).click());
    await act(page.getByRole('link', { name: /去做/u }).first().click());
    await page.getByRole('heading', { level: 1, name: /^文字/u }).waitFor();
    await act(page.getByLabel('标题', { exact: true }).fill('年三十'));
    await act(page.getByRole('button', { name: '加一段' }).click());
    await act(pasteKeys(page, { text: sentences.join('') }));
    await act(page.getByLabel('作者或出处').fill('同页编写组'));
    await act(page.getByLabel('为什么可以用').fill('为本刊所写'));
    await expectSaved(page);

    await confirmWords(page);

    await act(page.getByRole('link', { name: /手语/u }).first().click());
    const seen = await sign(page, sentences.length, 700);
    expect(seen.taps).toHaveLength(sentences.length);

    await cureFindings(page);
    console.info(
      `a reading of ${sentences.length} sentences: ${actions} actions and ${sentences.length} taps`,
    );
    expect(actions).toBeLessThanOrEqual(30);

    // The film: brought, captioned, its words confirmed, signed beside it.
    await page.getByRole('link', { name: '回到本期' }).click();
    await page.getByRole('button', { name: '加一篇' }).click();
    await page.getByRole('group', { name: '加一篇' }).getByRole('button', { name: '影片' }).click();
    await page.getByRole('link', { name: /去做/u }).last().click();
    await page.getByRole('heading', { level: 1, name: /^文字/u }).waitFor();
    await page.getByLabel('标题', { exact: true }).fill('弄堂');
    await page.getByLabel('作者或出处').fill('同页编写组');
    await page.getByLabel('为什么可以用').fill('为本刊所拍');
    await expectSaved(page);
    await page.getByRole('link', { name: /字幕/u }).click();
    await page.getByLabel('选影片').setInputFiles(makeFilm());
    await page.locator('video').waitFor({ timeout: 90_000 });
    await page.getByRole('button', { name: '导入字幕' }).click();
    await page
      .getByLabel('选字幕文件')
      .setInputFiles({ name: '弄堂.vtt', mimeType: 'text/plain', buffer: Buffer.from(FILM_CAPTIONS) });
    await page.getByRole('button', { name: '放进来' }).click();
    await page.getByText('字幕共 3 条').waitFor();
    await page.getByRole('button', { name: '用字幕做文字稿' }).click();
    await page
      .getByText(/用字幕做好了文字稿/u)
      .first()
      .waitFor();
    await page.getByRole('checkbox', { name: '影片里出现的人都同意放给大家看' }).check();
    await expectSaved(page);
    await confirmWords(page);
    await page.getByRole('link', { name: /手语/u }).first().click();
    await sign(page, 3, 2500);
    await cureFindings(page);

    // Out: the file for the hub, its pack, and a tablet that has only the pack.
    await page.getByRole('link', { name: '回到本期' }).click();
    await page.getByRole('link', { name: '去发布' }).click();
    const downloading = page.waitForEvent('download', { timeout: 120_000 });
    await page.getByRole('button', { name: '存成发布文件' }).click();
    const file = path.join(folder, `${month}.issue.zip`);
    await (await downloading).saveAs(file);
    expect(errors).toEqual([]);

    // The tablet has opened the app once and has had no network since: all it gets of the month is the pack.
    const member = tablet.pages()[0] ?? (await tablet.newPage());
    await member.goto(`${hub.url}/storage`);
    await member.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await member.getByLabel('选一个离线包').waitFor({ state: 'attached', timeout: 60_000 });
    await hub.stop();
    command('add', file);
    const pack = path.join(folder, 'december.samepage.zip');
    command('pack', pack, '--issues', month);
    await member.getByLabel('选一个离线包').setInputFiles(pack);
    await member.getByText(/放好了：/u).waitFor({ timeout: 120_000 });
    await member.goto(`${hub.url}/read/${month}/reading-1`);
    await member.locator('[data-sentence]').nth(29).waitFor({ state: 'attached', timeout: 60_000 });

    const errorsInFrames: number[] = [];
    for (const sentence of [2, 5, 17, 30]) {
      const shown = await shownAfterTap(member, sentence);
      const tapMs = seen.taps[sentence - 2] ?? NaN;
      const wanted = seen.frames.findLast(({ ms }) => ms <= tapMs)?.values ?? [];
      errorsInFrames.push(numberOf(shown.values) - shown.framesIn - numberOf(wanted));
    }
    console.info(`frames between the tap and what a tap on its sentence shows: ${errorsInFrames.join(', ')}`);
    for (const error of errorsInFrames) expect(Math.abs(error)).toBeLessThanOrEqual(1);
  });

  async function confirmWords(page: Page): Promise<void> {
    await act(page.getByRole('link', { name: /词语和拼音/u }).click());
    const settled = page.getByText('读音都定好了。');
    const all = page.getByRole('button', { name: /^全部 \d+ 个都对/u });
    await settled.or(all).first().waitFor({ timeout: 120_000 });
    if (await all.isVisible()) await act(all.click());
    await settled.waitFor();
    await expectSaved(page);
  }

  /** Every warning gets its reason; an error left here fails. */
  async function cureFindings(page: Page): Promise<void> {
    await act(page.getByRole('link', { name: /检查/u }).click());
    await page.getByText(/^预览检查过了（/u).waitFor({ timeout: 180_000 });
    const open = page.getByRole('region', { name: /请写一句原因/u }).getByRole('textbox');
    for (let left = await open.count(); left > 0; left -= 1) {
      await act(open.first().fill('看过了，就这样'));
      await page.getByRole('heading', { level: 1 }).click();
      await expect.poll(() => open.count(), { timeout: 60_000 }).toBeLessThan(left);
    }
    const forbidding = page.getByRole('region', { name: /还不能发布/u }).getByRole('listitem');
    expect(await forbidding.allInnerTexts()).toEqual([]);
    await page.getByText('这一篇可以发布了').waitFor();
  }

  function command(...args: readonly string[]): void {
    const run = spawnSync(process.execPath, ['dist/hub/issue.js', ...args], {
      encoding: 'utf8',
      env: { ...process.env, SAME_PAGE_DATA: hub.dataFolder },
    });
    if (run.status !== 0) throw new Error(`issue ${args.join(' ')}: ${run.stdout}${run.stderr}`);
  }
});

const FILM_CAPTIONS = `WEBVTT

00:00:00.500 --> 00:00:03.500
早上的弄堂很热闹

00:00:04.000 --> 00:00:07.500
大家提着篮子去买菜

00:00:08.000 --> 00:00:11.500
回来坐在门口聊天
`;

interface ShownFrame {
  /** Brightnesses at the squares. */
  readonly values: readonly number[];
  /** Frames since the place the tap led to: a busy machine shows the first ones too late to be caught. */
  readonly framesIn: number;
}

/** The first frame that could be caught after a tap on a sentence. */
async function shownAfterTap(page: Page, sentence: number): Promise<ShownFrame> {
  const target = page
    .locator('[data-sentence]')
    .nth(sentence - 1)
    .locator('[data-word]')
    .first();
  await target.scrollIntoViewIfNeeded();
  await page.evaluate((places) => {
    const video = document.querySelector('video');
    const canvas = document.createElement('canvas');
    canvas.width = 1280;
    canvas.height = 2;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    window.shownFrame = new Promise((resolve) => {
      let target = NaN;
      video?.addEventListener('seeking', () => (target = video.currentTime), { once: true });
      video?.addEventListener(
        'seeked',
        () =>
          video.requestVideoFrameCallback((_, { mediaTime }) => {
            context?.drawImage(video, 0, places[0]?.y ?? 0, 1280, 2, 0, 0, 1280, 2);
            const data = context?.getImageData(0, 0, 1280, 1).data ?? [];
            const framesIn = Math.max(0, Math.round((mediaTime - target) * 30));
            resolve({ values: places.map(({ x }) => data[x * 4] ?? 0), framesIn });
          }),
        { once: true },
      );
    });
  }, squares);
  await target.click();
  return page.evaluate(() => window.shownFrame);
}

declare global {
  interface Window {
    shownFrame: Promise<ShownFrame>;
  }
}
