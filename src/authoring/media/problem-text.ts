/** What is wrong with a media file, why it matters and what to do, for the person who brought it. */
import type { MediaFindingCode } from './judge.ts';
import type { MediaErrorCode } from './media-error.ts';

export type MediaProblemCode = MediaFindingCode | MediaErrorCode;

interface Sentences {
  readonly zh: string;
  readonly en: string;
}

const convertZh = '请用剪辑软件或手机上的“格式转换”另存为 MP4（H.264、720p、30 帧）后再放进来';
const convertEn = 'Save it again as MP4 (H.264, 720p, 30 frames a second) with any video editor or converter';

/** `{name}` is filled from the finding's params. */
const table: Readonly<Record<MediaProblemCode, Sentences>> = {
  'media-missing': {
    zh: '找不到这个媒体文件。请检查文件名和所在的文件夹。',
    en: 'The media file is not there. Check its name and folder.',
  },
  'media-empty': {
    zh: '这个文件是空的（0 字节），可能没有拷贝完。请重新拷贝一次。',
    en: 'The file is empty (0 bytes); copying it probably did not finish. Copy it again.',
  },
  'media-not-media': {
    zh: '这不是视频或声音文件，可能是网页或别的文件改了名字。请放入真正的视频（MP4）或声音（M4A、MP3）文件。',
    en: 'This is neither video nor sound; it may be a web page or another file under a wrong name. Bring the real video (MP4) or sound (M4A, MP3).',
  },
  'media-damaged': {
    zh: '这个文件不完整或已损坏，播放到一半会停。请从原来的手机或相机重新拷贝。',
    en: 'The file is cut off or damaged and would stop half-way. Copy it again from the phone or camera it was made with.',
  },
  'media-not-repairable': {
    zh: `这个文件没有办法直接整理好，原文件没有改动。${convertZh}。`,
    en: `The file could not be put right as it is; the original is untouched. ${convertEn}.`,
  },
  'video-codec': {
    zh: `这个视频的编码是 {codec}，有些平板放不出来。${convertZh}。`,
    en: `The video is encoded as {codec}, which some tablets cannot play. ${convertEn}.`,
  },
  'audio-codec': {
    zh: '声音的编码是 {codec}，有些平板放不出来。请另存为 M4A（AAC）或 MP3；影片请另存为带 AAC 声音的 MP4。',
    en: 'The sound is encoded as {codec}, which some tablets cannot play. Save it as M4A (AAC) or MP3; a film as MP4 with AAC sound.',
  },
  'video-profile': {
    zh: `这个视频是专业格式（10 位色或全彩采样），平板放不出来。${convertZh}。`,
    en: `The video is in a professional variant (10-bit or full colour) that tablets cannot decode. ${convertEn}.`,
  },
  'video-missing': {
    zh: '这里要放视频，但这个文件只有声音。请换成视频文件。',
    en: 'A video belongs here, but the file has sound only. Bring the video.',
  },
  'audio-missing': {
    zh: '这里要放声音，但这个文件没有声音。请换成声音文件（M4A 或 MP3）。',
    en: 'Sound belongs here, but the file has none. Bring a sound file (M4A or MP3).',
  },
  'audio-has-video': {
    zh: '这里只放声音，但这个文件是视频。请导出声音（M4A 或 MP3），或者把它作为影片放进来。',
    en: 'Only sound belongs here, but the file is a video. Export its sound (M4A or MP3), or bring it as a film.',
  },
  'media-too-short': {
    zh: '这段内容不到半秒，看不清也听不清。请检查是不是选错了文件。',
    en: 'It lasts less than half a second. Check that it is the right file.',
  },
  'frame-rate-low': {
    zh: '每秒只有 {frameRate} 帧，手语动作会看不清。请用每秒至少 {limit} 帧重新录制；光线太暗时手机会自动降低帧数，请把灯打亮。',
    en: 'Only {frameRate} frames a second: signing blurs. Record with at least {limit}; phones slow down in poor light, so light the signer well.',
  },
  'frame-rate-high': {
    zh: '每秒有 {frameRate} 帧，旧平板同时放两个视频会卡。下次录制选每秒 {limit} 帧就好。',
    en: '{frameRate} frames a second: old tablets stutter when they play two videos. Next time {limit} is enough.',
  },
  'picture-small': {
    zh: '画面短边只有 {shortSide} 像素，放大后手形看不清。录制时请选 720p（短边至少 {limit} 像素）。',
    en: 'The short side is only {shortSide} pixels, too few to see handshapes large. Record in 720p (short side at least {limit}).',
  },
  'picture-large': {
    zh: `画面短边有 {shortSide} 像素，平板放不动（最多 {limit}）。${convertZh}。`,
    en: `The short side is {shortSide} pixels, more than tablets can play (at most {limit}). ${convertEn}.`,
  },
  'picture-larger-than-needed': {
    zh: '画面短边有 {shortSide} 像素，可以用，但文件大、旧平板会慢。{limit} 像素（720p）就够清楚。',
    en: 'The short side is {shortSide} pixels: usable, but large and slow on old tablets. {limit} (720p) is sharp enough.',
  },
  'key-frames-far': {
    zh: '视频里相隔 {seconds} 秒才有一个可以跳到的画面，点一句话时会慢一点。重新导出时请把关键帧间隔设为 1 秒。',
    en: 'There is a frame to jump to only every {seconds} seconds, so tapping a sentence answers late. Export again with a key frame every second.',
  },
  'bit-rate-high': {
    zh: '这个视频每秒要 {megabitsPerSecond} 兆比特，下载慢、占地方。导出时选“中等质量”就够清楚。',
    en: 'The video takes {megabitsPerSecond} megabits a second: slow to fetch, much space. Medium quality is sharp enough.',
  },
  'audio-uncompressed': {
    zh: '这段声音没有压缩（WAV，{megabytes} MB），平板都能放，只是占地方、下载慢。可以用电脑另存为 M4A 再放进来。',
    en: 'The sound is uncompressed (WAV, {megabytes} MB): every tablet plays it, but it takes room and time. Saved as M4A on a computer it is smaller.',
  },
  container: {
    zh: '文件是 {container} 格式，已经换成 MP4，画面和声音没有改动。',
    en: 'The file was {container}; it has been put into MP4, pictures and sound unchanged.',
  },
  'index-last': {
    zh: '文件的目录在末尾，要全部下载完才能放；已经移到开头，画面和声音没有改动。',
    en: 'The file’s index was at its end, so it would play only once fetched whole; it has been moved to the front, pictures and sound unchanged.',
  },
  fragmented: {
    zh: '文件是边录边存的，跳转会慢；已经整理成一整段，画面和声音没有改动。',
    en: 'The file was stored in pieces as it was recorded, which makes jumping slow; it has been joined, pictures and sound unchanged.',
  },
  'sign-has-audio': {
    zh: '手语视频带有声音，会和影片的声音抢；声音已经去掉，画面没有改动。',
    en: 'The sign video had sound, which would compete with the film’s; the sound has been taken out, pictures unchanged.',
  },
};

const codecNames: Readonly<Record<string, string>> = {
  avc: 'H.264',
  hevc: 'HEVC（H.265）',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
  prores: 'ProRes',
  mov: 'MOV',
  mkv: 'MKV',
  '?': '未知编码 (unknown)',
};

/** Repairs are told as done; refusals and warnings say what to do. */
export function describeMediaProblem(
  code: MediaProblemCode,
  params: Readonly<Record<string, string | number>> = {},
  language: 'zh' | 'en' = 'zh',
): string {
  return table[code][language].replaceAll(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : (codecNames[value] ?? String(value));
  });
}
