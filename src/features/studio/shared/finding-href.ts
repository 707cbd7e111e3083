/** Where a finding is cured: the step's page, and what it should bring into sight there. */
import type { DraftFinding } from '../../../authoring/draft/check-draft.ts';
import { stepHref } from './step-list.ts';

type Wanted = Pick<DraftFinding, 'step' | 'piece' | 'where'>;

/** What a step may look for in its address: `?sentence=s5`, `?track=sign-csl`, `?field=session.place`. */
export function findingHref(issue: string, { step, piece, where }: Wanted): string {
  const { field, sentence, block, picture, track, captions, caption, term } = where;
  const asked = Object.entries({ field, sentence, block, picture, track, captions, caption, term });
  const query = new URLSearchParams(
    asked.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
  const path = step === 'month' || piece === null ? `/studio/${issue}` : stepHref(issue, piece, step);
  const ofPiece = step === 'month' && piece !== null ? `piece=${piece}` : '';
  const whole = [ofPiece, query].filter((part) => part !== '').join('&');
  return whole === '' ? path : `${path}?${whole}`;
}
