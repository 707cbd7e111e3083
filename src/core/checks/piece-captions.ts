/** Captions of a piece against the limits of `numbers.md`. Many of one kind are said once, with where the first is. */
import { checkCaptions, type CaptionFindingCode } from '../captions/checks.ts';
import { sentencesOfDraft } from './draft-text.ts';
import type { CaptionsDraft, PieceDraft } from './draft.ts';
import type { Finding, FindingCode } from './finding.ts';
import { placeIn, type Place } from './place.ts';

type Said = Finding<CaptionFindingCode | FindingCode>;

export function checkCaptionsOf(piece: PieceDraft): readonly Said[] {
  return piece.captions.flatMap((captions) => [
    ...checkSentences(piece, captions),
    ...checkLimits(piece, captions),
  ]);
}

const placeOf = (piece: PieceDraft, { file, line, language }: CaptionsDraft, caption: number): Place => ({
  ...placeIn(piece, { captions: language, caption }),
  file,
  ...(line !== undefined && { line }),
});

function checkSentences(piece: PieceDraft, captions: CaptionsDraft): readonly Said[] {
  const known = new Set<string>(sentencesOfDraft(piece.blocks).map(({ id }) => id));
  return captions.cues.flatMap(({ sentence }, index): Said[] =>
    sentence === undefined || known.has(sentence)
      ? []
      : [
          {
            code: 'caption-unknown-sentence',
            severity: 'error',
            where: placeOf(piece, captions, index),
            params: { piece: piece.id, number: index + 1, id: sentence },
          },
        ],
  );
}

function checkLimits(piece: PieceDraft, captions: CaptionsDraft): readonly Said[] {
  // Written for Chinese: sixteen characters and five a second mean nothing for an alphabet.
  if (!captions.language.startsWith('zh')) return [];
  const film = piece.tracks.find((track) => track.kind === 'film')?.media;
  const framesPerSecond = film?.frameRate;
  const findings = checkCaptions(captions.cues, framesPerSecond === undefined ? {} : { framesPerSecond });
  const firsts = findings.filter(
    ({ code }, index) => findings.findIndex((other) => other.code === code) === index,
  );
  return firsts.map(({ code, severity, index, params }) => {
    const all = findings.filter((other) => other.code === code);
    return {
      code,
      severity,
      where: placeOf(piece, captions, index),
      places: all.map((other) => placeOf(piece, captions, other.index)),
      params: {
        piece: piece.id,
        ...params,
        number: index + 1,
        text: captions.cues[index]?.text ?? '',
        count: all.length,
      },
    };
  });
}
