/** Captions of a piece against the limits of `numbers.md`. Many of one kind are said once, with where the first is. */
import { checkCaptions, type CaptionFindingCode } from '../captions/checks.ts';
import type { CaptionsDraft, PieceDraft } from './draft.ts';
import type { Finding } from './finding.ts';

export function checkCaptionsOf(piece: PieceDraft): readonly Finding<CaptionFindingCode>[] {
  return piece.captions.flatMap((captions) => checkFile(piece, captions));
}

function checkFile(piece: PieceDraft, captions: CaptionsDraft): readonly Finding<CaptionFindingCode>[] {
  // Written for Chinese: sixteen characters and five a second mean nothing for an alphabet.
  if (!captions.language.startsWith('zh')) return [];
  const findings = checkCaptions(captions.cues);
  const firsts = findings.filter(
    ({ code }, index) => findings.findIndex((other) => other.code === code) === index,
  );
  return firsts.map(({ code, severity, index, params }) => ({
    code,
    severity,
    where: { file: captions.file },
    params: {
      piece: piece.id,
      ...params,
      number: index + 1,
      text: captions.cues[index]?.text ?? '',
      count: findings.filter((other) => other.code === code).length,
    },
  }));
}
