// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { filmMap } from '../core/sync/film.ts';
import { createFakeVideo } from './fake-video.ts';
import { createFilmTransport } from './film-sync.ts';
import type { Frame } from './transport.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open({ filmOffset = 0, signSeconds = 60, signData = 4 } = {}) {
  const frames: Frame[] = [];
  const ended = vi.fn<() => void>();
  const transport = createFilmTransport(
    { frame: (frame) => frames.push(frame), ended },
    { map: filmMap([], { cues: [], filmOffset }) },
  );
  const film = createFakeVideo(60);
  const sign = createFakeVideo(signSeconds, signData);
  transport.attachFilm(film.element);
  transport.attachSign(sign.element);
  for (const video of [film, sign]) video.element.dispatchEvent(new Event('loadedmetadata'));
  return { transport, film, sign, frames, ended };
}

describe('a film and its sign video', () => {
  it('start together', () => {
    const { transport, film, sign } = open();
    transport.play();
    expect([film.element.paused, sign.element.paused]).toEqual([false, false]);
  });

  it('a sign video that stalls holds the film, says so, and both go on together', () => {
    const { transport, film, sign } = open();
    transport.play();
    film.present(2);
    sign.present(2);
    sign.data(2);
    expect([film.element.paused, sign.element.paused]).toEqual([true, true]);
    expect(transport.waiting.value).toBeNull();
    vi.advanceTimersByTime(600);
    expect(transport.waiting.value).toBe('sign');
    expect(transport.playing.value).toBe(true);
    sign.data(4);
    vi.advanceTimersByTime(200);
    expect([film.element.paused, sign.element.paused]).toEqual([false, false]);
    expect(transport.waiting.value).toBeNull();
    expect(film.seeks).toEqual([]);
  });

  it('a film that stalls holds its sign video', () => {
    const { transport, film, sign } = open();
    transport.play();
    film.data(2);
    expect(sign.element.paused).toBe(true);
  });

  it('wait for each other at the start', () => {
    const { transport, film, sign } = open({ signData: 1 });
    transport.play();
    expect(film.element.paused).toBe(true);
    expect(transport.playing.value).toBe(true);
    sign.data(4);
    expect([film.element.paused, sign.element.paused]).toEqual([false, false]);
  });

  it('go to the same place, the sign video by its own clock', () => {
    const { transport, film, sign } = open({ filmOffset: 1.5 });
    transport.seek(10);
    expect(film.seeks.at(-1)).toBe(10);
    expect(sign.seeks.at(-1)).toBe(11.5);
  });

  it('a failing sign video leaves the film playing alone', () => {
    const { transport, film, sign } = open();
    transport.play();
    sign.fail();
    vi.advanceTimersByTime(200);
    expect(transport.signProblem.value).toBe('cannot-play');
    expect(transport.problem.value).toBeNull();
    expect(film.element.paused).toBe(false);
  });

  it('the film is never corrected; the sign video is nudged by its rate, not by seeking', () => {
    const { transport, film, sign } = open();
    transport.play();
    const seeksBefore = sign.seeks.length;
    for (let index = 1; index <= 25; index += 1) {
      film.present(index * 0.04, index * 40);
      // 100 ms behind.
      sign.present(index * 0.04 - 0.1, index * 40);
    }
    expect(sign.element.playbackRate).toBeGreaterThan(1);
    expect(sign.element.playbackRate).toBeLessThanOrEqual(1.08);
    expect(film.element.playbackRate).toBe(1);
    expect(sign.seeks.length).toBe(seeksBefore);
  });

  it('writes the rate rarely', () => {
    const { transport, film, sign } = open();
    transport.play();
    for (let index = 1; index <= 250; index += 1) {
      film.present(index * 0.04, index * 40);
      sign.present(index * 0.04 + (index % 2) * 0.008, index * 40);
    }
    expect(sign.rates).toEqual([]);
  });

  it('learns how far apart they start and lets the later one go first the next time', () => {
    const { transport, film, sign } = open();
    transport.play();
    for (let index = 1; index <= 8; index += 1) {
      film.present(index * 0.04, index * 40);
      sign.present(index * 0.04 + 0.1, index * 40);
    }
    transport.seek(20);
    expect([film.element.paused, sign.element.paused]).toEqual([false, true]);
    vi.advanceTimersByTime(70);
    expect(sign.element.paused).toBe(false);
  });

  it('the film goes on when its signing is over, and lets a longer signing finish', () => {
    const short = open({ signSeconds: 5 });
    short.transport.play();
    short.film.present(4.97);
    expect(short.sign.element.paused).toBe(true);
    expect(short.film.element.paused).toBe(false);

    const long = open({ signSeconds: 63 });
    long.transport.play();
    long.film.present(60);
    long.sign.present(60);
    long.film.element.dispatchEvent(new Event('ended'));
    expect(long.ended).not.toHaveBeenCalled();
    long.sign.element.dispatchEvent(new Event('ended'));
    expect(long.ended).toHaveBeenCalledOnce();
    expect(long.transport.playing.value).toBe(false);
  });

  it('plays on without the sign video where it is not wanted, and takes it back in at the right place', () => {
    const { transport, film, sign } = open();
    transport.play();
    transport.setSignWanted(false);
    expect(sign.element.paused).toBe(true);
    film.present(12);
    expect(film.element.paused).toBe(false);
    transport.setSignWanted(true);
    expect(sign.seeks.at(-1)).toBe(12);
    expect(sign.element.paused).toBe(false);
  });

  it('shows 播放 again when the browser refuses to start without a tap', async () => {
    const { transport, film } = open();
    film.refuse();
    transport.play();
    await vi.advanceTimersByTimeAsync(1);
    expect(transport.playing.value).toBe(false);
  });

  it('both follow the chosen speed', () => {
    const { transport, film, sign } = open();
    transport.setSpeed(0.75);
    expect([film.element.playbackRate, sign.element.playbackRate]).toEqual([0.75, 0.75]);
  });
});
