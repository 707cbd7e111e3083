import { isSame } from '../../../../authoring/draft/canonical-json.ts';
import * as v from 'valibot';
import { TermIdSchema } from '../../../../core/reading/model.ts';
import type { DraftTerm } from '../../../../authoring/draft/model.ts';
import type { HubWords } from './hub-drafts.ts';

/**
 * Two machines' cards and readings since they agreed. A card both wrote differently is two cards then, the second under a new id: whoever
 * sees both can take one away. Of two readings of a word the one confirmed here stays, a proposal like any other.
 */
export function mergeWords(base: HubWords, mine: HubWords, theirs: HubWords): HubWords {
  const [before, here, there] = [base, mine, theirs].map(
    ({ terms }) => new Map(terms.map((term) => [term.id, term])),
  );
  const terms: DraftTerm[] = [];
  const extra: DraftTerm[] = [];
  const ids = new Set([...theirs.terms, ...mine.terms].map(({ id }) => id));
  for (const id of ids) {
    const [was, ours, other] = [before?.get(id), here?.get(id), there?.get(id)];
    const kept = pick(was, ours, other);
    if (kept !== 'both') terms.push(...(kept ? [kept] : []));
    else if (ours && other) {
      terms.push(other);
      extra.push(ours);
    }
  }
  for (const term of extra) {
    // The other machine may have done the same already.
    const isThere = terms.some((one) => isSame({ ...one, id: '' }, { ...term, id: '' }));
    if (!isThere) terms.push({ ...term, id: freeId(term.id, new Set(terms.map(({ id }) => id))) });
  }
  const words = new Set([...Object.keys(theirs.readings), ...Object.keys(mine.readings)]);
  const readings = [...words].flatMap((word) => {
    const ours = mine.readings[word];
    const kept = pick(base.readings[word], ours, theirs.readings[word]);
    const reading = kept === 'both' ? ours : kept;
    return reading === undefined ? [] : [[word, reading] as const];
  });
  return { terms, readings: Object.fromEntries(readings) };
}

function pick<T>(base: T | undefined, mine: T | undefined, theirs: T | undefined): T | undefined | 'both' {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine;
  if (isSame(mine, base)) return theirs;
  return mine === undefined ? theirs : theirs === undefined ? mine : 'both';
}

function freeId(id: DraftTerm['id'], taken: ReadonlySet<string>): DraftTerm['id'] {
  for (let number = 2; ; number++)
    if (!taken.has(`${id}-${number}`)) return v.parse(TermIdSchema, `${id}-${number}`);
}
