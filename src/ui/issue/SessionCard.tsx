import type { ComponentChildren } from 'preact';
import { formatDate, formatMonth } from '../../i18n/format.ts';
import { language } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/use-t.ts';
import { Icon } from '../Icon.tsx';
import css from './SessionCard.module.css';

interface SessionInfo {
  /** Local `2026-11-28` and `14:00`, in the place's own time zone. */
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly place: string;
  readonly address?: string;
  readonly interpreter?: string;
  readonly helpers?: string;
  readonly notes?: string;
}

interface SessionCardProps {
  readonly title: string;
  readonly session: SessionInfo;
  readonly action?: ComponentChildren;
}

/** When and where the club meets, and who signs. */
export function SessionCard({ title, session, action }: SessionCardProps) {
  const t = useT('ui');
  const { date, start, end, place, address, interpreter, helpers, notes } = session;
  return (
    <section class={css.card} aria-label={title}>
      <p class={css.day}>
        <span>{formatMonth(date.slice(0, 7), 'short')}</span>
        <b>{formatDate(date, 'dayOfMonth')}</b>
        <span>{formatDate(date, 'weekday')}</span>
      </p>
      <div class={css.facts}>
        <h2 class={css.title}>{title}</h2>
        <ul class={css.list}>
          <li>
            <Icon name="clock" small />
            <span>{timeRange(date, start, end)}</span>
          </li>
          <li>
            <Icon name="place" small />
            <span lang="zh-Hans">
              {place}
              {address !== undefined && <span class={css.more}>{address}</span>}
            </span>
          </li>
          {interpreter !== undefined && (
            <li>
              <Icon name="hands" small />
              <span>{t('session.interpreter', { who: interpreter })}</span>
            </li>
          )}
          {helpers !== undefined && (
            <li>
              <Icon name="people" small />
              <span>{t('session.helpers', { who: helpers })}</span>
            </li>
          )}
        </ul>
        {notes !== undefined && (
          <p class={css.more} lang="zh-Hans">
            {notes}
          </p>
        )}
        {action && <div class={css.action}>{action}</div>}
      </div>
    </section>
  );
}

/** Both times are on the wall where the club meets: formatted as if UTC, so that no tablet shifts them. */
function timeRange(date: string, start: string, end: string): string {
  const format = new Intl.DateTimeFormat(language.value, {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZone: 'UTC',
  });
  return format.formatRange(new Date(`${date}T${start}Z`), new Date(`${date}T${end}Z`));
}
