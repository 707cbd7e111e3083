import type { DraftSession } from '../../../authoring/draft/model.ts';
import type { Club } from '../../../core/shelf/issue.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import type { MonthDesk } from '../shared/month-desk.ts';
import { TextField } from '../shared/TextField.tsx';
import { emptySession, withSessionField, type SessionField } from './session-fields.ts';
import css from './MonthPage.module.css';

interface SessionFormProps {
  readonly desk: MonthDesk;
  readonly club: Club;
}

/** The meeting: when, where, who interprets. A month may have none. */
export function SessionForm({ desk, club }: SessionFormProps) {
  const t = useT('studio-queue');
  const { session, month } = desk.month.issue.value;
  const readOnly = !desk.canWrite.value;
  const set = (update: (session: DraftSession | null) => DraftSession | null, merge: string | null): void =>
    desk.changeIssue('session', (issue) => ({ ...issue, session: update(issue.session) }), merge);
  const isSigned = club.requires.reading.includes('sign');

  const field = (
    name: SessionField,
    more: { readonly type?: 'date' | 'time'; readonly isLong?: boolean; readonly hint?: string } = {},
  ) => (
    <TextField
      name={name === 'start' || name === 'end' ? 'session.time' : `session.${name}`}
      label={t(`session.${name}`)}
      value={session?.[name] ?? ''}
      readOnly={readOnly}
      {...more}
      {...(name === 'date' && { min: `${month}-01`, max: `${month}-31` })}
      onInput={(value) => set((before) => before && withSessionField(before, name, value), `session.${name}`)}
    />
  );

  return (
    <section class={css.section} aria-labelledby="session" data-field="session" tabIndex={-1}>
      <h2 id="session">{t('session.title')}</h2>
      {session === null ? (
        <>
          <p>{t('session.none')}</p>
          <Button icon="calendar" aria-disabled={readOnly} onClick={() => set(() => emptySession(), null)}>
            {t('session.add')}
          </Button>
        </>
      ) : (
        <>
          <div class={css.three}>
            {field('date', { type: 'date' })}
            {field('start', { type: 'time' })}
            {field('end', { type: 'time' })}
          </div>
          {field('place')}
          {field('address')}
          {field('interpreter', { hint: t(isSigned ? 'session.interpreterNeeded' : 'session.byRole') })}
          {field('helpers', { hint: t('session.byRole') })}
          {field('notes', { isLong: true })}
          <Button kind="quiet" icon="trash" aria-disabled={readOnly} onClick={() => set(() => null, null)}>
            {t('session.remove')}
          </Button>
        </>
      )}
    </section>
  );
}
