import { useState } from 'preact/hooks';
import type { SentenceId } from '../../core/reading/model.ts';
import type { Piece } from '../../core/shelf/issue.ts';
import { useT } from '../../i18n/use-t.ts';
import { KeysSheet } from '../../pieces/reading/KeysSheet.tsx';
import { KeyboardHelp } from '../../player/KeyboardHelp.tsx';
import { settings, updateSettings } from '../../storage/settings-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { NotesSheet } from './NotesSheet.tsx';
import css from './Sheets.module.css';
import '../../ui/rare-icons.ts';

interface MoreSheetProps {
  readonly piece: Piece;
  /** The piece arranges its own top bar. */
  readonly ownTop: boolean;
  readonly isTextOnly: boolean;
  readonly onTextOnly: (on: boolean) => void;
  readonly onRemoveNote: (sentence: SentenceId) => void;
  readonly onClose: () => void;
}

/** What is needed now and then: paper, keys, the text alone, the sentences kept for the meeting. */
export function MoreSheet({ piece, ownTop, isTextOnly, onTextOnly, onRemoveNote, onClose }: MoreSheetProps) {
  const t = useT('reader');
  const [inner, setInner] = useState<'keys' | 'notes' | null>(null);
  if (inner === 'notes') return <NotesSheet piece={piece} onRemoved={onRemoveNote} onClose={onClose} />;
  if (inner === 'keys') {
    const { shortcuts } = settings.value;
    const onSwitch = (on: boolean): void => updateSettings({ shortcuts: on });
    return piece.kind === 'film' ? (
      <KeyboardHelp isOn={shortcuts} onSwitch={onSwitch} onClose={onClose} />
    ) : (
      <KeysSheet settings={settings.value} onSettings={updateSettings} onClose={onClose} />
    );
  }

  function print(): void {
    onClose();
    // After the sheet has gone: a dialog in the top layer would be on the paper.
    setTimeout(() => globalThis.print());
  }

  return (
    <Sheet title={t('more')} onClose={onClose}>
      <div class={css.list}>
        <Button kind="main" wide icon="question" onClick={() => setInner('notes')}>
          {t('notes.title')}
        </Button>
        {!ownTop && piece.tracks.length > 0 && (
          <Button
            kind="main"
            wide
            icon="reading"
            pressed={isTextOnly}
            onClick={() => onTextOnly(!isTextOnly)}
          >
            {t('textOnly')}
          </Button>
        )}
        {!ownTop && (
          <Button kind="main" wide icon="print" onClick={print}>
            {t('print')}
          </Button>
        )}
        <Button kind="main" wide icon="keyboard" onClick={() => setInner('keys')}>
          {t('keyboard')}
        </Button>
      </div>
    </Sheet>
  );
}
