import { useState } from 'preact/hooks';
import type { SentenceId } from '../../core/reading/model.ts';
import type { Piece } from '../../core/shelf/issue.ts';
import { useT } from '../../i18n/use-t.ts';
import { settings, updateSettings } from '../../storage/settings-store.ts';
import { Button } from '../../ui/Button.tsx';
import { DisplaySheet } from './DisplaySheet.tsx';
import { MoreSheet } from './MoreSheet.tsx';
import { drawsOwnTop } from './piece-component.ts';
import css from './ReaderTop.module.css';

interface ReaderActionsProps {
  readonly issueId: string;
  readonly piece: Piece;
  readonly isTextOnly: boolean;
  readonly onTextOnly: (on: boolean) => void;
  readonly noted: ReadonlySet<SentenceId>;
  readonly onRemoveNote: (sentence: SentenceId) => void;
}

/** The page's buttons at the end of the top bar. */
export function ReaderActions(props: ReaderActionsProps) {
  const { piece } = props;
  const t = useT('reader');
  const [open, setOpen] = useState<'display' | 'more' | null>(null);
  const close = (): void => setOpen(null);
  const { solo } = settings.value;
  return (
    <>
      {!drawsOwnTop(piece.kind) && piece.kind === 'reading' && (
        <Button icon="solo" pressed={solo} onClick={() => updateSettings({ solo: !solo })}>
          <span class={css.shortWord}>{t('solo')}</span>
        </Button>
      )}
      <Button icon="display" aria-haspopup="dialog" onClick={() => setOpen('display')}>
        <span class={css.word}>{t('display')}</span>
      </Button>
      <Button icon="more" aria-haspopup="dialog" onClick={() => setOpen('more')}>
        <span class={css.word}>{t('more')}</span>
      </Button>
      {open === 'display' && <DisplaySheet piece={piece} onClose={close} />}
      {open === 'more' && <MoreSheet {...props} onClose={close} />}
    </>
  );
}
