// Renews the ten studio pictures of the README. A running hub without drafts, and ffmpeg for the camera's picture:
//   node tests/tools/studio-pictures.mjs http://localhost:4173
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

const [hub = 'http://localhost:4173', folder = '.readme', kept = null] = process.argv.slice(2);
const STARTER = 'src/starter/issues/2026-11-silent-world';
const SIGNING = `${STARTER}/media/01-sign.mp4`;
const COUNT = 8;
const { s: sentences } = JSON.parse(readFileSync(`${STARTER}/01-morning.ids.json`, 'utf8'));
// Without the headings.
const text = sentences
  .map(([, sentence]) => sentence)
  .filter((one) => /[。！？]$/u.test(one))
  .slice(0, COUNT);

mkdirSync(folder, { recursive: true });
const profile = kept ?? mkdtempSync(join(tmpdir(), 'same-page-pictures-'));
const camera = join(profile, 'camera.mjpeg');
mkdirSync(profile, { recursive: true });
execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', SIGNING, '-t', '40', '-r', '30', '-q:v', '4', camera]);

const context = await chromium.launchPersistentContext(join(profile, 'studio'), {
  executablePath: findChromium() ?? undefined,
  viewport: { width: 1024, height: 768 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream=fps=30',
    `--use-file-for-fake-video-capture=${camera}`,
  ],
});
await context.addInitScript(() =>
  localStorage.setItem('same-page.settings', '{"club":"silent-world","preset":"standard"}'),
);
const page = context.pages()[0] ?? (await context.newPage());
page.setDefaultTimeout(120_000);

const button = (name) => page.getByRole('button', { name }).first();
const fill = (label, value) => page.getByLabel(label, { exact: true }).fill(value);
const step = (name) => page.getByRole('link', { name }).first().click();
const saved = async () => {
  await page.waitForTimeout(900);
  await page.getByText(/\d\d:\d\d 已保存/u).waitFor();
};
const shoot = async (number, shown = null) => {
  if (shown === null) await page.evaluate(() => scrollTo(0, 0));
  else await shown.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await page.mouse.move(0, 0);
  await page.waitForTimeout(1200);
  await page.screenshot({ path: `${folder}/studio-${number}.png` });
};

async function makeMonth() {
  await page.goto(`${hub}/studio`);
  await button(/新建 .*无声世界/u).click();
  await fill('标题', '从虹镇老街到瑞虹新城');
  await page.getByRole('textbox', { name: '简介' }).fill('一条老街的早晨，和后来的新房子。');
  await page.getByRole('button', { name: '街', exact: true }).click();
  await button('加上活动').click();
  await page.getByRole('textbox', { name: '地方' }).fill('社区中心二楼阅览室');
  await page.getByRole('textbox', { name: '手语翻译' }).fill('手语老师');
  await page.getByLabel('日期').fill(`${new URL(page.url()).pathname.split('/').at(-1).slice(0, 7)}-26`);
  await button('加一篇').click();
  await page.getByRole('group', { name: '加一篇' }).getByRole('button', { name: '读物' }).click();
  await page.getByRole('link', { name: /去做/u }).last().click();
}

async function writeText() {
  await page.getByRole('heading', { level: 1, name: /^文字/u }).waitFor();
  await fill('标题', '老街的早晨');
  await page.evaluate(
    (pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    `${text.slice(0, 4).join('')}\n${text.slice(4).join('')}`,
  );
  await fill('作者或出处', '同页编写组');
  await fill('为什么可以用', '为本刊所写');
  const block = page.getByRole('textbox', { name: '第 1 段：正文', exact: true });
  await block.click();
  await saved();
  await shoot(3, block.locator('xpath=ancestor::section[1]'));
}

async function settleWords() {
  await step(/词语和拼音/u);
  const all = page.getByRole('button', { name: /^全部 \d+ 个都对/u });
  await all.or(page.getByText('读音都定好了。')).first().waitFor();
  await page.locator('[data-word]').nth(3).click();
  await shoot(4);
  if (await all.isVisible()) await all.click();
  await page.getByText('读音都定好了。').waitFor();
  await saved();
}

async function record() {
  await step(/手语/u);
  await button('录手语').click();
  await button('开始录').waitFor();
  await page.waitForTimeout(3000);
  await shoot(5);
  await button('开始录').click();
  await page.getByText('准备').waitFor();
  await page.getByText('准备').waitFor({ state: 'detached' });
  for (let sentence = 1; sentence <= COUNT; sentence += 1) {
    await page.waitForTimeout(2500);
    if (sentence === 3) await page.screenshot({ path: `${folder}/studio-6.png` });
    await page.keyboard.press('Space');
  }
  await page.getByText('每一句都录好了').waitFor();
  await button('做成视频').click();
  await page.getByText('做好了，已经存好。').waitFor();
  await saved();
}

async function adjust() {
  await button('调句子的时间').click();
  await page.waitForTimeout(2500);
  await shoot(7);
}

/** What a person adds when the signing has been watched. */
async function cure() {
  await step(/手语/u);
  await page.getByText('名称、同意和审看').click();
  await page.getByLabel('本人同意放给大家看').check();
  await fill('谁看的（身份）', '听障读者');
  await fill('哪一天', new Date().toISOString().slice(0, 10));
  await saved();
}

await makeMonth();
await writeText();
await settleWords();
await record();
await adjust();
await step(/检查/u);
await page.getByText(/^预览检查过了（/u).waitFor();
await shoot(8);
await cure();
await step(/预览/u);
await page.waitForTimeout(6000);
await shoot(9);
await step('回到本期');
await saved();
await shoot(2);
await page.getByRole('link', { name: '去发布' }).click();
await page.getByRole('heading', { level: 1 }).waitFor();
await shoot(10);
await page.goto(`${hub}/studio`);
await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
await shoot(1);

await context.close();
// As wide as the README shows them, in few colours: they are fetched with the repository.
const SMALL =
  'scale=820:-1:flags=lanczos,split[a][b];[a]palettegen=max_colors=128[p];[b][p]paletteuse=dither=none';
for (let number = 1; number <= 10; number += 1) {
  const picture = join(folder, `studio-${number}.png`);
  const small = join(folder, 'small.png');
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', picture, '-vf', SMALL, small]);
  renameSync(small, picture);
}
if (kept === null) rmSync(profile, { recursive: true, force: true });
