/** Small media made by ffmpeg for tests; nothing binary is kept in the repository. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasFfmpeg = ['/usr/bin/ffmpeg', '/usr/local/bin/ffmpeg', '/opt/homebrew/bin/ffmpeg'].some(
  existsSync,
);

export interface ClipOptions {
  /** File name ending, which chooses the container. */
  readonly type?: 'mp4' | 'mov' | 'webm' | 'mkv' | 'm4a' | 'mp3' | 'ogg' | 'wav' | 'ts';
  readonly size?: string;
  readonly frameRate?: number;
  readonly seconds?: number;
  /** Frames between key frames. */
  readonly keyFrameEvery?: number;
  readonly sound?: boolean;
  readonly picture?: boolean;
  readonly videoCodec?: string;
  /** More ffmpeg output options. */
  readonly extra?: readonly string[];
}

/** A test picture, and a tone where sound is asked for. Index first unless `extra` says otherwise. */
export function makeClip(options: ClipOptions = {}): Uint8Array {
  const { type = 'mp4', size = '1280x720', frameRate = 25, seconds = 2, keyFrameEvery = frameRate } = options;
  const { sound = false, picture = true, videoCodec = 'libx264', extra = [] } = options;
  const folder = mkdtempSync(join(tmpdir(), 'same-page-clip-'));
  const file = join(folder, `clip.${type}`);
  const inputs = [
    ...(picture ? ['-f', 'lavfi', '-i', `testsrc=size=${size}:rate=${frameRate}:duration=${seconds}`] : []),
    ...(sound ? ['-f', 'lavfi', '-i', `sine=duration=${seconds}`] : []),
  ];
  const fast = videoCodec === 'libx264' || videoCodec === 'libx265' ? ['-preset', 'ultrafast'] : [];
  const video = picture
    ? ['-c:v', videoCodec, '-pix_fmt', 'yuv420p', '-g', String(keyFrameEvery), '-threads', '1', ...fast]
    : [];
  const index = ['mp4', 'm4a', 'mov'].includes(type) ? ['-movflags', '+faststart'] : [];
  try {
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...inputs, ...video, ...index, ...extra, file]);
    return new Uint8Array(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
