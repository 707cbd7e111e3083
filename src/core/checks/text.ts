/** What the words of a piece still lack. */
import { allSentencesOfDraft } from './draft-text.ts';
import type { PieceDraft } from './draft.ts';
import type { Finding, FindingCode } from './finding.ts';

export function checkText(piece: PieceDraft): readonly Finding[] {
  return [
    ...checkHeadings(piece),
    ...checkSource(piece),
    ...checkSentenceIds(piece),
    ...checkReadings(piece),
  ];
}

const place = (piece: PieceDraft, line: number | undefined) => ({
  file: piece.file,
  ...(line !== undefined && { line }),
});

/** WCAG 1.3.1, 2.4.10: a third-level heading needs a second-level one above it. The title is the first level. */
function checkHeadings(piece: PieceDraft): readonly Finding[] {
  let last = 1;
  return piece.blocks.flatMap((block): Finding[] => {
    if (block.type !== 'heading') return [];
    const skipped = block.level > last + 1;
    last = block.level;
    const line = block.sentences[0] && piece.lineOf(block.sentences[0].id);
    const params = { piece: piece.id, level: block.level };
    return skipped ? [{ code: 'heading-skipped', severity: 'error', where: place(piece, line), params }] : [];
  });
}

function checkSource(piece: PieceDraft): readonly Finding[] {
  const finding = (code: FindingCode, severity: Finding['severity']): Finding => ({
    code,
    severity,
    where: { file: piece.file },
    params: { piece: piece.id },
  });
  const findings: Finding[] = [];
  if (piece.source === undefined || piece.source.author.trim() === '')
    findings.push(finding('source-missing', 'error'));
  else if (piece.source.permission.trim() === '') findings.push(finding('permission-missing', 'error'));
  const hasPictures = piece.kind === 'gallery' || piece.blocks.some((block) => block.type === 'figure');
  if (hasPictures && !piece.consent) findings.push(finding('pictured-consent-unknown', 'warning'));
  return findings;
}

function checkSentenceIds(piece: PieceDraft): readonly Finding[] {
  const seen = new Set<string>();
  return allSentencesOfDraft(piece.blocks).flatMap(({ id }): Finding[] => {
    const isTwice = seen.has(id);
    seen.add(id);
    return isTwice
      ? [
          {
            code: 'sentence-id-twice',
            severity: 'error',
            where: place(piece, piece.lineOf(id)),
            params: { piece: piece.id, id },
          },
        ]
      : [];
  });
}

/** One finding a piece: confirming is one action, and a list of every 子 would hide the one that is wrong. */
function checkReadings(piece: PieceDraft): readonly Finding[] {
  const [first] = piece.unsure;
  if (first === undefined) return [];
  const words = new Set(piece.unsure.map(({ text, chosen }) => `${text} ${chosen}`));
  return [
    {
      code: 'reading-unsettled',
      severity: 'warning',
      where: place(piece, first.line ?? piece.lineOf(first.sentence)),
      params: {
        piece: piece.id,
        count: piece.unsure.length,
        words: [...words].slice(0, shownReadings).join('、'),
      },
    },
  ];
}

const shownReadings = 40;
