import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { dayAndTime } from '../shared/clock-time.ts';
import type { MonthDesk } from '../shared/month-desk.ts';
import css from './PublishPage.module.css';

interface ReleaseStateProps {
  readonly desk: MonthDesk;
  readonly isOnShelf: boolean;
}

/** Where the month is: handed over, on the shelf, withdrawn; and the ways on from there. Nothing where it is still being made. */
export function ReleaseState({ desk, isOnShelf }: ReleaseStateProps) {
  const t = useT('studio-queue');
  const { month } = desk;
  const { release, id } = month.issue.value;
  const canDecide = month.isWriter.value;
  const at = 'at' in release ? dayAndTime(Date.parse(release.at)) : '';
  if (release.state !== 'exported' && release.state !== 'withdrawn' && !isOnShelf) return null;
  return (
    <section class={css.section} aria-labelledby="release-state">
      <h2 id="release-state">{t('out.state.title')}</h2>
      {release.state === 'exported' && (
        <StateLine kind="ok">
          {isOnShelf ? t('out.state.published') : t('out.state.exported', { at })}
        </StateLine>
      )}
      {release.state === 'withdrawn' && (
        <>
          <StateLine kind="plain" icon="undo">
            {t('out.state.withdrawn', { at })}
          </StateLine>
          {isOnShelf && (
            <p>
              {t('out.state.removeIt')}
              <code class={css.command}>{`npm run issue -- remove ${id}`}</code>
            </p>
          )}
        </>
      )}
      {(release.state === 'none' || release.state === 'scheduled') && (
        <StateLine kind="wait">{t('out.state.changed')}</StateLine>
      )}
      <div class={css.buttons}>
        {(release.state === 'exported' || release.state === 'withdrawn') && (
          <Button
            icon="edit"
            aria-disabled={!canDecide}
            onClick={() => canDecide && month.setRelease({ state: 'none' })}
          >
            {t('out.state.again')}
          </Button>
        )}
        {release.state !== 'withdrawn' && (
          <Button
            icon="undo"
            aria-disabled={!canDecide}
            onClick={() =>
              canDecide && month.setRelease({ state: 'withdrawn', at: new Date().toISOString() })
            }
          >
            {t('out.state.withdraw')}
          </Button>
        )}
      </div>
    </section>
  );
}
