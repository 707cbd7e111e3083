/** What the camera really gives, measured on its frames: how many a second, and how light they are. */
import { useEffect, useState } from 'preact/hooks';

export interface FrameFacts {
  readonly width: number;
  readonly height: number;
  /** Null until it was measured for two seconds. */
  readonly frameRate: number | null;
  readonly light: 'dark' | 'ok' | 'bright' | null;
}

const windowMs = 2000;
const sample = { width: 64, height: 36 };

export function useFrameWatch(video: HTMLVideoElement | null): FrameFacts | null {
  const [facts, setFacts] = useState<FrameFacts | null>(null);
  useEffect(() => {
    if (!video) return;
    const canvas = document.createElement('canvas');
    canvas.width = sample.width;
    canvas.height = sample.height;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    let frames = 0;
    let presented = 0;
    let sinceMs = 0;
    let asked = 0;
    const onFrame: VideoFrameRequestCallback = (now, { presentedFrames }) => {
      if (sinceMs === 0) {
        sinceMs = now;
        presented = presentedFrames;
      }
      frames += 1;
      if (now - sinceMs >= windowMs) {
        // Frames shown count too where this callback was too slow for them.
        const count = Math.max(frames - 1, presentedFrames - presented);
        context?.drawImage(video, 0, 0, sample.width, sample.height);
        const pixels = context?.getImageData(0, 0, sample.width, sample.height).data;
        setFacts({
          width: video.videoWidth,
          height: video.videoHeight,
          frameRate: Math.round((count * 1000) / (now - sinceMs)),
          light: pixels ? lightOf(pixels) : null,
        });
        frames = 0;
        sinceMs = 0;
      }
      asked = video.requestVideoFrameCallback(onFrame);
    };
    asked = video.requestVideoFrameCallback(onFrame);
    return () => video.cancelVideoFrameCallback(asked);
  }, [video]);
  return facts;
}

/** By the middle of the brightness (Rec. 709); hands and face blanch long before the whole picture does. */
export function lightOf(pixels: Uint8ClampedArray): 'dark' | 'ok' | 'bright' {
  let sum = 0;
  let white = 0;
  const count = pixels.length / 4;
  for (let at = 0; at < pixels.length; at += 4) {
    const light =
      0.2126 * (pixels[at] ?? 0) + 0.7152 * (pixels[at + 1] ?? 0) + 0.0722 * (pixels[at + 2] ?? 0);
    sum += light;
    if (light > 250) white += 1;
  }
  if (sum / count < 50) return 'dark';
  return white / count > 0.4 ? 'bright' : 'ok';
}
