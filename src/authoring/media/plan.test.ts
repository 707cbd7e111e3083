import { describe, expect, it } from 'vitest';
import { hasFfmpeg, makeClip } from './fixtures.ts';
import { memoryFile } from './growing-file.ts';
import { inspectMedia, type MediaFacts } from './inspect.ts';
import { planPreparation, videoPlan, type Abilities } from './plan.ts';
import { lookInto, prepareInto } from './prepare.ts';
import { salvage } from './salvage.ts';

const all: Abilities = { decodesVideo: true, encodesVideo: true, decodesAudio: true, encodesAac: true };
const none: Abilities = { decodesVideo: false, encodesVideo: false, decodesAudio: false, encodesAac: false };
const facts = (more: Partial<MediaFacts> = {}): MediaFacts => ({
  kind: 'video',
  container: 'mp4',
  mimeType: 'video/mp4',
  durationSeconds: 60,
  width: 1280,
  height: 720,
  frameRate: 30,
  videoCodec: 'avc',
  videoCodecParameter: 'avc1.64001f',
  audioCodec: null,
  hasAudio: false,
  moovFirst: true,
  isFragmented: false,
  maxKeyFrameGapSeconds: 1,
  sizeBytes: 15_000_000,
  ...more,
});
const does = (more: Partial<MediaFacts>, abilities: Abilities, use: 'sign' | 'film' = 'sign') =>
  planPreparation(facts(more), use, abilities).do.action;

describe('what a file needs', () => {
  it('nothing, when it is as members need it; no new pictures, when only its order is wrong', () => {
    expect(does({}, all)).toBe('keep');
    expect(does({ moovFirst: false, hasAudio: true, audioCodec: 'aac' }, all)).toBe('repair');
  });

  it('new pictures for what tablets play badly or not at all', () => {
    for (const more of [
      { width: 1920, height: 1080 },
      { width: 3840, height: 2160 },
      { frameRate: 60 },
      { maxKeyFrameGapSeconds: 8 },
      { videoCodec: 'hevc', videoCodecParameter: 'hvc1.1.6.L93.B0' },
      { container: 'webm', videoCodec: 'vp9', moovFirst: null },
      { sizeBytes: 90_000_000 },
    ] satisfies Partial<MediaFacts>[]) {
      expect({ more, action: does(more, all) }).toEqual({ more, action: 'encode' });
    }
  });

  it('a browser that cannot encode says so, and still repairs what needs no encoding', () => {
    const plan = planPreparation(facts({ width: 1920, height: 1080, moovFirst: false }), 'sign', none);
    expect(plan.do.action).toBe('repair');
    expect(plan.cannotEncode).toBe(true);
    expect(plan.findings.map(({ code }) => code)).toContain('picture-larger-than-needed');
    expect(planPreparation(facts({ videoCodec: 'hevc' }), 'sign', none)).toMatchObject({
      do: { action: 'refuse' },
      cannotEncode: true,
    });
  });

  it('refuses what no encoding cures: too few pixels, too few frames', () => {
    expect(does({ width: 640, height: 480 }, all)).toBe('refuse');
    expect(does({ frameRate: 15 }, all)).toBe('refuse');
    expect(does({ width: 640, height: 480 }, all, 'film')).toBe('keep');
  });

  it('a film keeps its sound; sound no tablet plays is made AAC, or the film is refused', () => {
    const opus = { hasAudio: true, audioCodec: 'opus' } as const;
    expect(planPreparation(facts(opus), 'film', all).do).toMatchObject({ action: 'encode', sound: 'aac' });
    expect(does(opus, { ...all, encodesAac: false }, 'film')).toBe('refuse');
    const aac = { hasAudio: true, audioCodec: 'aac', frameRate: 60 } as const;
    expect(planPreparation(facts(aac), 'film', all).do).toMatchObject({ action: 'encode', sound: 'keep' });
  });

  it('recorded sound becomes AAC, and plain samples where the browser has no AAC', () => {
    const voice = facts({
      kind: 'audio',
      container: 'webm',
      hasAudio: true,
      audioCodec: 'opus',
      videoCodec: null,
    });
    expect(planPreparation(voice, 'audio', all).do).toEqual({ action: 'sound', as: 'aac' });
    expect(planPreparation(voice, 'audio', { ...all, encodesAac: false }).do).toEqual({
      action: 'sound',
      as: 'wav',
    });
    expect(planPreparation(voice, 'audio', none).do.action).toBe('refuse');
    // A recitation filmed with a phone.
    expect(planPreparation(facts({ hasAudio: true, audioCodec: 'aac' }), 'audio', none).do.action).toBe(
      'repair',
    );
  });

  it('aims at 720 on the short side, either way up, evenly, and never enlarges', () => {
    const size = (width: number, height: number) => {
      const plan = videoPlan(facts({ width, height }));
      return [plan.width, plan.height];
    };
    expect(size(1920, 1080)).toEqual([1280, 720]);
    expect(size(1080, 1920)).toEqual([720, 1280]);
    expect(size(853, 480)).toEqual([854, 480]);
    expect(size(2560, 1080)).toEqual([1706, 720]);
  });

  it('takes every second frame of 50, every second of 60', () => {
    const rate = (frameRate: number) => videoPlan(facts({ frameRate })).frameRate;
    expect([rate(24), rate(29.97), rate(50), rate(59.94), rate(60), rate(120)]).toEqual([
      null,
      null,
      25,
      30,
      30,
      30,
    ]);
  });
});

describe.skipIf(!hasFfmpeg)('repairing as it is written', { timeout: 60_000 }, () => {
  it('joins a browser’s pieces into a file whose index comes first', async () => {
    const pieces = makeClip({
      seconds: 5,
      extra: ['-movflags', '+frag_keyframe+empty_moov+default_base_moof'],
    });
    const blob = new Blob([Uint8Array.from(pieces)]);
    const looked = await lookInto(blob, 'sign');
    const file = memoryFile();
    await prepareInto(blob, looked, 'sign', file);
    expect(await inspectMedia(file.bytes())).toMatchObject({
      isFragmented: false,
      moovFirst: true,
      frameRate: 25,
      hasAudio: false,
    });
  });

  it('a recording that broke off anywhere gives everything up to its last whole piece', async () => {
    const pieces = makeClip({
      seconds: 5,
      extra: ['-movflags', '+frag_keyframe+empty_moov+default_base_moof'],
    });
    for (const part of [0.35, 0.5, 0.77, 0.99]) {
      const cut = new Blob([Uint8Array.from(pieces.subarray(0, Math.floor(pieces.length * part)))]);
      const whole = await salvage(cut);
      const { durationSeconds } = await inspectMedia(whole);
      expect(durationSeconds).toBeGreaterThanOrEqual(1);
      expect(durationSeconds).toBeLessThanOrEqual(5);
      expect(whole.size).toBeLessThanOrEqual(cut.size);
    }
  });
});
