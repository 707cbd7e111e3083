import type { Session } from '../../core/shelf/issue.ts';
import type { Translate } from '../../i18n/namespaces.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { localDate } from '../../ui/issue/local-date.ts';
import { SessionCard } from '../../ui/issue/SessionCard.tsx';
import { meetingCalendar } from './ics.ts';

interface NextSessionProps {
  readonly issueId: string;
  readonly session: Session;
  readonly clubName: string;
}

/** The next meeting, with a file for the tablet's calendar; once it is over it says so and offers none. */
export function NextSession({ issueId, session, clubName }: NextSessionProps) {
  const t = useT('home');
  const isOver = session.date < localDate(session.timeZone);
  return (
    <SessionCard
      title={t(isOver ? 'session.last' : 'session.next')}
      session={session}
      action={
        !isOver && (
          <Button
            icon="calendar"
            onClick={() => saveFile(`${issueId}.ics`, calendarOf(issueId, session, clubName, t))}
          >
            {t('session.calendar')}
          </Button>
        )
      }
    />
  );
}

function calendarOf(id: string, session: Session, clubName: string, t: Translate<'home'>): string {
  const { address, interpreter, notes } = session;
  const description = [
    address,
    interpreter === undefined ? undefined : t('session.interpreterIs', { who: interpreter }),
    notes,
  ];
  return meetingCalendar(
    {
      ...session,
      id,
      title: clubName,
      description: description.filter((line) => line !== undefined).join('\n'),
      reminder: t('session.reminder', { club: clubName }),
    },
    new Date(),
  );
}

/** Hands a file made on the tablet to the browser, as a download. */
function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // Some browsers read it only after asking the person where to put it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
