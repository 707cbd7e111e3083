/**
 * The drawn films: scenes glide and change at sentence bounds, a synthesised voice reads the transcript, the captions
 * follow the reading speed of numbers.md. 1280 × 720, 25 frames a second, key frame every second, index first.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { captionLines } from './cues.mjs';
import { ffmpeg } from './ffmpeg.mjs';
import { withScratch } from './pictures.mjs';
import { ambience, SOUNDS } from './sounds.mjs';
import { SAMPLE_RATE, speak, spokenForm } from './voice.mjs';

export const FILM_RATE = 25;
const WIDTH = 1280;
const HEIGHT = 720;
const CHARACTERS_PER_SECOND = 4.9;
const SHORTEST = 1.6;
const LEAD = 0.8;
const GAP = 0.2;
const TAIL = 1.6;

const VOICES = {
  主持人: { variant: 'f2', pitch: 58, speed: 165 },
  老住户: { variant: 'm3', pitch: 38, speed: 155 },
  旁白: { variant: 'f2', pitch: 55, speed: 160 },
  我: { variant: 'f4', pitch: 64, speed: 160 },
  阿姨: { variant: 'f5', pitch: 40, speed: 150 },
  路人: { variant: 'm1', pitch: 50, speed: 160 },
};

const soundName = (text) => /^［(.+)］$/u.exec(text)?.[1];
const onFrame = (seconds) => Math.round(seconds * FILM_RATE) / FILM_RATE;

async function voiceOf(sentence) {
  const sound = soundName(sentence.text);
  if (sound !== undefined) {
    const make = SOUNDS[sound];
    if (make === undefined) throw new Error(`No sound is made for ［${sound}］: add it to sounds.mjs.`);
    return make();
  }
  const speaker = sentence.text.split('：')[0];
  const samples = await speak(spokenForm(sentence.words), VOICES[speaker] ?? VOICES.旁白);
  return Float32Array.from(samples, (value) => (value / 32768) * 0.8);
}

/** Span of every sentence in seconds, the sound track and the whole length. */
async function layOut(sentences) {
  const voices = [];
  for (const sentence of sentences) voices.push(await voiceOf(sentence));
  const spans = [];
  let at = LEAD;
  sentences.forEach((sentence, index) => {
    const reading = captionLines(sentence.text).join('').length / CHARACTERS_PER_SECOND;
    const length = onFrame(Math.max(SHORTEST, reading, voices[index].length / SAMPLE_RATE + 0.15) + 0.02);
    spans.push({ start: onFrame(at), end: onFrame(at + length) });
    at = onFrame(at + length + GAP);
  });
  const seconds = onFrame(at + TAIL);
  const sound = ambience(seconds);
  voices.forEach((voice, index) => {
    const from = Math.round((spans[index].start + 0.05) * SAMPLE_RATE);
    voice.forEach((value, offset) => (sound[from + offset] += value));
  });
  return {
    spans,
    seconds,
    sound: Int16Array.from(sound, (value) => Math.max(-1, Math.min(1, value)) * 32767),
  };
}

/** First and last frame (exclusive) of each scene: the cut is in the middle of the gap. */
function sceneFrames(scenes, spans, frameCount) {
  const cutBefore = (sentence) => {
    const before = spans[sentence - 2];
    const first = spans[sentence - 1];
    return before === undefined ? 0 : Math.round(((before.end + first.start) / 2) * FILM_RATE);
  };
  return scenes.map((scene, index) => ({
    start: cutBefore(scene.sentences[0]),
    end: index + 1 < scenes.length ? cutBefore(scenes[index + 1].sentences[0]) : frameCount,
  }));
}

/** Frames of the scene during which a mover is seen. */
function window(mover, scene, frames, spans) {
  const frameOf = (sentence) => Math.round(spans[sentence - 1].start * FILM_RATE) - frames.start;
  const length = frames.end - frames.start;
  if (mover.since !== undefined) return { from: frameOf(mover.since), to: length };
  if (mover.after !== undefined) return { from: Math.round(mover.after * length), to: length };
  if (mover.during === undefined) return { from: 0, to: length };
  const isLast = mover.during >= scene.sentences[1];
  return {
    from: mover.during === scene.sentences[0] ? 0 : frameOf(mover.during),
    to: isLast ? length : frameOf(mover.during + 1),
  };
}

const between = (from, to, start, end) =>
  `trunc(${from}+(${to - from})*min(1,max(0,(n-${start})/${Math.max(1, end - start)})))`;

async function renderScene(board, folder, name, scene, frames, spans) {
  const length = frames.end - frames.start;
  const inputs = [];
  const addPicture = async (svg, width, height) => {
    const file = join(folder, `${name}-${inputs.length}.png`);
    await writeFile(file, await board.png(svg, width, height));
    inputs.push('-loop', '1', '-framerate', String(FILM_RATE), '-i', file);
  };
  await addPicture(scene.back, scene.width, HEIGHT);
  const chain = [`[0:v]crop=${WIDTH}:${HEIGHT}:x='${between(...scene.pan, 0, length)}':y=0[s0]`];
  for (const [index, mover] of scene.movers.entries()) {
    await addPicture(mover.svg, mover.width, mover.height);
    const { from, to } = window(mover, scene, frames, spans);
    const x = between(mover.from[0], mover.to[0], from, to);
    const y = between(mover.from[1], mover.to[1], from, to);
    chain.push(
      `[s${index}][${index + 1}:v]overlay=x='${x}':y='${y}':enable='between(n,${from},${to - 1})':format=yuv444[s${index + 1}]`,
    );
  }
  const file = join(folder, `${name}.mkv`);
  await ffmpeg([
    ...inputs,
    ['-filter_complex', chain.join(';'), '-map', `[s${scene.movers.length}]`, '-frames:v', String(length)],
    ['-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '0', '-pix_fmt', 'yuv444p', '-threads', '2', file],
  ]);
  return file;
}

/** Renders the film and returns its sentence spans (seconds) and length. */
export async function renderFilm(board, { sentences, scenes, file }) {
  const { spans, seconds, sound } = await layOut(sentences);
  const frameCount = Math.round(seconds * FILM_RATE);
  await withScratch(async (folder) => {
    const bounds = sceneFrames(scenes, spans, frameCount);
    const parts = [];
    for (const [index, scene] of scenes.entries()) {
      parts.push(await renderScene(board, folder, `scene${index}`, scene, bounds[index], spans));
    }
    await writeFile(join(folder, 'list.txt'), parts.map((part) => `file '${part}'\n`).join(''));
    await writeFile(join(folder, 'sound.raw'), Buffer.from(sound.buffer));
    await ffmpeg([
      ['-f', 'concat', '-safe', '0', '-i', join(folder, 'list.txt')],
      ['-f', 's16le', '-ar', String(SAMPLE_RATE), '-ac', '1', '-i', join(folder, 'sound.raw')],
      ['-vf', 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p', '-r', String(FILM_RATE)],
      ['-c:v', 'libx264', '-preset', 'slow', '-crf', '32', '-bf', '0', '-threads', '2'],
      [
        '-g',
        String(FILM_RATE),
        '-keyint_min',
        String(FILM_RATE),
        '-sc_threshold',
        '0',
        '-x264-params',
        'ipratio=1.0',
      ],
      ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
      [
        '-c:a',
        'aac',
        '-b:a',
        '32k',
        '-t',
        String(seconds),
        '-movflags',
        '+faststart',
        '-map_metadata',
        '-1',
        file,
      ],
    ]);
  });
  return { spans, seconds };
}

/** The captions of a film from its sentences and their spans. */
export function filmCaptions(sentences, spans) {
  return sentences.map((sentence, index) => ({
    id: sentence.id,
    ...spans[index],
    text: captionLines(sentence.text).join('\n'),
  }));
}
