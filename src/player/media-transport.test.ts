// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeVideo } from './fake-video.ts';
import { createMediaTransport } from './media-transport.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(readyState = 4) {
  const frames: number[] = [];
  const ended = vi.fn<() => void>();
  const transport = createMediaTransport(
    { frame: ({ seconds }) => frames.push(seconds), ended },
    { kind: 'sign' },
  );
  const video = createFakeVideo(60, readyState);
  return { transport, video, frames, ended };
}

describe('one medium', () => {
  it('keeps a seek until the medium can be seeked', () => {
    const { transport, video } = open(0);
    transport.attach(video.element);
    transport.seek(5);
    transport.seek(12);
    expect(video.seeks).toEqual([]);
    video.data(4);
    video.element.dispatchEvent(new Event('loadedmetadata'));
    expect(video.seeks).toEqual([12]);
  });

  it('goes on at the same place and speed in another element', () => {
    const { transport, video } = open();
    transport.attach(video.element);
    transport.setSpeed(0.75);
    transport.play();
    video.present(8);
    const other = createFakeVideo();
    transport.attach(null);
    transport.attach(other.element);
    expect(other.seeks).toEqual([8]);
    expect(other.element.playbackRate).toBe(0.75);
    expect(other.element.paused).toBe(false);
  });

  it('says what it waits for, but not for the blink of a seek', () => {
    const { transport, video } = open();
    transport.attach(video.element);
    transport.play();
    video.data(2);
    vi.advanceTimersByTime(200);
    expect(transport.waiting.value).toBeNull();
    vi.advanceTimersByTime(300);
    expect(transport.waiting.value).toBe('sign');
    video.data(4);
    expect(transport.waiting.value).toBeNull();
  });

  it('shows 播放 again when the browser refuses to start without a tap, and that is no problem', async () => {
    const { transport, video } = open();
    transport.attach(video.element);
    video.refuse();
    transport.play();
    await vi.advanceTimersByTimeAsync(1);
    expect(transport.playing.value).toBe(false);
    expect(transport.problem.value).toBeNull();
  });

  it('a broken file is a problem, and trying again goes on where it was', () => {
    const { transport, video } = open();
    transport.attach(video.element);
    transport.play();
    video.present(8);
    video.fail();
    expect(transport.problem.value).toBe('cannot-play');
    expect(transport.playing.value).toBe(false);
    transport.retry();
    video.element.dispatchEvent(new Event('loadedmetadata'));
    expect(transport.problem.value).toBeNull();
    expect(video.seeks.at(-1)).toBe(8);
    expect(video.element.paused).toBe(false);
  });

  it('reports the end', () => {
    const { transport, video, ended } = open();
    transport.attach(video.element);
    transport.play();
    video.present(60);
    video.element.dispatchEvent(new Event('ended'));
    expect(ended).toHaveBeenCalledOnce();
    expect(transport.ended.value).toBe(true);
    transport.seek(3);
    expect(transport.ended.value).toBe(false);
  });
});
