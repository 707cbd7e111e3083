/** Editing a meeting: what is emptied is absent, as the issue folder has it. */
import type { DraftSession } from '../../../authoring/draft/model.ts';

export type SessionField = Exclude<keyof DraftSession, 'timeZone'>;

const OPTIONAL: ReadonlySet<string> = new Set(['address', 'interpreter', 'helpers', 'notes']);

/** Two o'clock to four, where both clubs meet. */
export function emptySession(): DraftSession {
  return { date: '', start: '14:00', end: '16:00', timeZone: 'Asia/Shanghai', place: '' };
}

export function withSessionField(session: DraftSession, field: SessionField, value: string): DraftSession {
  const { [field]: _, ...others } = session;
  const isAbsent = OPTIONAL.has(field) && value === '';
  return { ...emptySession(), ...others, ...(!isAbsent && { [field]: value }) };
}
