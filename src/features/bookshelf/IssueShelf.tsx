import type { IssueSummary } from '../../core/shelf/issue.ts';
import { formatMonth, formatNumber } from '../../i18n/format.ts';
import { useT } from '../../i18n/use-t.ts';
import { useBookcase } from '../../library/bookcase-context.tsx';
import { useLibrary } from '../../library/library-context.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Cover } from '../../ui/Cover.tsx';
import { IssueStateMark } from '../../ui/issue/IssueStateMark.tsx';
import { Phrases } from '../../ui/Phrases.tsx';
import css from './IssueShelf.module.css';

/** Newest month first. */
export function IssueShelf({ issues }: { readonly issues: readonly IssueSummary[] }) {
  return (
    <ol class={css.shelf}>
      {issues.map((issue) => (
        <li key={issue.id}>
          <IssueCard issue={issue} />
        </li>
      ))}
    </ol>
  );
}

function IssueCard({ issue }: { readonly issue: IssueSummary }) {
  const t = useT('bookshelf');
  const common = useT('common');
  const bookcase = useBookcase();
  return (
    <a class={css.card} href={`/issue/${issue.id}`}>
      <Cover src={bookcase.urlOf(issue.cover)} type={issue.cover.type} />
      <span class={css.words}>
        <span class={css.month}>{formatMonth(issue.month)}</span>
        <span class={css.title}>
          <Phrases text={issue.title} />
        </span>
        <span class={css.summary} lang="zh-Hans">
          {issue.summary}
        </span>
        <span class={css.facts}>
          <span>{t('pieces', { number: formatNumber(issue.pieceCount) })}</span>
          {issue.hasSign && <Badge>{common('badge.sign')}</Badge>}
          {issue.hasCaptions && <Badge>{common('badge.captions')}</Badge>}
        </span>
        <OnTablet issue={issue.id} />
      </span>
    </a>
  );
}

function OnTablet({ issue }: { readonly issue: string }) {
  const library = useLibrary();
  const state = library?.issues.value.get(issue);
  if (!library || state === undefined) return null;
  const transfer = library.transfer.value;
  return (
    <span class={css.state}>
      <IssueStateMark state={state} transfer={transfer?.issue === issue ? transfer : null} />
    </span>
  );
}
