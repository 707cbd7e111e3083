/** The few sounds of the films, made from sines and noise. Each is mono, -1 … 1, at SAMPLE_RATE. */
import { SAMPLE_RATE } from './voice.mjs';

function noise(seed) {
  let state = seed;
  return () => ((state = (state * 48271) % 2147483647) / 2147483647) * 2 - 1;
}

function make(seconds, sample) {
  return Float32Array.from({ length: Math.round(seconds * SAMPLE_RATE) }, (_, index) =>
    sample(index / SAMPLE_RATE),
  );
}

const tone = (time, hertz) => Math.sin(2 * Math.PI * hertz * time);
const swell = (time, seconds) => Math.sin(Math.PI * Math.min(1, Math.max(0, time / seconds)));

function softNoise(seconds, seed, smoothing) {
  const next = noise(seed);
  let held = 0;
  return make(seconds, () => (held += (next() - held) * smoothing));
}

const bicycleBell = () =>
  make(1.8, (time) => {
    const beat = time % 0.45;
    const ringing = time < 1.35 ? Math.exp(-beat * 9) : Math.exp(-(time - 0.9) * 9);
    return 0.16 * ringing * (tone(time, 2093) + 0.6 * tone(time, 3140) + 0.3 * tone(time, 4710));
  });

const metro = () =>
  softNoise(2.4, 7, 0.02).map((value, index) => 1.7 * value * swell(index / SAMPLE_RATE, 2.4));

const leaves = () =>
  softNoise(2.4, 21, 0.6).map((value, index) => {
    const time = index / SAMPLE_RATE;
    return 0.1 * value * swell(time, 2.4) * (0.6 + 0.4 * tone(time, 1.7));
  });

const laughter = () =>
  make(1.8, (time) => {
    const beat = time % 0.22;
    const voice = (hertz) => tone(time, hertz) + 0.5 * tone(time, hertz * 2) + 0.3 * tone(time, hertz * 3);
    return 0.07 * Math.exp(-beat * 13) * swell(time, 1.8) * (voice(230 - 30 * time) + voice(310 - 40 * time));
  });

const horn = () =>
  make(1.4, (time) => {
    const on = (time > 0.05 && time < 0.35) || (time > 0.55 && time < 1.1);
    return on ? 0.08 * (tone(time, 440) + tone(time, 554) + 0.4 * tone(time, 880)) : 0;
  });

const birds = () =>
  make(2.2, (time) => {
    const beat = time % 0.55;
    return beat < 0.16
      ? 0.12 * Math.sin(Math.PI * (beat / 0.16)) * tone(time, 3000 + 1600 * Math.sin(beat * 60))
      : 0;
  });

/** By the words the captions use for them. */
export const SOUNDS = {
  自行车铃响: bicycleBell,
  地铁从地下开过: metro,
  树叶沙沙响: leaves,
  大家笑了: laughter,
  汽车喇叭响: horn,
  鸟叫: birds,
};

/** A barely heard street under everything. */
export const ambience = (seconds) => softNoise(seconds, 99, 0.05).map((value) => value * 0.05);
