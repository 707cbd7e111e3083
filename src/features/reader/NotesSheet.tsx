import { useCallback } from 'preact/hooks';
import type { SentenceId } from '../../core/reading/model.ts';
import type { Piece } from '../../core/shelf/issue.ts';
import { useT } from '../../i18n/use-t.ts';
import { useBookcase } from '../../library/bookcase-context.tsx';
import { removeNote } from '../../storage/notes.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadProblem } from '../../ui/LoadProblem.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useLoad } from '../../ui/use-load.ts';
import { listNotes } from './list-notes.ts';
import type { ListedNote } from './list-notes.ts';
import css from './Sheets.module.css';

interface NotesSheetProps {
  readonly piece: Piece;
  readonly onRemoved: (sentence: SentenceId) => void;
  readonly onClose: () => void;
}

/** 看不懂的句子: all that this tablet keeps, for the facilitator to look at with the club. Without who. */
export function NotesSheet({ piece, onRemoved, onClose }: NotesSheetProps) {
  const t = useT('reader');
  const bookcase = useBookcase();
  const { result, retry } = useLoad(useCallback(() => listNotes(bookcase), [bookcase]));

  function remove({ note }: ListedNote): void {
    forget(note).catch((error: unknown) => console.warn(error));
  }
  async function forget(note: ListedNote['note']): Promise<void> {
    await removeNote(note);
    if (note.issue === piece.issue && note.piece === piece.id) onRemoved(note.sentence);
    retry();
  }

  return (
    <Sheet title={t('notes.title')} onClose={onClose}>
      {result.state === 'failed' && <LoadProblem error={result.error} onRetry={retry} />}
      {result.state === 'ready' && result.value.length === 0 && (
        <EmptyState icon="question" title={t('notes.none')} text={t('notes.noneText')} />
      )}
      {result.state === 'ready' && result.value.length > 0 && (
        <>
          <p class={css.lead}>{t('notes.lead')}</p>
          <ul class={css.notes}>
            {result.value.map((one) => (
              <li key={`${one.note.piece}/${one.note.sentence}`} class={css.note}>
                <a class={css.link} href={one.href} onClick={onClose}>
                  <span class={css.quote} lang="zh">
                    {one.text ?? t('notes.gone')}
                  </span>
                  <span class={css.from}>
                    {one.title !== null && t('notes.from', { title: one.title, number: one.number ?? 0 })}
                  </span>
                </a>
                <Button icon="trash" onClick={() => remove(one)}>
                  {t('notes.remove')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}
