import { describe, expect, it } from 'vitest';
import { checkCaptions } from './checks.ts';
import type { Caption } from './model.ts';

const codes = (...captions: Caption[]) => checkCaptions(captions).map((finding) => finding.code);
const one = (text: string, start = 0, end = 4): Caption => ({ start, end, text });

describe('caption limits', () => {
  it('has nothing to say about a good caption', () => {
    expect(codes(one('欢迎来到读书会', 0, 2), one('今天我们读《背影》', 2.08, 5))).toEqual([]);
  });

  it('allows 16 characters and two lines, and no more', () => {
    expect(codes(one('一二三四五六七八九十一二三四五六'))).toEqual([]);
    expect(codes(one('一二三四五六七八九十一二三四五六七'))).toEqual(['caption-line-long']);
    expect(codes(one('一\n二\n三'))).toEqual(['caption-lines']);
  });

  it('warns above 5 characters a second, and above 9 or, with sounds, 11 says so plainly', () => {
    expect(codes(one('一二三四五六七八九十', 0, 2))).toEqual([]);
    expect(codes(one('一二三四五六七八九十一', 0, 2))).toEqual(['caption-fast']);
    expect(codes(one('一二三四五六七八九十', 0, 1))).toEqual(['caption-too-fast']);
    expect(codes(one('［铃声］二三四五六七', 0, 1))).toEqual(['caption-fast']);
    expect(codes(one('［铃声］二三四五六七八九', 0, 1))).toEqual(['caption-too-fast']);
  });

  it('wants 5/6 to 7 seconds, kept in milliseconds or not', () => {
    expect(codes(one('好', 0, 0.833))).toEqual([]);
    expect(codes(one('好', 0, 0.8))).toEqual(['caption-short']);
    expect(codes(one('好', 0, 7.1))).toEqual(['caption-long']);
  });

  it('wants two frames between captions and no overlap, except for two who speak at once', () => {
    expect(codes(one('好', 0, 2), one('好', 2.08, 4))).toEqual([]);
    expect(codes(one('好', 0, 2), one('好', 2.04, 4))).toEqual(['caption-gap']);
    expect(codes(one('好', 0, 2), one('好', 1.5, 4))).toEqual(['caption-overlap']);
    expect(codes(one('好', 0, 2), one('好', 0, 2))).toEqual([]);
    expect(checkCaptions([one('好', 0, 2), one('好', 2.04, 4)], { framesPerSecond: 50 })).toEqual([]);
  });

  it('wants no full stop or comma at a line’s end, but lets questions and ellipses be', () => {
    expect(checkCaptions([one('你好，\n我们读书')])).toMatchObject([
      { code: 'caption-end-mark', severity: 'warning', index: 0, params: { mark: '，' } },
    ]);
    expect(codes(one('好吗？'), one('等等……', 5, 8))).toEqual([]);
  });

  it('wants sounds in ［ ］', () => {
    expect(codes(one('(掌声)'))).toEqual(['caption-sound-brackets']);
    expect(codes(one('［掌声］'))).toEqual([]);
  });
});
