/** Sound and video in a page of the book, with captions and the times of the sentences as WebVTT; or why they are not there. */
import type { BlobRef } from '../../reading/model.ts';
import { writeCueVtt } from '../../sync/cue-vtt.ts';
import type { Track } from '../../sync/track.ts';
import type { EpubMedia } from './media.ts';
import type { EpubFile, EpubPiece } from './source.ts';
import { attributes, sentenceId, xmlText, type Label } from './xhtml.ts';

/** @param number Of the piece in the book, from 1. */
export const cueTrackName = (number: number, track: Track): string => `cues/${number}-${track.id}.vtt`;

/**
 * EPUB's own overlays cannot follow video (epubcheck: RSC-005, MED-005), so each track carries the times of its sentences: a cue's id
 * is the id of the element it belongs to.
 */
export function cueTrackFile(number: number, track: Track): EpubFile {
  return { name: cueTrackName(number, track), text: writeCueVtt(track.cues, sentenceId) };
}

export function trackXhtml(
  number: number,
  track: Track,
  { captions }: EpubPiece,
  media: EpubMedia,
  label: Label,
): string {
  const title = track.placeholder ? `${track.title}（示例，待正式录制）` : track.title;
  const name = media.nameOf(track.media);
  if (name === null) return `<p class="note">${label(leftOut(title, track.media))}</p>`;
  const textTracks = [
    ...(track.kind === 'film' ? captions : []).map(({ language, file }, index) =>
      attributes({
        kind: 'captions',
        srclang: language,
        label: '字幕',
        src: media.nameOf(file) ?? '',
        ...(index === 0 && { default: 'default' }),
      }),
    ),
    attributes({ kind: 'metadata', label: 'sentences', src: cueTrackName(number, track) }),
  ];
  return [
    '<figure>',
    clipXhtml(track.media, media, track.kind === 'sign', textTracks),
    `<figcaption>${label(`${title}，${track.performer}`)}</figcaption>`,
    '</figure>',
  ].join('\n');
}

/** @returns Empty for one left out. */
export function clipXhtml(
  ref: BlobRef,
  media: EpubMedia,
  isMuted: boolean,
  textTracks: readonly string[] = [],
): string {
  const name = media.nameOf(ref);
  if (name === null) return '';
  const { type, width, height } = ref;
  const isAudio = type.startsWith('audio/');
  const tag = isAudio ? 'audio' : 'video';
  const own = attributes({
    controls: 'controls',
    preload: 'metadata',
    ...(isMuted && { muted: 'muted' }),
    ...(!isAudio && { playsinline: 'playsinline', width, height }),
  });
  return [
    `<${tag}${own}>`,
    `<source${attributes({ src: name, type })}/>`,
    ...textTracks.map((values) => `<track${values}/>`),
    `<p>${xmlText(isAudio ? '这个阅读软件放不了声音。' : '这个阅读软件放不了影片。')}</p>`,
    `</${tag}>`,
  ].join('\n');
}

function leftOut(title: string, { type, size }: BlobRef): string {
  if (type.startsWith('audio/')) return `「${title}」的声音格式电子书放不了，没有放进来。请在“同页”里听。`;
  const megabytes = Math.max(1, Math.round(size / 1e6));
  return `「${title}」（${megabytes} MB）太大，没有放进电子书。请在“同页”里看。`;
}
