/** In a real Chromium, since only browsers have WebCodecs: what phones bring becomes what tablets play. A real film: `importing.faults.ts`. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type PageHarness } from '../../../tests/support/page-harness.ts';
import { findChromium } from '../../../tests/tools/chromium.mjs';
import { hasFfmpeg, makeClip, type ClipOptions } from './fixtures.ts';
import { inspectMedia } from './inspect.ts';
import { judgeMedia, type MediaUse } from './judge.ts';

const executablePath = findChromium();

describe.skipIf(executablePath === null || !hasFfmpeg)('preparing media', { timeout: 120_000 }, () => {
  let harness: PageHarness;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    harness = await openHarness(fileURLToPath(new URL('prepare.page.ts', import.meta.url)));
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    });
    page = await browser.newPage();
    await page.goto(harness.address);
    await page.waitForFunction(() => 'mediaPage' in window);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await harness?.close();
  });

  const put = (name: string, options: ClipOptions): string => {
    writeFileSync(path.join(harness.files, name), makeClip(options));
    return name;
  };
  const prepare = async (name: string, use: MediaUse) => {
    const result = `${name}.prepared`;
    const done = await page.evaluate(([from, as, to]) => window.mediaPage.prepare(from, as, to), [
      name,
      use,
      result,
    ] as const);
    const place = path.join(harness.files, result);
    return { ...done, place, after: existsSync(place) ? await inspectMedia(place) : null };
  };
  const decodes = (place: string) =>
    execFileSync('ffmpeg', ['-v', 'error', '-i', place, '-f', 'null', '-'], { encoding: 'utf8' });

  it.each<readonly [string, ClipOptions, object]>([
    [
      '4K at 60 frames, index last, with sound',
      {
        size: '3840x2160',
        frameRate: 60,
        seconds: 1,
        sound: true,
        keyFrameEvery: 240,
        extra: ['-movflags', '0'],
      },
      { width: 1280, height: 720, frameRate: 30 },
    ],
    ['50 frames', { frameRate: 50, seconds: 2 }, { width: 1280, height: 720, frameRate: 25 }],
    ['MOV in 1080p', { type: 'mov', size: '1920x1080', seconds: 1 }, { width: 1280, height: 720 }],
    ['upright 1080p', { size: '1080x1920', seconds: 2 }, { width: 720, height: 1280 }],
    [
      'uneven frames',
      {
        size: '1920x1080',
        frameRate: 30,
        seconds: 4,
        extra: ['-vf', 'select=mod(n\\,7)', '-fps_mode', 'vfr'],
      },
      { width: 1280, height: 720 },
    ],
    [
      'WebM of a browser',
      {
        type: 'webm',
        videoCodec: 'libvpx',
        seconds: 2,
        extra: ['-deadline', 'realtime', '-cpu-used', '8', '-b:v', '2M'],
      },
      { width: 1280, height: 720 },
    ],
    ['no key frame for eight seconds', { seconds: 8, keyFrameEvery: 250, extra: ['-sc_threshold', '0'] }, {}],
  ])('%s becomes what a sign track needs', async (name, options, facts) => {
    const { plan, after, place, progress } = await prepare(
      put(`${name}.${options.type ?? 'mp4'}`.replaceAll(' ', '-'), options),
      'sign',
    );
    expect(plan.do.action).toBe('encode');
    expect(after).toMatchObject({
      container: 'mp4',
      videoCodec: 'avc',
      moovFirst: true,
      isFragmented: false,
      hasAudio: false,
      ...facts,
    });
    if (!after) throw new Error('Nothing was written');
    expect(judgeMedia(after, 'sign').filter(({ code }) => code !== 'frame-rate-low')).toEqual([]);
    expect(after.durationSeconds).toBeCloseTo(options.seconds ?? 0, 0);
    expect(decodes(place)).toBe('');
    expect(progress.length).toBeGreaterThan(2);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
  });

  it('turns the pictures of a turned phone, instead of leaving a note for the player', async () => {
    writeFileSync(
      path.join(harness.files, 'turned.mp4'),
      turned(makeClip({ size: '1920x1080', seconds: 1 })),
    );
    const { facts, after, place } = await prepare('turned.mp4', 'sign');
    expect(facts).toMatchObject({ width: 1080, height: 1920 });
    expect(after).toMatchObject({ width: 720, height: 1280 });
    const streams = execFileSync('ffprobe', ['-v', 'error', '-show_streams', place], { encoding: 'utf8' });
    expect(streams).toContain('width=720');
    expect(streams).not.toContain('rotation');
  });

  it('keeps every picture where no new ones are needed, and moves the index', async () => {
    const name = put('index-last.mp4', { sound: true, seconds: 3, extra: ['-movflags', '0'] });
    const { plan, after } = await prepare(name, 'sign');
    expect(plan.do).toEqual({ action: 'repair' });
    expect(after).toMatchObject({ moovFirst: true, hasAudio: false, frameRate: 25 });
  });

  it('keeps a film’s sound while its pictures are made smaller', async () => {
    const name = put('film.mp4', { size: '1920x1080', sound: true, seconds: 2, extra: ['-c:a', 'aac'] });
    const { plan, after } = await prepare(name, 'film');
    expect(plan.do).toMatchObject({ action: 'encode', sound: 'keep' });
    expect(after).toMatchObject({ hasAudio: true, audioCodec: 'aac', height: 720 });
  });

  it('sound of a browser’s recording becomes what every tablet plays', async () => {
    const name = put('voice.webm', {
      type: 'webm',
      picture: false,
      sound: true,
      seconds: 3,
      extra: ['-c:a', 'libopus'],
    });
    const { plan, after, place } = await prepare(name, 'audio');
    expect(plan.do.action).toBe('sound');
    if (!after) throw new Error('Nothing was written');
    expect(judgeMedia(after, 'audio').filter(({ action }) => action !== 'warn')).toEqual([]);
    expect(after.durationSeconds).toBeCloseTo(3, 1);
    expect(decodes(place)).toBe('');
  });

  it('stops when it is cancelled, and says so by the standard name', async () => {
    const name = put('long.mp4', { size: '1920x1080', seconds: 6 });
    const error = await page.evaluate((from) => window.mediaPage.cancel(from, 0.2), name);
    expect(error).toBe('AbortError');
  });

  it('a full disk is told as a full disk, not as a broken film', async () => {
    const name = put('big.mp4', { size: '1920x1080', seconds: 4 });
    expect(await page.evaluate((from) => window.mediaPage.full(from, 50_000), name)).toBe('the disk is full');
  });

  it('cuts to the frame: parts of two recordings in a new order', async () => {
    // Each second has its own colour: what is seen tells where it comes from.
    const colours = ['red', 'lime', 'blue', 'white'];
    const inputs = colours.flatMap((colour) => [
      '-f',
      'lavfi',
      '-i',
      `color=${colour}:size=1280x720:rate=25:duration=1`,
    ]);
    execFileSync('ffmpeg', [
      '-v',
      'error',
      '-y',
      ...inputs,
      '-filter_complex',
      'concat=n=4',
      '-pix_fmt',
      'yuv420p',
      '-preset',
      'ultrafast',
      '-g',
      '100',
      path.join(harness.files, 'a.mp4'),
    ]);
    copyFileSync(path.join(harness.files, 'a.mp4'), path.join(harness.files, 'b.mp4'));
    const segments = [
      { file: 'a.mp4', from: 2, to: 2.6 },
      { file: 'b.mp4', from: 0, to: 1 },
      { file: 'a.mp4', from: 2.6, to: 4 },
    ];
    await page.evaluate((parts) => window.mediaPage.cut(parts, 'sign', 'cut.mp4'), segments);
    const place = path.join(harness.files, 'cut.mp4');
    const facts = await inspectMedia(place);
    expect(facts.durationSeconds).toBeCloseTo(3, 2);
    expect(judgeMedia(facts, 'sign')).toEqual([]);
    expect(coloursOf(place)).toEqual(['b15', 'r25', 'b10', 'w25']);
  });

  it('cuts sound to the sample', async () => {
    const name = put('tone.webm', {
      type: 'webm',
      picture: false,
      sound: true,
      seconds: 3,
      extra: ['-c:a', 'libopus'],
    });
    const parts = [
      { file: name, from: 0.5, to: 1.25 },
      { file: name, from: 2, to: 2.5 },
    ];
    await page.evaluate((segments) => window.mediaPage.cut(segments, 'audio', 'cut.wav'), parts);
    const facts = await inspectMedia(path.join(harness.files, 'cut.wav'));
    expect(facts.durationSeconds).toBeCloseTo(1.25, 2);
  });
});

/** As phones held upright write it: the pictures lie, and the index says to turn them (ISO/IEC 14496-12 §8.3.2, matrix). */
function turned(file: Uint8Array): Uint8Array {
  const bytes = Buffer.from(file);
  const matrix = bytes.indexOf('tkhd') + 44;
  [0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000].forEach((value, i) =>
    bytes.writeInt32BE(value, matrix + i * 4),
  );
  return bytes;
}

/** `r25` = 25 red frames, in the order they are shown. */
function coloursOf(place: string): string[] {
  const pixels = execFileSync('ffmpeg', [
    '-v',
    'error',
    '-i',
    place,
    '-vf',
    'scale=1:1',
    '-pix_fmt',
    'rgb24',
    '-f',
    'rawvideo',
    '-',
  ]);
  const names = Array.from({ length: pixels.length / 3 }, (_, i) => {
    const [r = 0, g = 0] = pixels.subarray(i * 3, i * 3 + 3);
    return r > 150 && g > 150 ? 'w' : r > 150 ? 'r' : g > 150 ? 'g' : 'b';
  });
  const runs: { name: string; count: number }[] = [];
  for (const name of names) {
    const last = runs.at(-1);
    if (last?.name === name) last.count += 1;
    else runs.push({ name, count: 1 });
  }
  return runs.map(({ name, count }) => `${name}${count}`);
}
