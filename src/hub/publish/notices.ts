/** Everything that can be wrong with an issue, from whichever layer noticed it, as one kind of notice. */
import type { Problem } from '../../authoring/issue-source.ts';
import type { MediaFinding } from '../../authoring/media/judge.ts';
import type { MediaErrorCode } from '../../authoring/media/media-error.ts';
import { describeMediaProblem } from '../../authoring/media/problem-text.ts';
import { describeProblem, isAuthoringCode } from '../../authoring/problem-text.ts';
import { describeFinding } from '../../core/checks/finding-text.ts';
import { findingKeys } from '../../core/checks/finding-key.ts';
import type { Finding } from '../../core/checks/finding.ts';
import type { NamedFile } from './folder-files.ts';
import type { Notice } from './notice.ts';
import { publishTexts, type PublishCode } from './publish-texts.ts';

type Params = Readonly<Record<string, string | number>>;

export function noticeOfProblem({ file, line, code, severity, params }: Problem): Notice {
  const place = { severity, file, ...(line !== undefined && { line }) };
  if (!isAuthoringCode(code)) return { ...place, zh: code, en: code };
  const problem = { file, code, severity, params };
  return { ...place, zh: describeProblem(problem, 'zh'), en: describeProblem(problem, 'en') };
}

export function noticeOfFinding(finding: Finding): Notice {
  const text = describeFinding(finding);
  const { file, line } = finding.where;
  return {
    severity: finding.severity,
    file,
    ...(line !== undefined && { line }),
    zh: text?.['zh-Hans'] ?? finding.code,
    en: text?.en ?? finding.code,
  };
}

/** A warning nobody has given a reason for, where one is demanded. */
export function noticeOfUnreasoned(finding: Finding): Notice {
  const { zh, en, file, line } = noticeOfFinding(finding);
  const keys = findingKeys(finding).join(', ');
  const refusal = noticeOf('reason-missing', file, {}, line);
  const fill = (text: string, what: string): string => text.replace('{what}', what).replace('{keys}', keys);
  return { ...refusal, zh: fill(refusal.zh, zh), en: fill(refusal.en, en) };
}

const severityOf = { refuse: 'error', warn: 'warning', repair: 'repaired' } as const;

export function noticeOfMedia({ file }: NamedFile, { code, action, params }: MediaFinding): Notice {
  return {
    severity: severityOf[action],
    file,
    zh: describeMediaProblem(code, params, 'zh'),
    en: describeMediaProblem(code, params, 'en'),
  };
}

export function noticeOfMediaError({ file }: NamedFile, code: MediaErrorCode): Notice {
  return {
    severity: 'error',
    file,
    zh: describeMediaProblem(code, {}, 'zh'),
    en: describeMediaProblem(code, {}, 'en'),
  };
}

export function noticeOf(code: PublishCode, file: string, params: Params, line?: number): Notice {
  const [severity, zh, en] = publishTexts[code];
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole));
  return { severity, file, ...(line !== undefined && { line }), zh: fill(zh), en: fill(en) };
}
