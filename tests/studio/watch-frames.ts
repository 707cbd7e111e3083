/** What the camera took when, by its own clock, for tests that ask which frame was there at a tap. */

export interface SeenFrames {
  readonly frames: { readonly ms: number; readonly values: readonly number[] }[];
  readonly taps: number[];
}
declare global {
  interface Window {
    seenFrames: SeenFrames;
  }
}

/** In the page: what the camera took when, by its own clock, and when keys came down. */
export function watchFrames(places: readonly { readonly x: number; readonly y: number }[]): void {
  const seen: SeenFrames = { frames: [], taps: [] };
  window.seenFrames = seen;
  const video = document.querySelector('video');
  const canvas = document.createElement('canvas');
  canvas.width = 1280;
  canvas.height = 2;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const middle = places[0]?.y ?? 0;
  const onFrame: VideoFrameRequestCallback = (now, { captureTime }) => {
    if (video && context) {
      context.drawImage(video, 0, middle, 1280, 2, 0, 0, 1280, 2);
      const { data } = context.getImageData(0, 0, 1280, 1);
      seen.frames.push({ ms: captureTime ?? now, values: places.map(({ x }) => data[x * 4] ?? 0) });
    }
    video?.requestVideoFrameCallback(onFrame);
  };
  video?.requestVideoFrameCallback(onFrame);
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === ' ') seen.taps.push(event.timeStamp);
    },
    { capture: true },
  );
}
