import { useState } from 'preact/hooks';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { StateLine } from '../../ui/StateLine.tsx';
import { sizeText } from '../../ui/issue/sizes.ts';
import type { ListedIssue } from './room-lists.ts';
import css from './StorageRoom.module.css';

interface RemoveSheetProps {
  readonly issue: ListedIssue;
  /** Rejects when it could not be done; the sheet then says so and stays. */
  readonly onRemove: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks once. Keeping is offered first, and the month in use says that it is. */
export function RemoveSheet({ issue, onRemove, onClose }: RemoveSheetProps) {
  const t = useT('storage-room');
  const words = useT('library');
  const [state, setState] = useState<'asking' | 'working' | 'failed'>('asking');

  async function act(): Promise<void> {
    if (state === 'working') return;
    setState('working');
    await onRemove().catch(() => setState('failed'));
  }

  return (
    <Sheet
      title={t('remove.title')}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" onClick={onClose}>
            {t('remove.keep')}
          </Button>
          <Button kind="main" solid icon="trash" onClick={() => void act()}>
            {t('remove.confirm')}
          </Button>
        </>
      }
    >
      <div class={css.stack}>
        {issue.isInUse && <StateLine kind="wait">{t('remove.inUse')}</StateLine>}
        <p>{t('remove.text', { title: issue.title, size: sizeText(words, issue.state.sizeBytes) })}</p>
        {state === 'failed' && <StateLine kind="stop">{t('remove.failed')}</StateLine>}
      </div>
    </Sheet>
  );
}
