import { useState } from 'preact/hooks';
import { formatDate } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import type { MonthDesk } from '../shared/month-desk.ts';
import { calendarWeeks, withDay } from './month-calendar.ts';
import css from './DayCalendar.module.css';
import page from './MonthPage.module.css';

/** 每日一篇: a piece may have its own day; without one it comes with the issue. Choose a piece, then a day. */
export function DayCalendar({ desk }: { readonly desk: MonthDesk }) {
  const t = useT('studio-queue');
  const pieces = desk.month.pieces.value;
  const { month } = desk.month.issue.value;
  const [chosen, setChosen] = useState<string | null>(null);
  const piece = pieces.find(({ id }) => id === chosen) ?? null;
  const canWrite = desk.canWrite.value;
  if (pieces.length === 0) return null;
  const set = (day: string | null): void => {
    if (piece && canWrite) desk.changePiece(piece.id, 'details', (before) => withDay(before, day));
  };
  const nameOf = (title: string): string => (title.trim() === '' ? t('untitled') : title);
  return (
    <section class={page.section} aria-labelledby="days" data-field="showFrom" tabIndex={-1}>
      <h2 id="days">{t('days.title')}</h2>
      <p>{t('days.note')}</p>
      <ul class={css.pieces}>
        {pieces.map(({ id, title, showFrom }) => (
          <li key={id}>
            <Button pressed={id === chosen} onClick={() => setChosen(id === chosen ? null : id)}>
              {nameOf(title)}
              <span class={css.day}>
                {showFrom === undefined ? t('days.withIssue') : formatDate(showFrom, 'day')}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {piece && (
        <>
          <p role="status">{t('days.choose', { title: nameOf(piece.title) })}</p>
          <div class={css.calendar}>
            {calendarWeeks(month)[0]?.map((day) => (
              <span key={day.date} class={css.weekday} aria-hidden="true">
                {formatDate(day.date, 'weekday').slice(-1)}
              </span>
            ))}
            {calendarWeeks(month)
              .flat()
              .map(({ date, isInMonth }) => {
                const here = pieces.filter(({ showFrom }) => showFrom === date);
                if (!isInMonth) return <span key={date} />;
                return (
                  <button
                    key={date}
                    type="button"
                    class={css.date}
                    aria-pressed={piece.showFrom === date}
                    aria-label={[
                      formatDate(date, 'dayWeekday'),
                      ...here.map(({ title }) => nameOf(title)),
                    ].join('，')}
                    data-taken={here.length > 0 || undefined}
                    onClick={() => set(piece.showFrom === date ? null : date)}
                  >
                    {formatDate(date, 'dayOfMonth')}
                    {here.length > 0 && <span class={css.dot}>{here.length > 1 ? here.length : '●'}</span>}
                  </button>
                );
              })}
          </div>
          <Button
            icon="month"
            aria-disabled={piece.showFrom === undefined || !canWrite}
            onClick={() => set(null)}
          >
            {t('days.reset')}
          </Button>
        </>
      )}
    </section>
  );
}
