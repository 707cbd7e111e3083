/** A facilitator's machine with a virtual authenticator, and one-time links of a running hub. */
import { spawnSync } from 'node:child_process';
import type { BrowserContext, Page } from 'playwright-core';
import type { RunningHub } from './hub-setup.ts';

/** Passkeys as a laptop with a fingerprint reader makes them; nobody has to press anything. */
export async function giveAuthenticator(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable', { enableUI: false });
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

const linkPattern = /http\S+\/studio\/enrol#\S+/u;

/** As printed by the first start; null when it is not there (yet). */
export const printedLink = (hub: RunningHub): string | null => linkPattern.exec(hub.output())?.[0] ?? null;

/** A new one from the console, while the hub runs. */
export function inviteOnConsole(hub: RunningHub): string {
  const env = { ...process.env, PORT: new URL(hub.url).port, SAME_PAGE_DATA: hub.dataFolder };
  const { stdout } = spawnSync(process.execPath, ['dist/hub/hub.js', 'invite'], { env, encoding: 'utf8' });
  return linkPattern.exec(stdout)?.[0] ?? '';
}

/** Opens a one-time link, says who it is, makes a passkey, and is in the studio, signed in. */
export async function enrolKeeper(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('textbox', { name: '身份' }).fill(name);
  await page.getByRole('button', { name: '在这台机器上登记' }).click();
  await page.getByRole('link', { name: `我的登录：${name}` }).waitFor();
}
