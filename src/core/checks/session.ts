/** The meeting: a month of deaf readers without an interpreter is not ready. */
import { isDay, isTime } from './day.ts';
import type { IssueDraft } from './draft.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { Field } from './place.ts';

export function checkSession({ session, club, file, id }: IssueDraft): readonly Finding<FindingCode>[] {
  const finding = (
    code: FindingCode,
    field: Field,
    params: Finding['params'] = {},
    severity: Finding['severity'] = 'error',
  ): Finding<FindingCode> => ({ code, severity, where: { file, field }, params });
  if (session === undefined) return [finding('session-missing', 'session', {}, 'warning')];
  const findings: Finding<FindingCode>[] = [];
  const { date, start, end, place, interpreter = '' } = session;
  if (!isDay(date)) findings.push(finding('session-date-missing', 'session.date', { date }));
  else if (!id.startsWith(date.slice(0, 7)))
    findings.push(finding('session-month', 'session.date', { date, id }, 'warning'));
  if (!isTime(start) || !isTime(end))
    findings.push(finding('session-time-missing', 'session.time', { start, end }));
  else if (end <= start) findings.push(finding('session-times', 'session.time', { start, end }));
  if (place.trim() === '') findings.push(finding('session-place-missing', 'session.place'));
  // A club whose readings must be signed meets in sign; who signs there must be known before it is announced.
  if (club.requires.reading.includes('sign') && interpreter.trim() === '') {
    findings.push(finding('session-interpreter-missing', 'session.interpreter', { club: club.id }));
  }
  return findings;
}
