/** What axe found in the preview, as findings of the list: the same shape, keys and reasons as every check's. */
import type { Finding } from '../../../core/checks/finding.ts';
import type { ExaminedRule } from '../../../library/preview-host.ts';

/**
 * Rules an author's content can break, and cures. Any other is a fault of the program: it is said, and may be released with a reason, for
 * no facilitator can mend it.
 */
export const contentRules = [
  'image-alt',
  'svg-img-alt',
  'image-redundant-alt',
  'empty-heading',
  'heading-order',
  'page-has-heading-one',
  'valid-lang',
  'link-name',
  'list',
  'duplicate-id-aria',
  'video-caption',
] as const;
export type ContentRule = (typeof contentRules)[number];

export const isContentRule = (rule: string): rule is ContentRule =>
  contentRules.some((known) => known === rule);

/** axe's best practices are advice, also where content causes them. */
const ADVICE: readonly string[] = ['image-redundant-alt'];

export interface AxeFinding extends Finding {
  readonly rule: string;
  readonly help: string;
  /** What stands at the places, for finding them. */
  readonly texts: readonly string[];
}

/** Of several examinations (orientations, text sizes), each rule once. */
export function axeFindings(
  piece: string,
  runs: readonly (readonly ExaminedRule[])[],
): readonly AxeFinding[] {
  const rules = new Map<string, ExaminedRule[]>();
  for (const found of runs.flat()) rules.set(found.rule, [...(rules.get(found.rule) ?? []), found]);
  return [...rules].map(([rule, found]) => {
    const texts = [...new Set(found.flatMap(({ places }) => places.map(({ text }) => text)))].filter(
      (text) => text !== '',
    );
    return {
      code: `axe-${rule}`,
      severity: isContentRule(rule) && !ADVICE.includes(rule) ? 'error' : 'warning',
      where: { file: piece, piece },
      params: { rule },
      rule,
      help: found[0]?.help ?? rule,
      texts: texts.slice(0, 5),
    };
  });
}
