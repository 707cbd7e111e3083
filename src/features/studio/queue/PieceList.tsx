import { useRef, useState } from 'preact/hooks';
import { newPiece } from '../../../authoring/draft/new-draft.ts';
import type { Progress } from '../../../authoring/draft/progress.ts';
import type { PieceKind } from '../../../core/reading/model.ts';
import type { Club } from '../../../core/shelf/issue.ts';
import { useT } from '../../../i18n/use-t.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import type { MonthDesk } from '../shared/month-desk.ts';
import { moved } from './piece-order.ts';
import { PieceRow } from './PieceRow.tsx';
import { useDragOrder } from './use-drag-order.ts';
import css from './PieceList.module.css';
import page from './MonthPage.module.css';

interface PieceListProps {
  readonly desk: MonthDesk;
  readonly club: Club;
  readonly progress: ReadonlyMap<string, Progress>;
}

const KINDS: readonly PieceKind[] = ['reading', 'film', 'recitation', 'gallery'];

/** The pieces in order: by buttons, or dragged by the grip. */
export function PieceList({ desk, club, progress }: PieceListProps) {
  const t = useT('studio-queue');
  const common = useT('common');
  const listRef = useRef<HTMLOListElement>(null);
  const [isAdding, setAdding] = useState(false);
  const { month } = desk;
  const pieces = month.pieces.value;
  const canWrite = desk.canWrite.value;

  const move = (id: string, to: number): void => {
    const { pieces: ids } = month.issue.peek();
    const next = moved(ids, id, to);
    if (next.join() === ids.join()) return;
    desk.changeIssue('move', (issue) => ({ ...issue, pieces: next }));
    announce(t('pieces.movedTo', { number: next.indexOf(id) + 1 }));
  };
  const drag = useDragOrder({ listRef, isOn: canWrite, onDrop: move });

  const add = (kind: PieceKind): void => {
    setAdding(false);
    desk.addPiece(newPiece({ kind, club, taken: month.knownPieces() }));
  };

  return (
    <section class={page.section} aria-labelledby="pieces" data-field="pieces" tabIndex={-1}>
      <h2 id="pieces">{t('pieces.title')}</h2>
      {pieces.length === 0 && <p>{t('pieces.none')}</p>}
      <ol ref={listRef} class={css.list}>
        {pieces.map((piece, index) => (
          <PieceRow
            key={piece.id}
            piece={piece}
            index={index}
            count={pieces.length}
            desk={desk}
            progress={progress.get(piece.id)}
            isDragged={drag.dragged === piece.id}
            grip={drag.gripOf(piece.id)}
            onMove={(to) => move(piece.id, to)}
          />
        ))}
      </ol>
      {isAdding ? (
        <div class={css.kinds} role="group" aria-label={t('pieces.add')}>
          {KINDS.map((kind) => (
            <Button key={kind} icon={kind} kind="main" stacked onClick={() => add(kind)}>
              {common(`kind.${kind}`)}
            </Button>
          ))}
          <Button kind="quiet" onClick={() => setAdding(false)}>
            {common('cancel')}
          </Button>
        </div>
      ) : (
        <Button icon="add" kind="main" aria-disabled={!canWrite} onClick={() => canWrite && setAdding(true)}>
          {t('pieces.add')}
        </Button>
      )}
    </section>
  );
}
