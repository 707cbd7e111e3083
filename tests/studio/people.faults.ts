/**
 * People, in a real browser with a virtual authenticator: the printed link, signing out and in, inviting, revoking, six
 * words for whoever has no passkey. Whatever happens to a sign-in, the drafts on the machine stay as they are.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { enrolKeeper, giveAuthenticator, inviteOnConsole, printedLink } from '../support/hub-machine.ts';
import { startHub, type RunningHub } from '../support/hub-setup.ts';
import { expectSaved, makeMonth, monthOf, summary } from './studio-pages.ts';

const { tablet } = useBrowser();
const SETTINGS = { club: 'silent-world', preset: 'standard' };
let hub: RunningHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub.stop();
  await rm(hub.dataFolder, { recursive: true, force: true });
});
const url = (path: string): string => `${hub.url}${path}`;

/** With the hub off, which would write the file too; then it is started again where it was. */
async function ageSignIns(time: 'seenMs' | 'sinceMs', ms: number): Promise<void> {
  const { dataFolder } = hub;
  await hub.stop();
  const file = join(dataFolder, 'people', 'sign-ins.json');
  const text = await readFile(file, 'utf8');
  const aged = text.replaceAll(
    new RegExp(`"${time}": (\\d+)`, 'gu'),
    (_, at) => `"${time}": ${Number(at) - ms}`,
  );
  expect(aged).not.toBe(text);
  await writeFile(file, aged);
  hub = await startHub({ port: Number(new URL(hub.url).port), dataFolder });
}

async function machine(): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const { page, context } = await tablet({ settings: SETTINGS });
  await giveAuthenticator(context, page);
  return { page, context };
}

/** Everything of drafts that is kept on this machine, as text. */
async function draftsOn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('same-page');
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(new Error('closed')));
    });
    const names = ['drafts', 'draftPieces', 'draftVersions'];
    const contents = names.map(
      (name) =>
        new Promise<unknown>((resolve) => {
          const all = database.transaction(name).objectStore(name).getAll();
          all.addEventListener('success', () => resolve(all.result));
        }),
    );
    const text = JSON.stringify(await Promise.all(contents));
    database.close();
    return text;
  });
}

const enrolButton = (page: Page) => page.getByRole('button', { name: '在这台机器上登记' });
const mine = (page: Page, name: string) => page.getByRole('link', { name: `我的登录：${name}` });
const notSignedIn = (page: Page) => page.getByText('还没有登录，草稿都存在这台机器上。');

async function signInByPasskey(page: Page): Promise<void> {
  await page.goto(url('/studio/sign-in'));
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
}

it('enrols by the printed link, signs out and in, invites a colleague and revokes them; drafts stay', async () => {
  const first = await machine();
  const { page } = first;
  await makeMonth(page, url);
  const month = monthOf(page);
  await page.getByRole('textbox', { name: '标题' }).fill('一条苏州河');
  await summary(page).fill('这个月沿着河走。');
  await expectSaved(page);
  const drafts = await draftsOn(page);
  expect(drafts).toContain('一条苏州河');

  await expect.poll(() => printedLink(hub)).not.toBeNull();
  await page.goto(printedLink(hub) ?? '');
  expect(await enrolButton(page).getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('textbox', { name: '身份' }).fill('负责人');
  await enrolButton(page).click();
  await mine(page, '负责人').waitFor();
  expect(page.url()).toBe(url('/studio'));
  expect(await draftsOn(page)).toBe(drafts);

  await mine(page, '负责人').click();
  await page.getByText('您已经登录：负责人，管理员').waitFor();
  await page.getByRole('button', { name: '退出登录' }).click();
  await notSignedIn(page).waitFor();
  expect(await draftsOn(page)).toBe(drafts);
  await page.goto(url(month));
  expect(await summary(page).inputValue()).toBe('这个月沿着河走。');

  await signInByPasskey(page);
  await mine(page, '负责人').waitFor();

  await page.getByRole('link', { name: '人员' }).click();
  await page.getByRole('textbox', { name: '身份' }).fill('手语老师');
  await page.getByRole('checkbox', { name: '无声世界读书会' }).check();
  await page.getByRole('button', { name: '做邀请链接' }).click();
  const invitation = await page.locator('dialog code').textContent();
  expect(invitation).toMatch(/\/studio\/enrol#[\w-]{43}$/u);
  await page.getByRole('img', { name: '登记链接的二维码' }).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();

  const second = await machine();
  const other = second.page;
  await other.goto(invitation ?? '');
  await other.getByRole('heading', { name: '您是：手语老师，编辑' }).waitFor();
  await enrolButton(other).click();
  await mine(other, '手语老师').waitFor();
  expect(await other.getByRole('link', { name: '人员' }).count()).toBe(0);
  // The keeper's month comes by itself, whenever that is; the colleague makes another.
  await other.getByRole('heading', { level: 3, name: '一条苏州河' }).waitFor();
  await makeMonth(other, url);
  await summary(other).fill('同事写的。');
  await expectSaved(other);
  // A used link is no link.
  await other.goto(invitation ?? '');
  await other.getByText('这个链接用过了，或者过期了。').waitFor();

  await page.reload();
  await page.getByRole('button', { name: '取消资格 手语老师' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '取消资格' }).click();
  await expect.poll(() => page.getByRole('heading', { name: '手语老师' }).count()).toBe(0);
  await other.goto(url('/studio'));
  await notSignedIn(other).waitFor();
  expect(await draftsOn(other)).toContain('同事写的。');
  await signInByPasskey(other);
  await other.getByText('服务器没有登记过这把通行密钥，或者它已经被取消。').waitFor();

  // Thirteen hours later.
  await ageSignIns('seenMs', 13 * 3_600_000);
  await page.goto(url('/studio'));
  await notSignedIn(page).waitFor();
  expect(await draftsOn(page)).toContain('一条苏州河');
  expect(await draftsOn(page)).toContain('这个月沿着河走。');
});

it('asks to sign in once more before people change, and then does what was asked', async () => {
  const { page } = await machine();
  await enrolKeeper(page, inviteOnConsole(hub), '第二位负责人');
  await ageSignIns('sinceMs', 11 * 60_000);
  await page.goto(url('/studio/account'));
  await page.getByRole('button', { name: '加一台机器' }).click();
  const ask = page.getByRole('dialog', { name: '请再登录一次' });
  await ask.getByRole('button', { name: '用通行密钥登录' }).click();
  const link = page.getByRole('dialog', { name: '加一台机器' }).locator('code');
  await link.waitFor();
  expect(await link.textContent()).toContain('/studio/enrol#');
});

it('gives six words to whoever has no passkey, and lets them in by these', async () => {
  const { page } = await tablet({ settings: SETTINGS });
  await page.goto(inviteOnConsole(hub));
  await page.getByRole('textbox', { name: '身份' }).fill('社工');
  await page.getByRole('button', { name: '要六个词' }).click();
  const items = page.getByRole('listitem').filter({ has: page.locator('span') });
  await page.getByRole('heading', { name: '请把这六个词抄在纸上' }).waitFor();
  const pinyin = (await items.locator('span').allTextContents()).join(' ');
  expect(pinyin.split(' ')).toHaveLength(6);
  await page.getByRole('button', { name: '抄好了' }).click();
  await page.getByRole('textbox', { name: '六个词' }).fill(pinyin);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await mine(page, '社工').click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.goto(url('/studio/sign-in'));
  await page.getByRole('textbox', { name: '身份' }).fill('社工');
  await page.getByRole('textbox', { name: '六个词' }).fill('苹果');
  await page.getByRole('button', { name: '用六个词登录' }).click();
  await page.getByText('身份或者六个词不对，请看着纸再写一遍。').waitFor();
  await page.getByRole('textbox', { name: '六个词' }).fill(pinyin);
  await page.getByRole('button', { name: '用六个词登录' }).click();
  await mine(page, '社工').waitFor();
});
