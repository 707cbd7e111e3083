import { useState } from 'preact/hooks';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import { formatDate } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/use-t.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { dayAndTime } from '../shared/clock-time.ts';
import { hubSentence } from '../shared/hub/hub-sentence.ts';
import type { MonthDesk } from '../shared/month-desk.ts';
import type { MonthRelease } from '../shared/releases/release-state.ts';
import { cancelRelease, hubNowMs, knownReleases, planRelease } from '../shared/releases/releases.ts';
import { firstProposal, instantOf, wallTimeOf, type WallTime } from '../shared/releases/shanghai-time.ts';
import { TextField } from '../shared/TextField.tsx';
import { draftOnHub } from './draft-on-hub.ts';
import { isElsewhere } from './release-words.ts';
import css from './PublishPage.module.css';

interface PlanFormProps {
  readonly desk: MonthDesk;
  readonly release: MonthRelease;
  readonly isReady: boolean;
}

type Asking = { readonly step: 'idle' | 'asking' } | { readonly step: 'failed'; readonly sentence: string };

/** 排期 / 现在发布: a day and a time in Shanghai, and what the hub then does by itself. */
export function PlanForm({ desk, release, isReady }: PlanFormProps) {
  const t = useT('studio-release');
  const { month } = desk;
  const { title, month: ofMonth } = month.issue.value;
  const planned = 'plan' in release && release.plan.kind === 'release' ? release.plan : null;
  const [wall, setWall] = useState<WallTime>(() =>
    planned === null
      ? firstProposal(ofMonth, hubNowMs(knownReleases.peek()))
      : wallTimeOf(Date.parse(planned.at)),
  );
  const [asking, setAsking] = useState<Asking>({ step: 'idle' });
  const [isSure, setIsSure] = useState(false);
  const atMs = instantOf(wall);
  const isPast = atMs !== null && atMs < hubNowMs(knownReleases.value);

  const ask = async (work: () => Promise<void>, done: 'done' | 'started' | 'cancelled'): Promise<void> => {
    setAsking({ step: 'asking' });
    try {
      await work();
      setAsking({ step: 'idle' });
      announce(t(`plan.${done}`));
    } catch (error) {
      console.warn(error);
      setAsking({ step: 'failed', sentence: hubSentence(error) });
    }
  };
  const plan = async (at: string): Promise<void> => {
    await month.flush();
    const draft = await draftOnHub(() => ({ issue: month.issue.peek(), pieces: month.pieces.peek() }));
    await planRelease(month.id, at, draft);
  };

  const why = blockedBecause();
  const blocked = why === null ? {} : { blocked: why };
  return (
    <div class={css.section} role="group" aria-labelledby="plan-form">
      <h3 id="plan-form">{t('plan.title')}</h3>
      <div class={css.when}>
        <TextField
          label={t('plan.day')}
          type="date"
          value={wall.day}
          onInput={(day) => setWall({ ...wall, day })}
        />
        <TextField
          label={t('plan.time')}
          type="time"
          value={wall.time}
          onInput={(time) => setWall({ ...wall, time })}
        />
      </div>
      <p class={css.reason}>{t('plan.zone')}</p>
      {atMs !== null && isElsewhere(atMs) && (
        <p class={css.reason}>{t('plan.local', { at: dayAndTime(atMs) })}</p>
      )}
      {isPast && <StateLine kind="wait">{t('plan.past')}</StateLine>}
      <OwnDays pieces={month.pieces.value} releaseDay={wall.day} />
      <div class={css.buttons}>
        <Button
          kind="main"
          solid
          icon="calendar"
          onClick={() => atMs !== null && void ask(() => plan(new Date(atMs).toISOString()), 'done')}
          {...(atMs === null && { blocked: t('plan.wrong') })}
          {...(isPast && { blocked: t('plan.past') })}
          {...blocked}
        >
          {t(planned === null ? 'plan.set' : 'plan.again')}
        </Button>
        <Button kind="main" icon="arrow-up" onClick={() => setIsSure(true)} {...blocked}>
          {t(release.is === 'released' ? 'plan.nowAgain' : 'plan.now')}
        </Button>
        {planned !== null && (
          <Button icon="undo" onClick={() => void ask(() => cancelRelease(month.id), 'cancelled')}>
            {t('plan.cancel')}
          </Button>
        )}
      </div>
      <div aria-live="polite">
        {asking.step === 'asking' && <StateLine kind="wait">{t('plan.sending')}</StateLine>}
        {asking.step === 'failed' && <StateLine kind="stop">{asking.sentence}</StateLine>}
      </div>
      {isSure && (
        <Sheet
          title={t('ask.now', { title })}
          onClose={() => setIsSure(false)}
          actions={
            <>
              <Button
                kind="main"
                solid
                icon="arrow-up"
                onClick={() => {
                  setIsSure(false);
                  void ask(() => plan('now'), 'started');
                }}
              >
                {t('ask.nowYes')}
              </Button>
              <Button onClick={() => setIsSure(false)}>{t('ask.no')}</Button>
            </>
          }
        >
          <p>{t('ask.nowText')}</p>
        </Sheet>
      )}
    </div>
  );

  function blockedBecause(): string | null {
    if (!isReady) return t('plan.notReady');
    if (month.isOut.value) return t('plan.isOut');
    if (!month.isWriter.value) return t('plan.readOnly');
    return asking.step === 'asking' ? t('plan.sending') : null;
  }
}

interface OwnDaysProps {
  readonly pieces: readonly DraftPiece[];
  /** `2026-12-01` */
  readonly releaseDay: string;
}

/** 每日一篇: which pieces wait for their own day, and which would have been earlier than the month. */
function OwnDays({ pieces, releaseDay }: OwnDaysProps) {
  const t = useT('studio-release');
  const own = pieces.flatMap(({ id, title, showFrom }) =>
    showFrom === undefined ? [] : [{ id, title, showFrom }],
  );
  if (own.length === 0) return null;
  return (
    <ul class={css.reasons}>
      {own.map(({ id, title, showFrom }) => (
        <li key={id}>
          {t(showFrom < releaseDay ? 'plan.dayBefore' : 'plan.day1', {
            title,
            day: formatDate(showFrom, 'day'),
          })}
        </li>
      ))}
    </ul>
  );
}
