import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Desk } from './desk.ts';
import css from './StepFrame.module.css';

interface UndoButtonsProps {
  readonly desk: Pick<Desk, 'undoLabel' | 'redoLabel' | 'undo' | 'redo' | 'canWrite'>;
}

/** They name what they take back. Nothing to take back: the button stays where it is and says so to those who hear the page. */
export function UndoButtons({ desk }: UndoButtonsProps) {
  const t = useT('studio');
  const { undoLabel, redoLabel, canWrite } = desk;
  const nameOf = (act: 'undo' | 'redo', label: typeof undoLabel.value): string =>
    label === null ? t(`${act}.none`) : t(`${act}.what`, { what: t(`change.${label}`) });
  return (
    <div class={`${css.undo} no-print`} role="group" aria-label={t('undo.group')}>
      <Button
        icon="undo"
        aria-label={nameOf('undo', undoLabel.value)}
        aria-disabled={undoLabel.value === null || !canWrite.value}
        onClick={() => desk.undo()}
      >
        {t('undo.button')}
      </Button>
      <Button
        icon="redo"
        aria-label={nameOf('redo', redoLabel.value)}
        aria-disabled={redoLabel.value === null || !canWrite.value}
        onClick={() => desk.redo()}
      >
        {t('redo.button')}
      </Button>
    </div>
  );
}
