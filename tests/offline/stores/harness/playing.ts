/** Registers the product's own service worker, and plays a video through it. */
export async function waitForWorker(): Promise<boolean> {
  await navigator.serviceWorker.register('/sw.js');
  await navigator.serviceWorker.ready;
  return navigator.serviceWorker.controller !== null;
}

function once(video: HTMLVideoElement, event: string, seconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () =>
        reject(new Error(`no ${event} in ${seconds} s, at ${video.currentTime}, ready ${video.readyState}`)),
      seconds * 1000,
    );
    video.addEventListener(
      event,
      () => {
        clearTimeout(late);
        resolve();
      },
      { once: true },
    );
    video.addEventListener('error', () => reject(new Error(`${video.error?.code} ${video.error?.message}`)), {
      once: true,
    });
  });
}

/** The grey of the film's upper half, which grows with time. */
function greyOf(video: HTMLVideoElement): number {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(video, 0, 0, video.videoWidth, video.videoHeight / 3, 0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data[0] ?? -1;
}

/** @param expected The grey at each of `seconds`: it is waited for, since a busy engine says `seeked` before it has drawn. */
export async function playAndSeek(url: string, seconds: readonly number[], expected: readonly number[]) {
  const video = document.querySelector('video');
  if (!video) throw new Error('no video');
  video.muted = true;
  video.preload = 'auto';
  const canStart = once(video, 'canplay', 20);
  video.src = url;
  await canStart;
  const hasMoved = once(video, 'timeupdate', 10);
  await video.play();
  await hasMoved;
  video.pause();
  const greys: number[] = [];
  for (const [index, at] of seconds.entries()) {
    const seeked = once(video, 'seeked', 20);
    video.currentTime = at;
    await seeked;
    const isThere = (): boolean => Math.abs(greyOf(video) - (expected[index] ?? 0)) < 15;
    for (let wait = 0; wait < 100 && !isThere(); wait++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    greys.push(greyOf(video));
  }
  return { duration: video.duration, greys };
}
