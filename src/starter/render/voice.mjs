/** The synthesised voice: espeak-ng reads the confirmed pinyin, so it says 给水站 as jǐshuǐzhàn and not as gěi… */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ffmpeg } from './ffmpeg.mjs';

const run = promisify(execFile);

export const SAMPLE_RATE = 22050;
const DIGITS = ['líng', 'yī', 'èr', 'sān', 'sì', 'wǔ', 'liù', 'qī', 'bā', 'jiǔ'];

/** Numbers up to 99 as they are read out. */
export function numberInPinyin(text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value > 99)
    return [...text].map((digit) => DIGITS[Number(digit)] ?? '').join(' ');
  if (value < 10) return DIGITS[value];
  const tens = value < 20 ? '' : `${DIGITS[Math.floor(value / 10)]} `;
  const ones = value % 10 === 0 ? '' : ` ${DIGITS[value % 10]}`;
  return `${tens}shí${ones}`;
}

/** What the voice is given for a sentence: pinyin by word, pauses at its marks. A speaker's name is not spoken. */
export function spokenForm(words) {
  const colon = words.findIndex((word) => word.text.includes('：'));
  const isSpeaker = colon > 0 && colon <= 2 && words[0].pinyin !== undefined && words.length > colon + 1;
  return words
    .slice(isSpeaker ? colon + 1 : 0)
    .map((word) => {
      if (word.pinyin !== undefined) return word.pinyin.replaceAll(/[’']/gu, ' ').toLowerCase();
      if (/^\d+$/u.test(word.text.trim())) return numberInPinyin(word.text.trim());
      if (/[。！？?!]/u.test(word.text)) return '.';
      return /[，、；：,]/u.test(word.text) ? ',' : '';
    })
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll(/ ([,.])/gu, '$1')
    .replaceAll(/[,.]+([,.])/gu, '$1');
}

const SILENCE = 250;

/** Cuts the silence espeak-ng puts round a sentence. */
function trim(samples) {
  let start = 0;
  let end = samples.length;
  while (start < end && Math.abs(samples[start]) < SILENCE) start += 1;
  while (end > start && Math.abs(samples[end - 1]) < SILENCE) end -= 1;
  const margin = Math.round(SAMPLE_RATE * 0.03);
  return samples.slice(Math.max(0, start - margin), Math.min(samples.length, end + margin));
}

/** The sentence as 16-bit mono samples. `speed` in espeak-ng's words a minute. */
export async function speak(text, { variant = 'f2', pitch = 50, speed = 150 } = {}) {
  const { stdout } = await run(
    'espeak-ng',
    [
      '-v',
      `cmn-latn-pinyin+${variant}`,
      '-p',
      String(pitch),
      '-s',
      String(speed),
      '-a',
      '90',
      '--stdout',
      text,
    ],
    { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 },
  );
  // Skip the WAV header; espeak-ng writes 22,050 Hz mono.
  const body = stdout.subarray(44, 44 + Math.floor((stdout.length - 44) / 2) * 2);
  return trim(new Int16Array(body.buffer.slice(body.byteOffset, body.byteOffset + body.length)));
}

/** Samples to AAC in MP4, index first. */
export function writeAac(samples, file, bitrate = '24k') {
  return ffmpeg(
    [
      ['-f', 's16le', '-ar', String(SAMPLE_RATE), '-ac', '1', '-i', '-'],
      ['-c:a', 'aac', '-b:a', bitrate, '-movflags', '+faststart', '-map_metadata', '-1', file],
    ],
    Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength),
  );
}

const GAP_SECONDS = 0.45;
const EDGE_SECONDS = 0.3;

/** Reads sentences one after another. Returns the samples and each sentence's span in seconds. */
export async function readAloud(sentences, voice) {
  const parts = [];
  for (const sentence of sentences) parts.push(await speak(spokenForm(sentence.words), voice));
  const gap = Math.round(GAP_SECONDS * SAMPLE_RATE);
  const edge = Math.round(EDGE_SECONDS * SAMPLE_RATE);
  const total = parts.reduce((sum, part) => sum + part.length + gap, 2 * edge - gap);
  const samples = new Int16Array(total);
  const spans = [];
  let at = edge;
  for (const part of parts) {
    samples.set(part, at);
    spans.push({ start: at / SAMPLE_RATE, end: (at + part.length) / SAMPLE_RATE });
    at += part.length + gap;
  }
  return { samples, spans };
}
