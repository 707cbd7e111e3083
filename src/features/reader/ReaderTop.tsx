import type { ComponentChildren } from 'preact';
import type { Piece } from '../../core/shelf/issue.ts';
import { useT } from '../../i18n/use-t.ts';
import type { PiecePosition } from '../../pieces/piece-props.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import css from './ReaderTop.module.css';

interface ReaderTopProps {
  readonly piece: Piece;
  readonly position: PiecePosition | null;
  readonly backHref: string;
  readonly backLabel: string;
  readonly actions: ComponentChildren;
}

export function ReaderTop({ piece, position, backHref, backLabel, actions }: ReaderTopProps) {
  const t = useT('reader');
  return (
    <header class={css.top}>
      <div class={css.back}>
        <ButtonLink kind="quiet" icon="back" href={backHref}>
          <span class={css.shortWord}>{backLabel}</span>
        </ButtonLink>
      </div>
      <div class={css.where}>
        <h1 class={css.title} lang={piece.reading.language}>
          {piece.title}
        </h1>
        {position && (
          <span class={css.position}>
            {t('position', { number: position.index + 1, total: position.total })}
          </span>
        )}
      </div>
      <div class={css.actions}>{actions}</div>
    </header>
  );
}
