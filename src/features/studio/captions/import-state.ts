/** A caption file that was brought: what is in it, what was put right, and what the person still has to choose. */
import { isBilingual, keepLanguage, type CaptionLanguage } from '../../../core/captions/bilingual.ts';
import type { Caption } from '../../../core/captions/model.ts';
import { parseCaptions } from '../../../core/captions/parse.ts';
import type { CaptionProblem, CaptionProblemCode } from '../../../core/captions/problem.ts';

export interface CaptionImport {
  readonly name: string;
  readonly cues: readonly Caption[];
  /** One of each kind, the first of its kind with its line; errors first. */
  readonly problems: readonly (CaptionProblem & { readonly times: number })[];
  readonly isBilingual: boolean;
  /** Players refuse it for its form, and read generously it has captions all the same. */
  readonly generously: readonly Caption[] | null;
}

/** What no caption file is as large as; reading more would only stop the page. */
export const mostBytes = 8 * 1024 * 1024;

export function readCaptionFile(bytes: Uint8Array, name: string): CaptionImport {
  const { cues, problems } = parseCaptions(bytes, name);
  const generous = cues.length === 0 ? parseCaptions(bytes, 'captions.srt').cues : [];
  return {
    name,
    cues,
    problems: groupProblems(problems),
    isBilingual: isBilingual(cues.length > 0 ? cues : generous),
    generously: generous.length > 0 ? generous : null,
  };
}

function groupProblems(problems: readonly CaptionProblem[]): CaptionImport['problems'] {
  const groups = new Map<CaptionProblemCode, CaptionProblem & { times: number }>();
  for (const problem of problems) {
    const known = groups.get(problem.code);
    groups.set(problem.code, known ? { ...known, times: known.times + 1 } : { ...problem, times: 1 });
  }
  const isError = (problem: CaptionProblem): number => (problem.severity === 'error' ? 0 : 1);
  return [...groups.values()].sort((a, b) => isError(a) - isError(b));
}

/** What goes into the draft; `left` captions had nothing in the language chosen. */
export function chosenCues(
  read: CaptionImport,
  language: CaptionLanguage | 'both',
): { readonly cues: readonly Caption[]; readonly left: number } {
  const all = read.cues.length > 0 ? read.cues : (read.generously ?? []);
  const cues = language === 'both' ? all : keepLanguage(all, language);
  const moments = (list: readonly Caption[]): number =>
    new Set(list.map(({ start, end }) => `${start} ${end}`)).size;
  return { cues, left: moments(all) - moments(cues) };
}
