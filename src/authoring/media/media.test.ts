import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasFfmpeg, makeClip } from './fixtures.ts';
import { inspectMedia, type MediaFacts } from './inspect.ts';
import { judgeMedia, type MediaUse } from './judge.ts';
import { MediaError } from './media-error.ts';
import type { MediaInput } from './media-file.ts';
import { describeMediaProblem } from './problem-text.ts';
import { repairMedia } from './repair.ts';

if (!hasFfmpeg) console.warn('SKIPPED: ffmpeg is not on this machine, so no media can be made to test with');

const errorOf = async (media: MediaInput): Promise<string> => {
  try {
    await inspectMedia(media);
    return 'none';
  } catch (error) {
    return error instanceof MediaError ? error.code : String(error);
  }
};

const judged = (facts: MediaFacts, use: MediaUse) =>
  judgeMedia(facts, use).map(({ code, action }) => `${action} ${code}`);
const judge = async (media: Uint8Array, use: MediaUse) => judged(await inspectMedia(media), use);

describe('files that are no media', () => {
  it('are told apart: empty, missing, a web page called .mp4', async () => {
    expect(await errorOf(new Uint8Array())).toBe('media-empty');
    expect(await errorOf(join(import.meta.dirname, 'nowhere.mp4'))).toBe('media-missing');
    expect(await errorOf(new TextEncoder().encode('<!doctype html><title>登录</title>'))).toBe(
      'media-not-media',
    );
    expect(await errorOf(Uint8Array.from({ length: 5000 }, (_, i) => (i * 37) % 251))).toBe(
      'media-not-media',
    );
  });
});

describe.skipIf(!hasFfmpeg)('media of all kinds', { timeout: 60_000 }, () => {
  it('a prepared sign video passes without a word', async () => {
    const facts = await inspectMedia(makeClip());
    expect(facts).toMatchObject({
      kind: 'video',
      container: 'mp4',
      mimeType: 'video/mp4',
      width: 1280,
      height: 720,
      frameRate: 25,
      videoCodec: 'avc',
      audioCodec: null,
      hasAudio: false,
      moovFirst: true,
    });
    expect(facts.durationSeconds).toBeCloseTo(2, 1);
    expect(facts.maxKeyFrameGapSeconds).toBeCloseTo(1, 2);
    expect(judged(facts, 'sign')).toEqual([]);
  });

  it('facts are the same from bytes, from a picked file and from disk', async () => {
    const bytes = makeClip({ seconds: 1, sound: true });
    expect(await inspectMedia(new Blob([Uint8Array.from(bytes)]))).toEqual(await inspectMedia(bytes));
  });

  it('refuses a sign video of too few frames or pixels, and tells size and speed above what is needed', async () => {
    expect(await judge(makeClip({ frameRate: 15, seconds: 1 }), 'sign')).toEqual(['refuse frame-rate-low']);
    expect(await judge(makeClip({ size: '640x480', seconds: 1 }), 'sign')).toEqual(['refuse picture-small']);
    expect(await judge(makeClip({ size: '2560x1440', seconds: 1 }), 'sign')).toContain(
      'refuse picture-large',
    );
    expect(await judge(makeClip({ size: '1920x1080', seconds: 1 }), 'sign')).toEqual([
      'warn picture-larger-than-needed',
    ]);
    expect(await judge(makeClip({ frameRate: 60, seconds: 1 }), 'sign')).toEqual(['warn frame-rate-high']);
    expect(await judge(makeClip({ size: '720x1280', seconds: 1 }), 'sign')).toEqual([]);
  });

  it('only warns where a film is small, or a stand-in', async () => {
    const facts = await inspectMedia(makeClip({ size: '640x480', seconds: 1 }));
    expect(judged(facts, 'film')).toEqual(['warn picture-small']);
    expect(judgeMedia(facts, 'sign', { placeholder: true })).toMatchObject([
      { code: 'picture-small', action: 'warn' },
    ]);
  });

  it('warns when key frames are further apart than a second', async () => {
    const far = makeClip({ seconds: 5, keyFrameEvery: 100, extra: ['-sc_threshold', '0'] });
    expect(judgeMedia(await inspectMedia(far), 'sign')).toEqual([
      { code: 'key-frames-far', action: 'warn', params: { seconds: 4 } },
    ]);
  });

  it('repairs the index and the sound of a sign video without touching a frame', async () => {
    const phone = makeClip({ sound: true, extra: ['-movflags', '0'] });
    const before = await inspectMedia(phone);
    expect(before).toMatchObject({ moovFirst: false, hasAudio: true, audioCodec: 'aac' });
    expect(judged(before, 'sign')).toEqual(['repair index-last', 'repair sign-has-audio']);
    const after = await inspectMedia(await repairMedia(phone, { stripAudio: true }));
    expect(after).toMatchObject({
      moovFirst: true,
      hasAudio: false,
      videoCodecParameter: before.videoCodecParameter,
    });
    expect(after.durationSeconds).toBeCloseTo(before.durationSeconds, 1);
    expect(after.frameRate).toBe(before.frameRate);
    expect(judged(after, 'sign')).toEqual([]);
  });

  it.each(['mov', 'mkv', 'ts'] as const)(
    'puts H.264 from %s into MP4, sound kept for a film',
    async (type) => {
      const bytes = makeClip({ type, sound: true, seconds: 1, extra: ['-c:a', 'aac'] });
      const before = await inspectMedia(bytes);
      expect(judgeMedia(before, 'film')).toContainEqual({
        code: 'container',
        action: 'repair',
        params: { container: type },
      });
      const after = await inspectMedia(await repairMedia(bytes, { stripAudio: false }));
      expect(after).toMatchObject({ container: 'mp4', moovFirst: true, hasAudio: true, frameRate: 25 });
      expect(judged(after, 'film')).toEqual([]);
    },
  );

  it('joins what a browser recorded in pieces', async () => {
    const pieces = makeClip({ extra: ['-movflags', '+frag_keyframe+empty_moov'] });
    expect(await judge(pieces, 'sign')).toEqual(['repair fragmented']);
    const after = await inspectMedia(await repairMedia(pieces, { stripAudio: true }));
    expect(after).toMatchObject({ isFragmented: false, moovFirst: true });
  });

  it('keeps the times of a video that does not begin at 0', async () => {
    const late = makeClip({ type: 'mkv', seconds: 2, extra: ['-output_ts_offset', '0.4'] });
    const after = await inspectMedia(await repairMedia(late, { stripAudio: true }));
    expect(after.durationSeconds).toBeCloseTo(2.4, 1);
  });

  it('refuses what some tablets cannot play: WebM, HEVC, ten bits', async () => {
    const webm = makeClip({
      type: 'webm',
      videoCodec: 'libvpx',
      size: '1280x720',
      seconds: 0.5,
      extra: ['-deadline', 'realtime', '-cpu-used', '8'],
    });
    expect(judgeMedia(await inspectMedia(webm), 'sign')[0]).toEqual({
      code: 'video-codec',
      action: 'refuse',
      params: { codec: 'vp8' },
    });
    const hevc = makeClip({
      videoCodec: 'libx265',
      seconds: 0.5,
      extra: ['-x265-params', 'log-level=none:pools=1'],
    });
    expect(await judge(hevc, 'film')).toContain('refuse video-codec');
    const tenBits = makeClip({ seconds: 0.5, extra: ['-pix_fmt', 'yuv422p'] });
    expect(await judge(tenBits, 'sign')).toContain('refuse video-profile');
  });

  it('notices a file that was cut off, wherever its index is', async () => {
    for (const options of [{}, { extra: ['-movflags', '0'] }, { type: 'mkv' }] as const) {
      const whole = makeClip({ ...options, seconds: 1 });
      expect(await errorOf(whole.subarray(0, Math.floor(whole.length * 0.6)))).toBe('media-damaged');
    }
  });

  it('takes M4A and MP3 as recitation, and nothing that has a picture or another codec', async () => {
    const m4a = makeClip({ type: 'm4a', picture: false, sound: true });
    expect(await inspectMedia(m4a)).toMatchObject({
      kind: 'audio',
      mimeType: 'audio/mp4',
      audioCodec: 'aac',
      width: 0,
    });
    expect(await judge(m4a, 'audio')).toEqual([]);
    const mp3 = makeClip({ type: 'mp3', picture: false, sound: true });
    expect(await inspectMedia(mp3)).toMatchObject({
      container: 'mp3',
      mimeType: 'audio/mpeg',
      moovFirst: null,
    });
    expect(await judge(mp3, 'audio')).toEqual([]);
    // What a browser without an AAC encoder makes of its own recording: large, and played everywhere.
    const wav = makeClip({ type: 'wav', picture: false, sound: true });
    expect(judgeMedia(await inspectMedia(wav), 'audio')).toEqual([
      { code: 'audio-uncompressed', action: 'warn', params: { megabytes: 1 } },
    ]);
    const vorbis = makeClip({ type: 'ogg', picture: false, sound: true });
    expect((await judge(vorbis, 'audio'))[0]).toMatch(/^refuse audio-codec/u);
    expect(await judge(makeClip({ sound: true, seconds: 1 }), 'audio')).toEqual(['refuse audio-has-video']);
    expect(await judge(makeClip({ seconds: 1 }), 'audio')).toEqual(['refuse audio-missing']);
    expect(await judge(mp3, 'sign')).toEqual(['refuse video-missing']);
  });

  it('says each in a sentence with its cure, in both languages', async () => {
    const [finding] = judgeMedia(await inspectMedia(makeClip({ frameRate: 15, seconds: 1 })), 'sign');
    if (!finding) throw new Error('a slow video must be found');
    expect(describeMediaProblem(finding.code, finding.params)).toMatch(/只有 15 帧.*至少 25 帧重新录制/u);
    expect(describeMediaProblem(finding.code, finding.params, 'en')).toMatch(/Only 15 frames.*at least 25/u);
    expect(describeMediaProblem('video-codec', { codec: 'hevc' })).toContain('HEVC');
  });
});

const sign = join(process.cwd(), '../shared/data/sign');
const isMissing = !existsSync(sign);
if (isMissing) console.warn('SKIPPED: ../shared/data/sign is not on this machine');

describe.skipIf(isMissing)('real sign videos', { timeout: 60_000 }, () => {
  it.each(['cuento2', 'violin-perdido', 'grillos'])(
    'lsu/%s: index last and sound are repaired, 1080p is said',
    async (name) => {
      const path = join(sign, 'lsu', `${name}.mp4`);
      const facts = await inspectMedia(path);
      expect(facts).toEqual(await inspectMedia(new Uint8Array(readFileSync(path))));
      expect(facts).toMatchObject({ width: 1920, height: 1080, hasAudio: true, moovFirst: false });
      const findings = judged(facts, 'sign');
      expect(findings).toEqual(
        expect.arrayContaining([
          'repair index-last',
          'repair sign-has-audio',
          'warn picture-larger-than-needed',
        ]),
      );
      expect(findings.filter((finding) => finding.startsWith('refuse'))).toEqual([]);
      const repaired = await inspectMedia(await repairMedia(path, { stripAudio: true }));
      expect(repaired).toMatchObject({ hasAudio: false, moovFirst: true, frameRate: facts.frameRate });
      expect(judged(repaired, 'sign').some((finding) => finding.startsWith('repair'))).toBe(false);
    },
  );

  it('bloom: short webcam clips are too small for a sign track and will do for a word', async () => {
    const facts = await inspectMedia(join(sign, 'bloom/Crow.mp4'));
    expect(judged(facts, 'sign')).toContain('refuse picture-small');
    expect(judged(facts, 'term').filter((finding) => finding.startsWith('refuse'))).toEqual([]);
  });

  it('narration in MP3 is let in', async () => {
    expect(judged(await inspectMedia(join(sign, 'lsu/cuento2.mp3')), 'audio')).toEqual([]);
  });
});
