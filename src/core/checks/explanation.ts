/** A finding in the studio: what is wrong, and what to do about it there. Sentences are filled from the finding's params. */
import type { Localised } from '../shelf/issue.ts';

export interface Explanation {
  readonly what: Localised;
  readonly cure: Localised;
}

type Three = readonly [zhHans: string, zhHant: string, en: string];

export function told(what: Three, cure: Three): Explanation {
  return { what: localised(what), cure: localised(cure) };
}

const localised = ([zhHans, zhHant, en]: Three): Localised => ({ 'zh-Hans': zhHans, 'zh-Hant': zhHant, en });
