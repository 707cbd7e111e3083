/**
 * Whether a media file will do for its use on the club's tablets (floor Safari 16.4 and Chromium 111): refused, repaired
 * without re-encoding, or let in with a warning.
 */
import { judgePicture, type PictureFindingCode } from '../../core/checks/picture-rules.ts';
import type { MediaFacts } from './inspect.ts';

/** `term` is the short sign clip of a word's card. */
export type MediaUse = 'sign' | 'film' | 'audio' | 'term';

export type MediaFindingCode =
  /** `params.codec` */
  | 'video-codec'
  | 'audio-codec'
  /** H.264 in 10 bits or with full colour, which tablets cannot decode. `params.profile` */
  | 'video-profile'
  | 'video-missing'
  | 'audio-missing'
  /** A video where only sound is wanted. */
  | 'audio-has-video'
  | 'media-too-short'
  | PictureFindingCode
  /** Sound as plain samples (WAV), where the browser that recorded it could not make AAC. `params.megabytes` */
  | 'audio-uncompressed'
  /** Repairs. `params.container` */
  | 'container'
  | 'index-last'
  | 'fragmented'
  | 'sign-has-audio';

export interface MediaFinding {
  readonly code: MediaFindingCode;
  readonly action: 'refuse' | 'repair' | 'warn';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface JudgeOptions {
  /** A stand-in shows nobody signing, so size and frame rate are only said. */
  readonly placeholder?: boolean;
}

/** Below this nothing can be seen or heard. */
const SHORTEST_SECONDS = 0.3;

export function judgeMedia(
  facts: MediaFacts,
  use: MediaUse,
  { placeholder = false }: JudgeOptions = {},
): MediaFinding[] {
  const findings = use === 'audio' ? judgeAudio(facts) : judgeVideo(facts, use, placeholder);
  if (facts.durationSeconds < SHORTEST_SECONDS) findings.push(refuse('media-too-short'));
  // Nothing to repair in what is not let in.
  return findings.some((finding) => finding.action === 'refuse')
    ? findings.filter((finding) => finding.action !== 'repair')
    : findings;
}

function judgeVideo(
  facts: MediaFacts,
  use: Exclude<MediaUse, 'audio'>,
  placeholder: boolean,
): MediaFinding[] {
  if (facts.kind !== 'video') return [refuse('video-missing')];
  const findings = [
    ...judgeVideoCodec(facts),
    ...judgeFrames(facts, use, placeholder),
    ...judgeLayout(facts),
  ];
  const isSigned = use !== 'film';
  if (isSigned && facts.hasAudio) findings.push({ code: 'sign-has-audio', action: 'repair', params: {} });
  if (!isSigned && facts.hasAudio && !playableAudio.has(facts.audioCodec ?? '')) {
    findings.push(refuse('audio-codec', { codec: facts.audioCodec ?? '?' }));
  }
  return findings;
}

const playableAudio = new Set(['aac', 'mp3']);
/** Baseline, Main, Extended and High, in 8 bits and 4:2:0; the profile is the first byte after `avc1.`. */
const playableProfiles = new Set(['42', '4d', '58', '64']);

function judgeVideoCodec({ videoCodec, videoCodecParameter }: MediaFacts): MediaFinding[] {
  if (videoCodec !== 'avc') return [refuse('video-codec', { codec: videoCodec ?? '?' })];
  const profile = /^avc[13]\.([0-9a-f]{2})/iu.exec(videoCodecParameter ?? '')?.[1]?.toLowerCase();
  return profile === undefined || playableProfiles.has(profile) ? [] : [refuse('video-profile', { profile })];
}

/** By the rules the checks of the studio have too, so that both say the same. */
function judgeFrames(
  facts: MediaFacts,
  use: Exclude<MediaUse, 'audio'>,
  placeholder: boolean,
): MediaFinding[] {
  const { width, height, frameRate, maxKeyFrameGapSeconds: keyFrameSeconds } = facts;
  const megabitsPerSecond = (facts.sizeBytes * 8) / 1e6 / Math.max(0.1, facts.durationSeconds);
  return judgePicture({ width, height, frameRate, keyFrameSeconds, megabitsPerSecond }, use, {
    placeholder,
  }).map(({ code, isRefused, params }) => ({ code, action: isRefused ? 'refuse' : 'warn', params }));
}

function judgeAudio(facts: MediaFacts): MediaFinding[] {
  if (!facts.hasAudio) return [refuse('audio-missing')];
  if (facts.kind === 'video') return [refuse('audio-has-video')];
  if (facts.container === 'wav' && facts.audioCodec === 'pcm-s16') {
    const megabytes = Math.max(1, Math.round(facts.sizeBytes / 1e6));
    return [{ code: 'audio-uncompressed', action: 'warn', params: { megabytes } }];
  }
  if (!playableAudio.has(facts.audioCodec ?? ''))
    return [refuse('audio-codec', { codec: facts.audioCodec ?? '?' })];
  return facts.container === 'mp3' ? [] : judgeLayout(facts);
}

function judgeLayout(facts: MediaFacts): MediaFinding[] {
  const repair = (code: MediaFindingCode, params = {}): MediaFinding => ({ code, action: 'repair', params });
  if (facts.container !== 'mp4') return [repair('container', { container: facts.container })];
  if (facts.isFragmented) return [repair('fragmented')];
  return facts.moovFirst === false ? [repair('index-last')] : [];
}

function refuse(code: MediaFindingCode, params: MediaFinding['params'] = {}): MediaFinding {
  return { code, action: 'refuse', params };
}
