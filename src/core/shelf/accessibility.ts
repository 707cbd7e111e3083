/** What a publication says it offers (W3C accessibility vocabulary), told truthfully: derived, never authored. */
import * as v from 'valibot';
import type { PieceSummary } from './issue.ts';

export const AccessibilitySchema = v.strictObject({
  accessMode: v.array(v.picklist(['auditory', 'textual', 'visual'])),
  accessModeSufficient: v.array(v.array(v.picklist(['auditory', 'textual', 'visual']))),
  feature: v.array(
    v.picklist([
      'alternativeText',
      'closedCaptions',
      'displayTransformability',
      'readingOrder',
      'rubyAnnotations',
      'signLanguage',
      'structuralNavigation',
      'synchronizedAudioText',
      'tableOfContents',
      'transcript',
    ]),
  ),
  hazard: v.array(v.picklist(['none', 'unknown'])),
});
export type Accessibility = v.InferOutput<typeof AccessibilitySchema>;

/** A stand-in claims nothing: `signLanguage` needs a real signer, `closedCaptions` captions on every film. */
export function accessibilityOf(pieces: readonly PieceSummary[]): Accessibility {
  const films = pieces.filter((piece) => piece.kind === 'film');
  const hasFilm = films.length > 0;
  const hasVideo = hasFilm || pieces.some((piece) => piece.hasSign || piece.placeholderSign);
  const hasAudio = hasFilm || pieces.some((piece) => piece.hasAudio);
  const hasPictures = pieces.some((piece) => (piece.pictureCount ?? 0) > 0);
  const feature: Accessibility['feature'] = [
    'displayTransformability',
    'readingOrder',
    'structuralNavigation',
    'tableOfContents',
  ];
  if (hasPictures) feature.push('alternativeText');
  if (hasFilm && films.every((piece) => piece.hasCaptions)) feature.push('closedCaptions');
  if (hasAudio) feature.push('transcript', 'synchronizedAudioText');
  if (pieces.some((piece) => piece.hasPinyin)) feature.push('rubyAnnotations');
  if (pieces.some((piece) => piece.hasSign)) feature.push('signLanguage');
  return {
    accessMode: [
      'textual',
      ...(hasVideo || hasPictures ? (['visual'] as const) : []),
      ...(hasAudio ? (['auditory'] as const) : []),
    ],
    // Captions give a film's speech, but nothing tells its pictures in words.
    accessModeSufficient: [hasFilm ? ['textual', 'visual'] : ['textual']],
    feature: feature.sort(),
    hazard: hasVideo ? ['unknown'] : ['none'],
  };
}
