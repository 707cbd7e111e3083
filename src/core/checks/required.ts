/** What a piece of this kind must offer in this club: read from the club's table, so a third club brings its own. */
import type { Club, Requirement } from '../shelf/issue.ts';
import { sentencesOfDraft } from './draft-text.ts';
import type { PieceDraft } from './draft.ts';
import type { Finding, FindingCode } from './finding.ts';
import { placeIn, type Place } from './place.ts';

/** Places that lack it; null where it is offered. `alt` is asked for of every picture, by `pictures.ts`. */
const lacking: Readonly<Record<Exclude<Requirement, 'alt'>, (piece: PieceDraft) => readonly Place[] | null>> =
  {
    sign: (piece) => (piece.tracks.some((track) => track.kind === 'sign') ? null : []),
    audio: (piece) => (piece.tracks.some((track) => track.kind === 'audio') ? null : []),
    captions: (piece) => (piece.captions.some((captions) => captions.cues.length > 0) ? null : []),
    transcript: (piece) => (sentencesOfDraft(piece.blocks).length > 0 ? null : []),
    pinyin: (piece) => {
      const places = sentencesOfDraft(piece.blocks)
        .filter(({ words }) =>
          words.some((word) => word.pinyin === undefined && /\p{Script=Han}/u.test(word.text)),
        )
        .map(({ id }) => placeIn(piece, { sentence: id }));
      return places.length === 0 ? null : places;
    },
  };

const missing: Readonly<Record<keyof typeof lacking, FindingCode>> = {
  sign: 'sign-missing',
  audio: 'audio-missing',
  captions: 'captions-missing',
  transcript: 'transcript-missing',
  pinyin: 'pinyin-missing',
};

/** Captions and words of every film are asked for always (WCAG 1.2.2, 1.2.8), whatever the table says. */
export function checkRequired(piece: PieceDraft, club: Club): readonly Finding<FindingCode>[] {
  const always: readonly Requirement[] = piece.kind === 'film' ? ['captions', 'transcript'] : [];
  const required = new Set<Requirement>([...club.requires[piece.kind], ...always]);
  return [...required].flatMap((requirement): Finding<FindingCode>[] => {
    const places = requirement === 'alt' ? null : lacking[requirement](piece);
    if (requirement === 'alt' || places === null) return [];
    return [
      {
        code: missing[requirement],
        severity: 'error',
        where: places[0] ?? placeIn(piece),
        ...(places.length > 0 && { places }),
        params: { piece: piece.id, kind: piece.kind, club: club.id, count: places.length },
      },
    ];
  });
}
