/**
 * Stand-in sign tracks: 720 × 960, 25 frames a second, H.264, key frame every second, index first, no sound.
 * README.md holds the geometry of the strip that lets a test read sentence and frame from the pixels.
 */
import { drawSigner, SIGNER_BOX } from './signer.mjs';
import { ffmpeg, ffmpegFrames } from './ffmpeg.mjs';

export const FRAME_RATE = 25;
const WIDTH = 720;
const HEIGHT = 960;
const BAND = 190;
const CELL = 24;
const STRIP_BITS = 8;
const MOVER_HEIGHT = 12;
const WALL = '#cfdcd8';
const INK = '#1d2b2b';

const SWAY_FRAMES = 100;
const RAISE_FRAMES = 9;
/** A sway lasts about this long. */
const SWAY_SECONDS = 3.6;
const BLINKS = new Set([30, 31, 32]);

const BLACK = 16;
const WHITE = 235;

/** One picture as planar YUV 4:2:0, BT.709. */
async function toYuv(png) {
  return ffmpeg(
    [
      '-f',
      'png_pipe',
      '-i',
      '-',
      '-vf',
      'scale=out_color_matrix=bt709:out_range=tv',
      '-pix_fmt',
      'yuv420p',
      '-f',
      'rawvideo',
      '-',
    ],
    png,
  );
}

function frameSvg(pose) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="${WALL}"/>
<svg x="0" y="${BAND}" width="${WIDTH}" height="${HEIGHT - BAND}" viewBox="${SIGNER_BOX}" preserveAspectRatio="xMidYMax meet">${drawSigner(pose)}</svg></svg>`;
}

function bandSvg(heading) {
  const font = `font-family="Noto Sans CJK SC, PingFang SC, sans-serif" text-anchor="middle" fill="${INK}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${BAND}" lang="zh-Hans"><rect width="${WIDTH}" height="${BAND}" fill="${WALL}"/>
<text x="360" y="124" font-size="84" font-weight="700" ${font}>${heading}</text><text x="360" y="176" font-size="34" ${font}>示例，待手语老师录制</text></svg>`;
}

/** The poses every stand-in is made of, rendered once. */
export async function renderPoses(board) {
  const render = async (pose) => toYuv(await board.png(frameSvg(pose), WIDTH, HEIGHT));
  const raise = [];
  for (let step = 0; step < RAISE_FRAMES; step += 1) {
    raise.push(await render({ raise: step / RAISE_FRAMES, phase: 0 }));
  }
  const sway = [];
  for (let step = 0; step < SWAY_FRAMES; step += 1) {
    sway.push(await render({ raise: 1, phase: (step / SWAY_FRAMES) * 2 * Math.PI, blink: BLINKS.has(step) }));
  }
  const bands = new Map();
  return {
    raise,
    sway,
    async band(heading) {
      const known = bands.get(heading);
      if (known !== undefined) return known;
      const made = await toYuv(await board.png(bandSvg(heading), WIDTH, BAND));
      bands.set(heading, made);
      return made;
    },
  };
}

/** Which rendered pose frame `index` of a span of `count` frames shows: up, drifting, down again. */
function poseAt(poses, index, count) {
  const fromEdge = Math.min(index, count - 1 - index);
  if (fromEdge < RAISE_FRAMES) return poses.raise[fromEdge];
  const span = Math.max(1, count - 2 * RAISE_FRAMES);
  const turns = Math.max(1, Math.round(span / (SWAY_SECONDS * FRAME_RATE)));
  const phase = (((index - RAISE_FRAMES) / span) * turns) % 1;
  return poses.sway[Math.floor(phase * SWAY_FRAMES)];
}

function fillBlock(frame, x, y, width, height, luma) {
  for (let row = y; row < y + height; row += 1) frame.fill(luma, row * WIDTH + x, row * WIDTH + x + width);
}

/** Black out the strip, chroma included, then set its cells. */
function drawStrip(frame, sentence, frameNumber) {
  const rows = CELL + MOVER_HEIGHT;
  frame.fill(BLACK, 0, rows * WIDTH);
  for (const plane of [0, 1]) {
    const start = WIDTH * HEIGHT + plane * ((WIDTH * HEIGHT) / 4);
    frame.fill(128, start, start + (rows / 2) * (WIDTH / 2));
  }
  const bits = (value) => [...Array(STRIP_BITS).keys()].map((bit) => (value >> (STRIP_BITS - 1 - bit)) & 1);
  const sentenceBits = bits(sentence);
  const parity = sentenceBits.reduce((sum, bit) => sum + bit, 0) % 2;
  const cells = [1, 0, ...sentenceBits, parity, 0, ...bits(frameNumber % 256)];
  cells.forEach((bit, cell) => {
    if (bit === 1) fillBlock(frame, cell * CELL, 0, CELL, CELL, WHITE);
  });
  fillBlock(frame, (frameNumber % (WIDTH / CELL)) * CELL, CELL, CELL, MOVER_HEIGHT, WHITE);
}

function copyBand(frame, band) {
  band.copy(frame, 0, 0, WIDTH * BAND);
  const quarter = (WIDTH * BAND) / 4;
  for (const plane of [0, 1]) {
    const from = WIDTH * BAND + plane * quarter;
    band.copy(frame, WIDTH * HEIGHT + plane * ((WIDTH * HEIGHT) / 4), from, from + quarter);
  }
}

/**
 * Writes a stand-in. `spans` are whole frames, in order: `{sentence, heading, start, end}`; before, between and after
 * them the hands rest. The number on screen changes half-way between two spans.
 */
export async function renderSignVideo(poses, { spans, frameCount, file }) {
  const bands = [];
  for (const span of spans) bands.push(await poses.band(span.heading));
  const frame = Buffer.alloc((WIDTH * HEIGHT * 3) / 2);
  function* frames() {
    let current = 0;
    for (let index = 0; index < frameCount; index += 1) {
      const next = spans[current + 1];
      if (next !== undefined && index >= (spans[current].end + next.start) / 2) current += 1;
      const span = spans[current];
      const within = index >= span.start && index < span.end;
      const pose = within ? poseAt(poses, index - span.start, span.end - span.start) : poses.raise[0];
      pose.copy(frame);
      copyBand(frame, bands[current]);
      // A word's clip is shown whole in its card: it has no sentence to name.
      if (span.sentence > 0) drawStrip(frame, span.sentence, index);
      yield Buffer.from(frame);
    }
  }
  await ffmpegFrames(
    [
      [
        '-f',
        'rawvideo',
        '-pix_fmt',
        'yuv420p',
        '-s',
        `${WIDTH}x${HEIGHT}`,
        '-r',
        String(FRAME_RATE),
        '-i',
        '-',
      ],
      ['-c:v', 'libx264', '-preset', 'slow', '-crf', '39', '-bf', '0', '-x264-params', 'ipratio=1.0'],
      ['-g', String(FRAME_RATE), '-keyint_min', String(FRAME_RATE), '-sc_threshold', '0'],
      ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
      ['-threads', '2', '-an', '-movflags', '+faststart', '-map_metadata', '-1', file],
    ],
    frames(),
  );
}
