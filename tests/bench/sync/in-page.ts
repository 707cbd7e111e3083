/**
 * What is measured inside the page, independently of the player: both videos' presented frames, compared at the same
 * instant. Handed to the page as source, so nothing here may be imported.
 */
export interface Meter {
  /** ms and seconds: every comparison so far, signing − film. */
  readonly offsets: { readonly atMs: number; readonly seconds: number }[];
  readonly signSeeksAtMs: number[];
  /** Frames presented by each, since the start. */
  readonly frames: { film: number; sign: number };
  /** Chooses a sentence and resolves to ms until its frame is on the screen, in every video that is shown. */
  tap(selector: string): Promise<number>;
}

declare global {
  interface Window {
    meter: Meter;
  }
}

/** @param filmOffset seconds to add to a film time to get the sign time. */
export function installMeter(filmOffset: number): void {
  const film = document.querySelector<HTMLVideoElement>('[data-film] video');
  const videos = [...document.querySelectorAll('video')];
  const sign = videos.find((video) => video !== film);
  const offsets: { atMs: number; seconds: number }[] = [];
  const signSeeksAtMs: number[] = [];
  const frames = { film: 0, sign: 0 };
  const latest: { film?: VideoFrameCallbackMetadata; sign?: VideoFrameCallbackMetadata } = {};

  function watch(name: 'film' | 'sign', video: HTMLVideoElement): void {
    const onFrame = (_now: number, frame: VideoFrameCallbackMetadata): void => {
      latest[name] = frame;
      frames[name] += 1;
      if (name === 'sign') compare();
      video.requestVideoFrameCallback(onFrame);
    };
    video.requestVideoFrameCallback(onFrame);
  }

  function compare(): void {
    if (!film || !sign || film.paused || sign.paused || film.seeking || sign.seeking) return;
    if (!latest.film || !latest.sign) return;
    const apartMs = latest.sign.expectedDisplayTime - latest.film.expectedDisplayTime;
    if (Math.abs(apartMs) > 100) return;
    const filmSeconds = latest.film.mediaTime + (apartMs / 1000) * film.playbackRate;
    const seconds = latest.sign.mediaTime - filmSeconds - filmOffset;
    offsets.push({ atMs: performance.now(), seconds });
  }

  if (film && sign) {
    watch('film', film);
    watch('sign', sign);
  }
  sign?.addEventListener('seeking', () => signSeeksAtMs.push(performance.now()));

  /** The first frame after the seek to where the element has been sent. */
  function arrival(video: HTMLVideoElement, startMs: number): Promise<number> {
    return new Promise((resolve) => {
      const target = video.currentTime;
      const onFrame = (_now: number, frame: VideoFrameCallbackMetadata): void => {
        const isThere = frame.mediaTime > target - 0.07 && frame.mediaTime < target + 0.5;
        if (isThere) resolve(frame.expectedDisplayTime - startMs);
        else video.requestVideoFrameCallback(onFrame);
      };
      video.requestVideoFrameCallback(onFrame);
    });
  }

  window.meter = {
    offsets,
    signSeeksAtMs,
    frames,
    async tap(selector) {
      const startMs = performance.now();
      document.querySelector<HTMLElement>(selector)?.click();
      return Math.max(...(await Promise.all(videos.map((video) => arrival(video, startMs)))));
    },
  };
}
