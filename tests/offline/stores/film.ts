/** A film whose grey says what time it is, and whose noise makes it longer than two chunks. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const FILM_SECONDS = 20;

/** Of 255, at a time: video levels drawn as the page draws them. */
export const greyAt = (seconds: number): number => ((seconds * 10) / 219) * 255;

export interface Film {
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** Null where ffmpeg is missing. */
export function renderFilm(): Film | null {
  const file = path.join(tmpdir(), `same-page-film-${process.pid}.mp4`);
  const length = `d=${FILM_SECONDS}:r=25`;
  const graph = [
    `color=black:s=320x90:${length},format=yuv420p,geq=lum='16+T*10':cb=128:cr=128[above]`,
    `color=gray:s=320x90:${length},format=yuv420p,noise=alls=100:allf=t[below]`,
    '[above][below]vstack',
  ].join(';');
  const codec = '-c:v libx264 -preset ultrafast -crf 16 -g 25 -pix_fmt yuv420p -movflags +faststart'.split(
    ' ',
  );
  const run = spawnSync('ffmpeg', ['-v', 'error', '-y', '-filter_complex', graph, ...codec, file]);
  if (run.status !== 0) return null;
  const bytes = readFileSync(file);
  rmSync(file);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
