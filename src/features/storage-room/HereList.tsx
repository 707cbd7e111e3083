import { useState } from 'preact/hooks';
import { formatDate, formatNumber } from '../../i18n/format.ts';
import { useT } from '../../i18n/use-t.ts';
import type { Library } from '../../library/library.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IssueStateLine } from '../../ui/issue/IssueStateLine.tsx';
import { localDate } from '../../ui/issue/local-date.ts';
import { sizeText } from '../../ui/issue/sizes.ts';
import { StateLine } from '../../ui/StateLine.tsx';
import { IssueLabel } from './IssueLabel.tsx';
import { RemoveSheet } from './RemoveSheet.tsx';
import { sumBytes, type ListedIssue } from './room-lists.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useMore } from '../../ui/use-more.ts';
import { VerifyPanel } from './VerifyPanel.tsx';
import css from './StorageRoom.module.css';

const FEW = 8;

interface HereListProps {
  readonly issues: readonly ListedIssue[];
  readonly library: Library;
}

/** What this tablet has, how big it is and when it was last found whole. */
export function HereList({ issues, library }: HereListProps) {
  const t = useT('storage-room');
  const words = useT('library');
  const part = useKeptFocus<HTMLElement>();
  const { shown, rest, showAll } = useMore(issues, FEW);
  const [leaving, setLeaving] = useState<ListedIssue | null>(null);
  return (
    <section ref={part} class={css.card} aria-labelledby="here">
      <div class={css.head}>
        <h2 class={css.heading} id="here" tabIndex={-1}>
          {t('here.title')}
        </h2>
        {issues.length > 0 && (
          <p class={css.note}>
            {t('here.sum', { number: formatNumber(issues.length), size: sizeText(words, sumBytes(issues)) })}
          </p>
        )}
      </div>
      {issues.length === 0 ? (
        <EmptyState icon="tablet" title={t('here.empty.title')} text={t('here.empty.text')} />
      ) : (
        <>
          <VerifyPanel library={library} issues={issues} />
          <ul class={css.rows}>
            {shown.map((issue) => (
              <li key={issue.id} class={css.row} data-beside>
                <IssueLabel issue={issue} />
                <Condition issue={issue} library={library} />
                <div class={css.acts}>
                  <Button icon="trash" onClick={() => setLeaving(issue)}>
                    {t('here.remove')}
                    <span class="visually-hidden" lang="zh-Hans">
                      {issue.title}
                    </span>
                  </Button>
                </div>
              </li>
            ))}
          </ul>
          {rest > 0 && <Button onClick={showAll}>{t('here.more', { number: formatNumber(rest) })}</Button>}
        </>
      )}
      {leaving !== null && (
        <RemoveSheet
          issue={leaving}
          onRemove={async () => {
            await library.remove(leaving.id);
            announce(t('remove.done', { title: leaving.title }));
            setLeaving(null);
          }}
          onClose={() => setLeaving(null)}
        />
      )}
    </section>
  );
}

/** Stored and whole says more here than elsewhere: also when it was last checked. */
function Condition({ issue, library }: { readonly issue: ListedIssue; readonly library: Library }) {
  const t = useT('storage-room');
  const words = useT('library');
  const { state } = issue;
  if (state.state !== 'stored' || state.revisionWaiting || state.waitsForShell) {
    return <IssueStateLine issue={issue} library={library} isInRoom />;
  }
  const day = (ms: number) => formatDate(localDate(undefined, new Date(ms)), 'day');
  const dates = t('here.stored', { stored: day(state.installedMs), verified: day(state.verifiedMs) });
  return (
    <StateLine kind="ok" note={dates}>
      <b>{words('words.stored')}</b> {sizeText(words, state.sizeBytes)}
    </StateLine>
  );
}
