import { useState } from 'preact/hooks';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import type { Progress } from '../../../authoring/draft/progress.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import type { MonthDesk } from '../shared/month-desk.ts';
import { stepHref } from '../shared/step-list.ts';
import { TextField } from '../shared/TextField.tsx';
import { StepMarks } from './StepMarks.tsx';
import type { GripProps } from './use-drag-order.ts';
import { VersionsSheet } from './VersionsSheet.tsx';
import css from './PieceList.module.css';

interface PieceRowProps {
  readonly piece: DraftPiece;
  readonly index: number;
  readonly count: number;
  readonly desk: MonthDesk;
  readonly progress: Progress | undefined;
  readonly isDragged: boolean;
  readonly grip: GripProps;
  readonly onMove: (to: number) => void;
}

export function PieceRow(props: PieceRowProps) {
  const { piece, index, count, desk, progress, isDragged, grip, onMove } = props;
  const t = useT('studio-queue');
  const common = useT('common');
  const [open, setOpen] = useState<'name' | 'versions' | null>(null);
  const { id, kind } = piece;
  const title = piece.title.trim() === '' ? t('untitled') : piece.title;
  const canWrite = desk.canWrite.value;
  return (
    <li class={css.row} data-piece={id} data-dragged={isDragged || undefined}>
      <div class={css.top}>
        <span class={css.grip} aria-hidden="true" {...grip} data-on={canWrite || undefined}>
          <Icon name="grip" />
        </span>
        <div class={css.name}>
          <p class={css.kind}>
            <Icon name={kind} small />
            {`${index + 1}. ${common(`kind.${kind}`)}`}
          </p>
          <h3>{title}</h3>
        </div>
        <ButtonLink href={stepHref(desk.month.id, id, 'text')} icon="edit" kind="main">
          {t('pieces.work')}
          <span class="visually-hidden">{` ${title}`}</span>
        </ButtonLink>
      </div>
      {progress && <StepMarks progress={progress} />}
      {open === 'name' && (
        <TextField
          label={t('pieces.name')}
          value={piece.title}
          readOnly={!canWrite}
          onInput={(value) =>
            desk.changePiece(id, 'details', (before) => ({ ...before, title: value }), `title ${id}`)
          }
        />
      )}
      <div class={css.tools} role="group" aria-label={title}>
        <Button icon="arrow-up" aria-disabled={index === 0 || !canWrite} onClick={() => onMove(index - 1)}>
          {t('pieces.up')}
        </Button>
        <Button
          icon="arrow-down"
          aria-disabled={index === count - 1 || !canWrite}
          onClick={() => onMove(index + 1)}
        >
          {t('pieces.down')}
        </Button>
        <Button pressed={open === 'name'} onClick={() => setOpen(open === 'name' ? null : 'name')}>
          {t('pieces.rename')}
        </Button>
        <Button icon="clock" onClick={() => setOpen('versions')}>
          {t('pieces.versions')}
        </Button>
        <Button
          icon="trash"
          aria-disabled={!canWrite}
          onClick={() =>
            desk.changeIssue('remove', (issue) => ({
              ...issue,
              pieces: issue.pieces.filter((other) => other !== id),
            }))
          }
        >
          {t('pieces.remove')}
        </Button>
      </div>
      {open === 'versions' && <VersionsSheet piece={piece} desk={desk} onClose={() => setOpen(null)} />}
    </li>
  );
}
