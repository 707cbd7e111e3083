/** What authoring finds wrong, and the cure, in a sentence for the person who can mend it. */
import type { Problem } from './issue-source.ts';
import { PROBLEM_TABLE } from './problem-table.ts';

export type ProblemLanguage = 'zh' | 'en';

export type AuthoringCode = keyof typeof PROBLEM_TABLE;

export function isAuthoringCode(code: string): code is AuthoringCode {
  return Object.hasOwn(PROBLEM_TABLE, code);
}

/** A problem of the given kind at a place. */
export function problem(
  code: AuthoringCode,
  place: { readonly file: string; readonly line?: number | undefined },
  params: Problem['params'] = {},
): Problem<AuthoringCode> {
  const { file, line } = place;
  return { file, ...(line === undefined ? {} : { line }), code, severity: PROBLEM_TABLE[code][0], params };
}

/** The sentence for one of authoring's problems, without its place. */
export function describeProblem(
  { code, params }: Problem<AuthoringCode>,
  language: ProblemLanguage = 'zh',
): string {
  const text: string = PROBLEM_TABLE[code][language === 'zh' ? 1 : 2];
  return text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole));
}

/** `01-morning.md:12`, as editors and terminals understand it. */
export function placeOf({ file, line }: Pick<Problem, 'file' | 'line'>): string {
  return line === undefined ? file : `${file}:${line}`;
}
