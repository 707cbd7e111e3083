import type { ComponentChildren } from 'preact';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import type { PieceProps } from '../piece-props.ts';
import css from './PieceTop.module.css';

interface PieceTopProps extends Pick<PieceProps, 'piece' | 'backHref' | 'backLabel' | 'actions'> {
  /** What can be chosen about the whole piece, in one tap: a fieldset of buttons. */
  readonly children?: ComponentChildren;
}

/** The top bar of a piece that arranges its own: back, title, the views, and the page's buttons. */
export function PieceTop({ piece, backHref, backLabel, actions, children }: PieceTopProps) {
  return (
    <header class={css.top}>
      <div class={css.title}>
        <ButtonLink kind="quiet" icon="back" href={backHref}>
          {backLabel}
        </ButtonLink>
        <h1 class={css.heading} lang={piece.reading.language}>
          {piece.title}
        </h1>
      </div>
      {children}
      {actions !== undefined && <div class={css.actions}>{actions}</div>}
    </header>
  );
}
