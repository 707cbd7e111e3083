/** The seeded month (`studio-month.ts`) in the frame that shows a preview. */
import { expect } from 'vitest';
import type { FrameLocator } from 'playwright-core';

/** From its first page to its reading, whose signing is there to play. */
export async function expectReadingPlays(frame: FrameLocator): Promise<void> {
  await frame
    .getByRole('link', { name: /一条苏州河/u })
    .last()
    .click();
  await frame.getByText('今天', { exact: true }).waitFor();
  const video = frame.locator('video').first();
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState), { timeout: 60_000 })
    .toBeGreaterThan(1);
}
