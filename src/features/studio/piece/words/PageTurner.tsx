import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import css from './WordsStep.module.css';

interface PageTurnerProps {
  readonly page: number;
  readonly pages: number;
  readonly onTurn: (page: number) => void;
}

/** Long texts come in pages; short ones show nothing here. */
export function PageTurner({ page, pages, onTurn }: PageTurnerProps) {
  const t = useT('studio-words');
  if (pages === 1) return null;
  return (
    <nav class={css.turner} aria-label={t('page.label')}>
      {page > 0 && (
        <Button kind="main" icon="arrow-left" onClick={() => onTurn(page - 1)}>
          {t('page.previous')}
        </Button>
      )}
      <span aria-live="polite">{t('page.at', { page: page + 1, pages })}</span>
      {page < pages - 1 && (
        <Button kind="main" icon="arrow-right" onClick={() => onTurn(page + 1)}>
          {t('page.next')}
        </Button>
      )}
    </nav>
  );
}
