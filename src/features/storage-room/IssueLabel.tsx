import { formatMonth } from '../../i18n/format.ts';
import { language } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/use-t.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Phrases } from '../../ui/Phrases.tsx';
import type { IssueName } from './room-lists.ts';
import css from './StorageRoom.module.css';

/** Title, month and club of an issue, as the heading of its row. */
export function IssueLabel({ issue }: { readonly issue: IssueName }) {
  const t = useT('storage-room');
  return (
    <div>
      <h3 class={css.issue}>
        <a class={css.issueLink} href={`/issue/${issue.id}`}>
          <Phrases text={issue.title} />
        </a>
      </h3>
      <p class={css.facts}>
        <span>{formatMonth(issue.month)}</span>
        {issue.club !== null && <span>{issue.club[language.value]}</span>}
        {issue.isInUse && <Badge>{t('here.inUse')}</Badge>}
      </p>
    </div>
  );
}
