import { useState } from 'preact/hooks';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import type { IconName } from '../../ui/icon-drawings.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { StateLine } from '../../ui/StateLine.tsx';
import css from './DisplayPage.module.css';

interface ConfirmSheetProps {
  readonly title: string;
  /** What will be gone and what stays. */
  readonly text: string;
  readonly confirm: string;
  readonly icon: IconName;
  /** Rejects when it could not be done; the sheet then says so and stays. */
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks once before something that cannot be taken back. Keeping is offered first. */
export function ConfirmSheet({ title, text, confirm, icon, onConfirm, onClose }: ConfirmSheetProps) {
  const t = useT('display');
  const [state, setState] = useState<'asking' | 'working' | 'failed'>('asking');

  async function act(): Promise<void> {
    if (state === 'working') return;
    setState('working');
    await onConfirm().catch(() => setState('failed'));
  }

  return (
    <Sheet
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" onClick={onClose}>
            {t('keep')}
          </Button>
          <Button kind="main" solid icon={icon} onClick={() => void act()}>
            {confirm}
          </Button>
        </>
      }
    >
      <div class={css.confirm}>
        <p>{text}</p>
        {state === 'failed' && <StateLine kind="stop">{t('notErased')}</StateLine>}
      </div>
    </Sheet>
  );
}
