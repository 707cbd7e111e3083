/** Terms: every marked word leads to a card, every card explains (WCAG 3.1.3). */
import { allSentencesOfDraft } from './draft-text.ts';
import type { IssueDraft, PieceDraft, TermDraft } from './draft.ts';
import type { Finding, FindingCode } from './finding.ts';
import { placeIn } from './place.ts';

export function checkTerms(
  draft: IssueDraft,
  { allowPlaceholders }: { readonly allowPlaceholders: boolean },
): readonly Finding<FindingCode>[] {
  const used = new Set(draft.pieces.flatMap((piece) => marksOf(piece).map(({ term }) => term)));
  return [
    ...checkMarks(draft),
    ...draft.terms.flatMap((term, index) =>
      checkTerm(term, {
        isUsed: used.has(term.id),
        isTwice: draft.terms.findIndex(({ id }) => id === term.id) < index,
        allowPlaceholders,
      }),
    ),
  ];
}

function checkMarks(draft: IssueDraft): readonly Finding<FindingCode>[] {
  const known = new Set(draft.terms.map((term) => term.id));
  return draft.pieces.flatMap((piece) =>
    marksOf(piece)
      .filter(({ term }) => !known.has(term))
      .map(({ term, sentence, word }): Finding<FindingCode> => ({
        code: 'term-unknown',
        severity: 'error',
        where: placeIn(piece, { sentence, term }),
        params: { piece: piece.id, term, word },
      })),
  );
}

function checkTerm(
  term: TermDraft,
  {
    isUsed,
    isTwice,
    allowPlaceholders,
  }: { readonly isUsed: boolean; readonly isTwice: boolean; readonly allowPlaceholders: boolean },
): readonly Finding<FindingCode>[] {
  const { file, line, id, word, explanation, pinyin, pictureAlt, picture } = term;
  const finding = (code: FindingCode, severity: Finding['severity'] = 'error'): Finding<FindingCode> => ({
    code,
    severity,
    where: { file, ...(line !== undefined && { line }), term: id },
    params: { piece: word, term: id, word },
  });
  const findings: Finding<FindingCode>[] = [];
  if (isTwice) findings.push(finding('term-id-twice'));
  if (word.trim() === '') findings.push(finding('term-word-missing'));
  if (pinyin?.trim() === '') findings.push(finding('term-pinyin-missing'));
  if (explanation.trim() === '') findings.push(finding('term-unexplained'));
  if (pictureAlt?.trim() === '') findings.push(finding('alt-missing'));
  if (picture !== undefined) {
    const asked = finding('picture-text-unjudged', 'warning');
    const where = { ...asked.where, picture };
    findings.push({ ...asked, where, places: [where], params: { ...asked.params, count: 1 } });
  }
  if (term.hasPlaceholder && !allowPlaceholders) findings.push(finding('term-placeholder-outside-starter'));
  if (!isUsed) findings.push(finding('term-unused', 'warning'));
  return findings;
}

function marksOf(piece: PieceDraft) {
  return allSentencesOfDraft(piece.blocks).flatMap((sentence) =>
    sentence.words.flatMap(({ term, text }) =>
      term === undefined ? [] : [{ term, sentence: sentence.id, word: text }],
    ),
  );
}
