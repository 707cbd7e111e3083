import { formatNumber } from '../../i18n/format.ts';
import { useT } from '../../i18n/use-t.ts';
import type { Library } from '../../library/library.ts';
import { Button } from '../../ui/Button.tsx';
import { IssueStateLine } from '../../ui/issue/IssueStateLine.tsx';
import { IssueLabel } from './IssueLabel.tsx';
import type { ListedIssue } from './room-lists.ts';
import { useMore } from '../../ui/use-more.ts';
import css from './StorageRoom.module.css';

const FEW = 4;

interface OfferListProps {
  readonly issues: readonly ListedIssue[];
  readonly library: Library;
}

/** What the shelf has and this tablet has not. */
export function OfferList({ issues, library }: OfferListProps) {
  const t = useT('storage-room');
  const { shown, rest, showAll } = useMore(issues, FEW);
  if (issues.length === 0) return null;
  return (
    <section class={css.card} aria-labelledby="offered">
      <h2 class={css.heading} id="offered">
        {t('offer.title')}
      </h2>
      <p class={css.note}>{t('offer.text')}</p>
      <ul class={css.rows}>
        {shown.map((issue) => (
          <li key={issue.id} class={css.row} data-beside>
            <IssueLabel issue={issue} />
            <IssueStateLine issue={issue} library={library} isInRoom />
          </li>
        ))}
      </ul>
      {rest > 0 && <Button onClick={showAll}>{t('offer.more', { number: formatNumber(rest) })}</Button>}
    </section>
  );
}
