/** Pictures: what they show in words, who is in them, and what no program can see. */
import type { BlockDraft, PieceDraft } from './draft.ts';
import type { Finding, FindingCode } from './finding.ts';
import { placeIn, type Place } from './place.ts';

type Figure = Extract<BlockDraft, { type: 'figure' }>;

export function checkPictures(piece: PieceDraft): readonly Finding<FindingCode>[] {
  const figures = piece.blocks.flatMap((block, index) =>
    block.type === 'figure' ? [{ figure: block, place: placeOf(piece, block, index) }] : [],
  );
  const findings: Finding<FindingCode>[] = [];
  for (const { figure, place } of figures) {
    const error = (code: FindingCode) =>
      findings.push({ code, severity: 'error', where: place, params: { piece: piece.id } });
    if (figure.picture === null) error('picture-missing');
    // WCAG 1.1.1, whatever the club's table says.
    if (figure.alt.trim() === '') error('alt-missing');
  }
  return [...findings, ...checkPeople(piece, figures.length), ...askAboutText(piece, figures)];
}

function placeOf(piece: PieceDraft, { picture, sentences }: Figure, block: number): Place {
  const sentence = sentences[0]?.id;
  return placeIn(piece, {
    block,
    ...(sentence !== undefined && { sentence }),
    ...(typeof picture === 'string' && { picture }),
  });
}

function checkPeople(piece: PieceDraft, pictures: number): readonly Finding<FindingCode>[] {
  if (piece.consent || (piece.kind !== 'gallery' && pictures === 0)) return [];
  return [
    {
      code: 'pictured-consent-unknown',
      severity: 'warning',
      where: placeIn(piece, { field: 'consent' }),
      params: { piece: piece.id },
    },
  ];
}

/**
 * WCAG 1.4.6 holds for text in pictures too, and no program can judge it (letters on a photograph), so a person is asked, once for
 * each picture.
 */
function askAboutText(
  piece: PieceDraft,
  figures: readonly { readonly figure: Figure; readonly place: Place }[],
): readonly Finding<FindingCode>[] {
  // The place of a picture is the picture: a caption's sentence is edited, the picture asked about is not.
  const places = figures
    .filter(({ figure }) => figure.picture !== null)
    .map(({ place: { sentence: _caption, ...place } }) => place);
  const [where] = places;
  if (where === undefined) return [];
  return [
    {
      code: 'picture-text-unjudged',
      severity: 'warning',
      where,
      places,
      params: { piece: piece.id, count: places.length },
    },
  ];
}
