/** The meeting: a month of deaf readers without an interpreter is not ready. */
import type { IssueDraft } from './draft.ts';
import type { Finding, FindingCode } from './finding.ts';

export function checkSession({ session, club, file, id }: IssueDraft): readonly Finding[] {
  const finding = (
    code: FindingCode,
    severity: Finding['severity'],
    params: Finding['params'] = {},
  ): Finding => ({
    code,
    severity,
    where: { file },
    params,
  });
  if (session === undefined) return [finding('session-missing', 'warning')];
  const findings: Finding[] = [];
  // A club whose readings must be signed meets in sign; who signs there must be known before it is announced.
  if (club.requires.reading.includes('sign') && session.interpreter === undefined) {
    findings.push(finding('session-interpreter-missing', 'error', { club: club.id }));
  }
  if (session.end <= session.start) {
    findings.push(finding('session-times', 'error', { start: session.start, end: session.end }));
  }
  if (!id.startsWith(session.date.slice(0, 7))) {
    findings.push(finding('session-month', 'warning', { date: session.date, id }));
  }
  return findings;
}
