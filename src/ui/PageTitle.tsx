import type { ComponentChildren } from 'preact';
import css from './PageTitle.module.css';

interface PageTitleProps {
  readonly children: ComponentChildren;
  /** Before the title: the club's motif, a way back. */
  readonly lead?: ComponentChildren;
  /** One plain sentence under or beside the title. */
  readonly note?: ComponentChildren;
  /** At the far end: a date, a button. */
  readonly aside?: ComponentChildren;
}

/** A page's heading. Focusable by script only: the app moves focus here when a page opens. */
export function PageTitle({ children, lead, note, aside }: PageTitleProps) {
  return (
    <header class={css.head}>
      {lead}
      <div class={css.words}>
        <h1 class={css.title} tabIndex={-1}>
          {children}
        </h1>
        {note !== undefined && <p class={css.note}>{note}</p>}
      </div>
      {aside !== undefined && <div class={css.aside}>{aside}</div>}
    </header>
  );
}
