import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import css from './GalleryPiece.module.css';

interface PictureBarProps {
  /** From 0. */
  readonly index: number;
  readonly total: number;
  readonly onGo: (index: number) => void;
}

/** 上一张, which one this is, 下一张. At either end there is no button, so none is dead. */
export function PictureBar({ index, total, onGo }: PictureBarProps) {
  const t = useT('gallery');
  return (
    <nav class={css.bar} aria-label={t('pictures')}>
      {index > 0 && (
        <Button kind="main" icon="previous" onClick={() => onGo(index - 1)}>
          {t('previous')}
        </Button>
      )}
      <span class={css.count} aria-live="polite">
        {t('count', { number: index + 1, total })}
      </span>
      {index < total - 1 && (
        <Button kind="main" icon="next" onClick={() => onGo(index + 1)}>
          {t('next')}
        </Button>
      )}
    </nav>
  );
}
