import { formatMonth } from '../../i18n/format.ts';
import { Cover } from '../Cover.tsx';
import { Phrases } from '../Phrases.tsx';
import css from './ShelfCard.module.css';

interface ShelfCardProps {
  readonly issue: { readonly id: string; readonly month: string; readonly title: string };
  readonly cover: { readonly src: string; readonly type: string };
}

/** An issue on the shelf: its small drawing, month and title. */
export function ShelfCard({ issue, cover }: ShelfCardProps) {
  return (
    <a class={css.card} href={`/issue/${issue.id}`}>
      <Cover src={cover.src} type={cover.type} size="thumb" />
      <span class={css.words}>
        <span class="phrase">{formatMonth(issue.month, 'short')}</span>{' '}
        <span class={css.title}>
          <Phrases text={issue.title} />
        </span>
      </span>
    </a>
  );
}
