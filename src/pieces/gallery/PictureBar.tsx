import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import css from './GalleryPiece.module.css';

interface PictureBarProps {
  /** From 0. */
  readonly index: number;
  readonly total: number;
  readonly onGo: (index: number) => void;
}

/** 上一张, which one this is, 下一张. At either end the button stays and says why it leads nowhere. */
export function PictureBar({ index, total, onGo }: PictureBarProps) {
  const t = useT('gallery');
  return (
    <nav class={css.bar} aria-label={t('pictures')}>
      <Button
        kind="main"
        icon="previous"
        blocked={index === 0 ? t('isFirst') : undefined}
        onClick={() => onGo(index - 1)}
      >
        {t('previous')}
      </Button>
      <span class={css.count} aria-live="polite">
        {t('count', { number: index + 1, total })}
      </span>
      <Button
        kind="main"
        icon="next"
        blocked={index === total - 1 ? t('isLast') : undefined}
        onClick={() => onGo(index + 1)}
      >
        {t('next')}
      </Button>
    </nav>
  );
}
