import { useState } from 'preact/hooks';
import { formatDate } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { localDay } from '../shared/clock-time.ts';
import type { MonthDesk } from '../shared/month-desk.ts';
import { TextField } from '../shared/TextField.tsx';
import css from './PublishPage.module.css';

interface PlannedDayProps {
  readonly desk: MonthDesk;
  readonly isReady: boolean;
}

/** 排期: the day it should be published. Until the hub takes drafts itself, the day is a reminder in the queue. */
export function PlannedDay({ desk, isReady }: PlannedDayProps) {
  const t = useT('studio-queue');
  const { month } = desk;
  const { release, month: ofMonth } = month.issue.value;
  const [day, setDay] = useState(
    release.state === 'scheduled' ? localDay(Date.parse(release.at)) : `${ofMonth}-01`,
  );
  if (release.state === 'exported' || release.state === 'withdrawn') return null;
  const canWrite = desk.canWrite.value;
  // Six in the morning where the person is: before anybody opens the month.
  const at = (): string => new Date(`${day}T06:00:00`).toISOString();
  return (
    <section class={css.section} aria-labelledby="planned-day">
      <h2 id="planned-day">{t('out.plan.title')}</h2>
      <p>{t('out.plan.note')}</p>
      {release.state === 'scheduled' && (
        <StateLine kind="ok" icon="clock">
          {t('scheduledFor', { date: formatDate(localDay(Date.parse(release.at)), 'dayWeekday') })}
        </StateLine>
      )}
      <TextField label={t('out.plan.day')} type="date" value={day} readOnly={!canWrite} onInput={setDay} />
      <div class={css.buttons}>
        <Button
          icon="calendar"
          onClick={() => day !== '' && month.setRelease({ state: 'scheduled', at: at() })}
          {...(!isReady && { blocked: t('out.plan.notReady') })}
        >
          {t('out.plan.set')}
        </Button>
        {release.state === 'scheduled' && (
          <Button onClick={() => month.setRelease({ state: 'none' })} aria-disabled={!canWrite}>
            {t('out.plan.clear')}
          </Button>
        )}
      </div>
    </section>
  );
}
