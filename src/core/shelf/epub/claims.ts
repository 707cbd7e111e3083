/** What the book says it offers (EPUB Accessibility 1.1), told truthfully: of what is in this file, not of what the issue has elsewhere. */
import type { BlobRef } from '../../reading/model.ts';
import type { EpubMedia } from './media.ts';
import type { EpubPiece, EpubSource } from './source.ts';

export interface EpubClaims {
  readonly modes: readonly string[];
  readonly sufficient: string;
  readonly features: readonly string[];
  readonly hazard: 'none' | 'unknown';
  readonly summary: string;
}

/** @param hasOverlay Whether any page is read along. */
export function claimsOf({ pieces, terms }: EpubSource, media: EpubMedia, hasOverlay: boolean): EpubClaims {
  const isIn = (ref: BlobRef): boolean => media.nameOf(ref) !== null;
  const tracks = pieces.flatMap((piece) => piece.tracks.filter((track) => isIn(track.media)));
  const films = pieces.filter((piece) => hasFilm(piece, isIn));
  const hasSign = tracks.some(({ kind, placeholder }) => kind === 'sign' && !placeholder);
  const hasVideo = [...media.all.values()].some(({ type }) => type.startsWith('video/'));
  const hasAudio = films.length > 0 || [...media.all.values()].some(({ type }) => type.startsWith('audio/'));
  const hasRuby = pieces.some(({ summary }) => summary.hasPinyin);
  const hasCaptions = films.length > 0 && films.every(({ captions }) => captions.length > 0);
  const isLeftOut = pieces.some((piece) => piece.tracks.some((track) => !isIn(track.media)));
  const features = [
    // The cover is a picture with a text, so every book has one.
    'alternativeText',
    'displayTransformability',
    'readingOrder',
    'structuralNavigation',
    'tableOfContents',
    ...(hasCaptions ? ['closedCaptions'] : []),
    ...(hasAudio ? ['transcript'] : []),
    ...(hasOverlay ? ['synchronizedAudioText'] : []),
    ...(hasRuby ? ['rubyAnnotations'] : []),
    ...(hasSign ? ['signLanguage'] : []),
  ].sort();
  return {
    modes: ['textual', 'visual', ...(hasAudio ? ['auditory'] : [])],
    // Captions give a film's speech, but nothing tells its pictures in words.
    sufficient: films.length > 0 ? 'textual,visual' : 'textual',
    features,
    hazard: hasVideo ? 'unknown' : 'none',
    summary: [
      '文字可以放大、换字体，图片都有文字说明。',
      hasSign ? '有手语视频；每一句的时间在字幕轨里，阅读软件一般不会自己跟着走。' : '',
      hasCaptions ? '影片有字幕和文字稿。' : '',
      hasOverlay ? '诵读一句一句和文字对好了。' : '',
      terms.length > 0 ? '难懂的词在书后有解释。' : '',
      isLeftOut ? '有些影片或声音没有放进来，在那一篇里写明了。' : '',
    ].join(''),
  };
}

const hasFilm = ({ tracks }: EpubPiece, isIn: (ref: BlobRef) => boolean): boolean =>
  tracks.some(({ kind, media }) => kind === 'film' && isIn(media));
