/** What a piece of this kind must offer in this club: read from the club's table, so a third club brings its own. */
import type { Club, Requirement } from '../shelf/issue.ts';
import { sentencesOfDraft } from './draft-text.ts';
import type { PieceDraft } from './draft.ts';
import type { Finding, FindingCode } from './finding.ts';

const offered: Readonly<Record<Requirement, (piece: PieceDraft) => boolean>> = {
  sign: (piece) => piece.tracks.some((track) => track.kind === 'sign'),
  audio: (piece) => piece.tracks.some((track) => track.kind === 'audio'),
  captions: (piece) => piece.captions.some((captions) => captions.cues.length > 0),
  transcript: (piece) => sentencesOfDraft(piece.blocks).length > 0,
  pinyin: (piece) => {
    const words = sentencesOfDraft(piece.blocks).flatMap((sentence) => sentence.words);
    return words.every((word) => word.pinyin !== undefined || !/\p{Script=Han}/u.test(word.text));
  },
  alt: (piece) => piece.blocks.every((block) => block.type !== 'figure' || block.alt.trim() !== ''),
};

const missing: Readonly<Record<Requirement, FindingCode>> = {
  sign: 'sign-missing',
  audio: 'audio-missing',
  captions: 'captions-missing',
  transcript: 'transcript-missing',
  pinyin: 'pinyin-missing',
  alt: 'alt-missing',
};

/** Alternative text is asked for always (WCAG 1.1.1), and captions of every film (1.2.2), whatever the table says. */
export function checkRequired(piece: PieceDraft, club: Club): readonly Finding[] {
  const always: readonly Requirement[] = piece.kind === 'film' ? ['alt', 'captions', 'transcript'] : ['alt'];
  const required = new Set<Requirement>([...club.requires[piece.kind], ...always]);
  return [...required]
    .filter((requirement) => !offered[requirement](piece))
    .map((requirement) => ({
      code: missing[requirement],
      severity: 'error',
      where: { file: piece.file },
      params: { piece: piece.id, kind: piece.kind, club: club.id },
    }));
}
