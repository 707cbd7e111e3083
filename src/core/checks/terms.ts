/** Terms: every marked word leads to a card, every card explains (WCAG 3.1.3). */
import { allSentencesOfDraft } from './draft-text.ts';
import type { IssueDraft, PieceDraft, TermDraft } from './draft.ts';
import type { Finding, FindingCode } from './finding.ts';

export function checkTerms(
  draft: IssueDraft,
  { allowPlaceholders }: { readonly allowPlaceholders: boolean },
): readonly Finding[] {
  const used = new Set(draft.pieces.flatMap((piece) => marksOf(piece).map(({ term }) => term)));
  return [
    ...checkMarks(draft),
    ...draft.terms.flatMap((term) => checkTerm(term, { isUsed: used.has(term.id), allowPlaceholders })),
  ];
}

function checkMarks(draft: IssueDraft): readonly Finding[] {
  const known = new Set(draft.terms.map((term) => term.id));
  return draft.pieces.flatMap((piece) =>
    marksOf(piece)
      .filter(({ term }) => !known.has(term))
      .map(({ term, sentence }): Finding => {
        const line = piece.lineOf(sentence);
        const where = { file: piece.file, ...(line !== undefined && { line }) };
        return { code: 'term-unknown', severity: 'error', where, params: { piece: piece.id, term } };
      }),
  );
}

function checkTerm(
  term: TermDraft,
  { isUsed, allowPlaceholders }: { readonly isUsed: boolean; readonly allowPlaceholders: boolean },
): readonly Finding[] {
  const finding = (code: FindingCode, severity: Finding['severity']): Finding => ({
    code,
    severity,
    where: { file: term.file, ...(term.line !== undefined && { line: term.line }) },
    params: { piece: term.word, term: term.id, word: term.word },
  });
  const findings: Finding[] = [];
  if (term.explanation.trim() === '') findings.push(finding('term-unexplained', 'error'));
  if (term.pictureAlt?.trim() === '') findings.push(finding('alt-missing', 'error'));
  if (term.hasPlaceholder && !allowPlaceholders)
    findings.push(finding('term-placeholder-outside-starter', 'error'));
  if (!isUsed) findings.push(finding('term-unused', 'warning'));
  return findings;
}

function marksOf(piece: PieceDraft) {
  return allSentencesOfDraft(piece.blocks).flatMap((sentence) =>
    sentence.words.flatMap((word) =>
      word.term === undefined ? [] : [{ term: word.term, sentence: sentence.id }],
    ),
  );
}
