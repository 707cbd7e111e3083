import { useState } from 'preact/hooks';
import type { SentenceId } from '../../core/reading/model.ts';
import type { Piece } from '../../core/shelf/issue.ts';
import { useT } from '../../i18n/use-t.ts';
import { settings, updateSettings } from '../../storage/settings-store.ts';
import { Button } from '../../ui/Button.tsx';
import { useSheets } from './use-sheets.ts';
import css from './ReaderTop.module.css';

interface ReaderActionsProps {
  readonly issueId: string;
  readonly piece: Piece;
  /** The piece arranges its own top bar. */
  readonly ownTop: boolean;
  readonly isTextOnly: boolean;
  readonly onTextOnly: (on: boolean) => void;
  readonly noted: ReadonlySet<SentenceId>;
  readonly onRemoveNote: (sentence: SentenceId) => void;
}

/** The page's buttons at the end of the top bar. */
export function ReaderActions(props: ReaderActionsProps) {
  const { piece } = props;
  const t = useT('reader');
  const { sheets, fetchSheets } = useSheets();
  const [open, setOpen] = useState<'display' | 'more' | null>(null);
  const show = (sheet: 'display' | 'more'): void => {
    fetchSheets();
    setOpen(sheet);
  };
  const close = (): void => setOpen(null);
  const { solo } = settings.value;
  return (
    <>
      {piece.kind === 'reading' && (
        <Button icon="solo" pressed={solo} onClick={() => updateSettings({ solo: !solo })}>
          <span class={css.shortWord}>{t('solo')}</span>
        </Button>
      )}
      <Button icon="display" aria-haspopup="dialog" onClick={() => show('display')}>
        <span class={css.word}>{t('display')}</span>
      </Button>
      <Button icon="more" aria-haspopup="dialog" onClick={() => show('more')}>
        <span class={css.word}>{t('more')}</span>
      </Button>
      {sheets && open === 'display' && <sheets.DisplaySheet piece={piece} onClose={close} />}
      {sheets && open === 'more' && <sheets.MoreSheet {...props} onClose={close} />}
    </>
  );
}
