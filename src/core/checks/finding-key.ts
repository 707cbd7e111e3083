/**
 * What a written reason holds on to. A key names the check and its place by ids that survive editing, never by position: a reason
 * stays when sentences move, and is asked for again for a sentence it was not written for.
 */
import type { Finding } from './finding.ts';
import type { Place } from './place.ts';

/** The finding as a whole. */
export function findingKey({ code, where }: Pick<Finding, 'code' | 'where'>): string {
  const { piece, track, captions, term, field, rule } = where;
  const scope = [piece, track, captions, term, field, rule].filter((part) => part !== undefined).join('/');
  return scope === '' ? code : `${code}@${scope}`;
}

/** The keys a reason for it is kept under: one for each sentence or picture it speaks of, else its own alone. */
export function findingKeys(finding: Finding): readonly string[] {
  const whole = findingKey(finding);
  const parts = (finding.places ?? []).flatMap((place) => {
    const part = partOf(place);
    return part === undefined ? [] : [`${whole}#${part}`];
  });
  return parts.length === 0 ? [whole] : [...new Set(parts)];
}

const partOf = ({ sentence, picture }: Place): string | undefined => sentence ?? picture;

/** The reason given for the whole of it; empty while any part has none. */
export function reasonFor(finding: Finding, reasons: Readonly<Record<string, string>>): string {
  const given = findingKeys(finding).map((key) => reasons[key]?.trim() ?? '');
  return given.includes('') ? '' : (given[0] ?? '');
}

/** The reasons of an issue with this one written, or taken back where it is empty. */
export function withReason(
  reasons: Readonly<Record<string, string>>,
  finding: Finding,
  reason: string,
): Record<string, string> {
  const keys = findingKeys(finding);
  const others = Object.entries(reasons).filter(([key]) => !keys.includes(key));
  const own = reason.trim() === '' ? [] : keys.map((key) => [key, reason] as const);
  return Object.fromEntries([...others, ...own]);
}

/** What still stands between the issue and its release: errors, and warnings nobody has given a reason for. */
export function openFindings<F extends Finding>(
  findings: readonly F[],
  reasons: Readonly<Record<string, string>>,
): readonly F[] {
  return findings.filter((finding) => finding.severity === 'error' || reasonFor(finding, reasons) === '');
}
