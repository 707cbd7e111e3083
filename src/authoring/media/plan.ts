/** What has to happen to a file before members get it, decided from its facts and from what this browser can do. */
import type { MediaFacts } from './inspect.ts';
import { judgeMedia, type MediaFinding, type MediaUse } from './judge.ts';

/** Of this browser, for this file. */
export interface Abilities {
  readonly decodesVideo: boolean;
  /** H.264. */
  readonly encodesVideo: boolean;
  readonly decodesAudio: boolean;
  readonly encodesAac: boolean;
}

export interface VideoPlan {
  readonly width: number;
  readonly height: number;
  /** Null where the frames stay as they come. */
  readonly frameRate: number | null;
  readonly bitsPerSecond: number;
}

export type Preparation =
  /** As it is. */
  | { readonly action: 'keep' }
  /** Index first, sound out of a sign video, other container: every picture as it was. */
  | { readonly action: 'repair' }
  /** New pictures; the sound of a film is kept, or made AAC. */
  | { readonly action: 'encode'; readonly video: VideoPlan; readonly sound: 'none' | 'keep' | 'aac' }
  /** New sound: AAC, or, where the browser cannot, plain samples (WAV), which every tablet plays and which take more room. */
  | { readonly action: 'sound'; readonly as: 'aac' | 'wav' }
  | { readonly action: 'refuse' };

export interface PreparationPlan {
  readonly do: Preparation;
  /** Why: what is refused, what encoding cures, and what stays as a warning. */
  readonly findings: readonly MediaFinding[];
  /** It should be encoded and this browser cannot; what needs no encoding is done all the same. */
  readonly cannotEncode: boolean;
}

const targetShortSide = 720;
const bitsPerPixel = 0.09;
/** What new pictures cure. Too few frames or pixels nothing cures. */
const curedByEncoding = new Set<MediaFinding['code']>([
  'video-codec',
  'video-profile',
  'picture-large',
  'picture-larger-than-needed',
  'frame-rate-high',
  'key-frames-far',
  'bit-rate-high',
]);

export function planPreparation(facts: MediaFacts, use: MediaUse, abilities: Abilities): PreparationPlan {
  return use === 'audio' ? planSound(facts, abilities) : planVideo(facts, use, abilities);
}

function planVideo(facts: MediaFacts, use: MediaUse, abilities: Abilities): PreparationPlan {
  const findings = judgeMedia(facts, use);
  const sound = soundOf(facts, use, abilities);
  const wanted = findings.some(({ code }) => curedByEncoding.has(code)) || sound === 'aac';
  const canEncode = abilities.decodesVideo && abilities.encodesVideo;
  const hopeless = findings.some(
    ({ action, code }) => action === 'refuse' && !curedByEncoding.has(code) && code !== 'audio-codec',
  );
  if (hopeless || sound === null) return { do: { action: 'refuse' }, findings, cannotEncode: false };
  if (wanted && canEncode) {
    return { do: { action: 'encode', video: videoPlan(facts), sound }, findings, cannotEncode: false };
  }
  const refused = findings.some(({ action }) => action === 'refuse');
  if (refused) return { do: { action: 'refuse' }, findings, cannotEncode: wanted };
  const repairs = findings.some(({ action }) => action === 'repair');
  return { do: { action: repairs ? 'repair' : 'keep' }, findings, cannotEncode: wanted };
}

/** Null: a film whose sound no tablet plays and this browser cannot make into one. */
function soundOf(facts: MediaFacts, use: MediaUse, abilities: Abilities): 'none' | 'keep' | 'aac' | null {
  if (use !== 'film' || !facts.hasAudio) return 'none';
  if (facts.audioCodec === 'aac' || facts.audioCodec === 'mp3') return 'keep';
  return abilities.encodesAac && abilities.decodesAudio ? 'aac' : null;
}

/** 720 on the short side, 25 or 30 frames, never more than there was, and even numbers, as H.264 wants them. */
export function videoPlan({ width, height, frameRate, sizeBytes, durationSeconds }: MediaFacts): VideoPlan {
  const scale = Math.min(1, targetShortSide / Math.min(width, height));
  const even = (length: number) => Math.max(2, Math.round((length * scale) / 2) * 2);
  const isTooFast = frameRate > 30.5;
  // From 50 and 100 frames a second every second or fourth is taken, not an uneven pattern of them.
  const target = isTooFast ? (Math.abs(frameRate % 25) < 0.5 && frameRate % 30 > 0.5 ? 25 : 30) : null;
  const needed = even(width) * even(height) * (target ?? frameRate) * bitsPerPixel;
  const had = (sizeBytes * 8) / Math.max(0.1, durationSeconds);
  return {
    width: even(width),
    height: even(height),
    frameRate: target,
    bitsPerSecond: Math.round(Math.min(needed, Math.max(had, 1_000_000))),
  };
}

function planSound(facts: MediaFacts, abilities: Abilities): PreparationPlan {
  const findings = judgeMedia(facts, 'audio');
  const refuse: PreparationPlan = { do: { action: 'refuse' }, findings, cannotEncode: false };
  if (!facts.hasAudio || findings.some(({ code }) => code === 'media-too-short')) return refuse;
  // A recitation filmed with a phone: its sound is taken as it is.
  if (facts.audioCodec === 'aac' || facts.audioCodec === 'mp3') {
    const isFine = findings.length === 0;
    return {
      do: { action: isFine ? 'keep' : 'repair' },
      findings: findings.filter(({ action }) => action !== 'refuse'),
      cannotEncode: false,
    };
  }
  if (!abilities.decodesAudio) return refuse;
  if (facts.container === 'wav' && !abilities.encodesAac && !findings.some(({ action }) => action === 'refuse')) {
    return { do: { action: 'keep' }, findings, cannotEncode: false };
  }
  return {
    do: { action: 'sound', as: abilities.encodesAac ? 'aac' : 'wav' },
    findings: findings.filter(({ action }) => action !== 'refuse'),
    cannotEncode: !abilities.encodesAac,
  };
}
