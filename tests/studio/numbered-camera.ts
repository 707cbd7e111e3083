/** A camera whose every frame bears its number, for tests that ask which moment was recorded. */
import { execFileSync } from 'node:child_process';

const bits = 11;
const box = { size: 80, top: 320 };

/** An MJPEG file for `--use-file-for-fake-video-capture`: 30 frames a second, numbers as a row of white squares. */
export function makeNumberedCamera(place: string, seconds: number): void {
  const boxes = Array.from(
    { length: bits },
    (_, bit) =>
      `drawbox=x=${40 + bit * 110}:y=${box.top}:w=${box.size}:h=${box.size}:color=white:t=fill:enable='mod(floor(n/${2 ** bit})\\,2)'`,
  );
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-f',
    'lavfi',
    '-i',
    `color=gray:size=1280x720:rate=30:duration=${seconds}`,
    '-vf',
    boxes.join(','),
    '-c:v',
    'mjpeg',
    '-q:v',
    '5',
    '-pix_fmt',
    'yuvj420p',
    place,
  ]);
}

/** The number in a picture of brightnesses, given as a row of one value a square. */
export function numberOf(row: ArrayLike<number>): number {
  return Array.from({ length: bits }, (_, bit) => ((row[bit] ?? 0) > 190 ? 2 ** bit : 0)).reduce(
    (a, b) => a + b,
    0,
  );
}

/** Where each square's middle lies, in pixels of 1280 × 720. */
export const squares = Array.from({ length: bits }, (_, bit) => ({
  x: 40 + bit * 110 + box.size / 2,
  y: box.top + box.size / 2,
}));

export interface NumberedFrame {
  readonly seconds: number;
  readonly number: number;
}

/** Every frame of a recording: when it is shown, and which it was. */
export function readNumberedFrames(place: string): NumberedFrame[] {
  const times = execFileSync(
    'ffprobe',
    [
      '-v',
      'error',
      '-select_streams',
      'v',
      '-show_entries',
      'frame=best_effort_timestamp_time',
      '-of',
      'csv=p=0',
      place,
    ],
    { encoding: 'utf8', maxBuffer: 64e6 },
  )
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [Number.parseFloat(line)]));
  const width = 1280;
  // One line of the picture, through the squares' middles.
  const pixels = execFileSync(
    'ffmpeg',
    [
      '-v',
      'error',
      '-i',
      place,
      '-vf',
      `crop=${width}:2:0:${box.top + box.size / 2}`,
      '-fps_mode',
      'passthrough',
      '-f',
      'rawvideo',
      '-pix_fmt',
      'gray',
      '-',
    ],
    // Frames come at uneven times, of which the raw format complains.
    { maxBuffer: 512e6, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return times.map((seconds, i) => ({
    seconds,
    number: numberOf(squares.map(({ x }) => pixels[i * width * 2 + x] ?? 0)),
  }));
}
