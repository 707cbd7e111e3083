import { useComputed } from '@preact/signals';
import type { DraftPiece } from '../../../../authoring/draft/model.ts';
import { useT } from '../../../../i18n/use-t.ts';
import type { Desk } from '../../shared/desk.ts';
import { TextField } from './TextField.tsx';
import css from './TextStep.module.css';

interface PartProps {
  readonly desk: Desk;
  readonly readOnly: boolean;
}

/** Title and summary: what members see on the month's page. */
export function PieceHead({ desk, readOnly }: PartProps) {
  const t = useT('studio-text');
  // Of the piece only this: a keystroke in the text draws nothing here.
  const title = useComputed(() => desk.piece.value.title).value;
  const summary = useComputed(() => desk.piece.value.summary ?? '').value;
  return (
    <div class={css.head}>
      <TextField
        name="title"
        label={t('details.title')}
        value={title}
        required
        placeholder={t('details.titleEmpty')}
        readOnly={readOnly}
        onValue={(value) => set(desk, 'title', (piece) => ({ ...piece, title: oneLine(value) }))}
      />
      <TextField
        name="summary"
        label={t('details.summary')}
        value={summary}
        note={t('details.summaryNote')}
        readOnly={readOnly}
        onValue={(value) => set(desk, 'summary', (piece) => withSummary(piece, oneLine(value)))}
      />
    </div>
  );
}

/** Whose text it is, by whose leave it is shown, and the people in its pictures. */
export function PieceSource({ desk, readOnly }: PartProps) {
  const t = useT('studio-text');
  const source = useComputed(() => desk.piece.value.source).value;
  const consent = useComputed(() => desk.piece.value.consent).value;
  const hasPictures = useComputed(() => desk.piece.value.blocks.some(({ type }) => type === 'figure')).value;
  return (
    <section class={css.section} aria-labelledby="text-source">
      <h2 id="text-source">{t('source.heading')}</h2>
      <TextField
        name="source"
        label={t('source.author')}
        value={source.author}
        placeholder={t('source.authorEmpty')}
        readOnly={readOnly}
        onValue={(author) =>
          set(desk, 'author', (piece) => ({ ...piece, source: { ...piece.source, author: oneLine(author) } }))
        }
      />
      <TextField
        name="permission"
        label={t('source.permission')}
        value={source.permission}
        placeholder={t('source.permissionEmpty')}
        note={t('source.permissionNote')}
        readOnly={readOnly}
        onValue={(permission) =>
          set(desk, 'permission', (piece) => ({
            ...piece,
            source: { ...piece.source, permission: oneLine(permission) },
          }))
        }
      />
      {hasPictures && (
        <label class={css.check}>
          <input
            type="checkbox"
            data-field="consent"
            checked={consent}
            disabled={readOnly}
            onChange={({ currentTarget: { checked } }) =>
              desk.change('details', (piece) => ({ ...piece, consent: checked }))
            }
          />
          <span>{t('source.consent')}</span>
        </label>
      )}
    </section>
  );
}

function set(desk: Desk, field: string, update: (piece: DraftPiece) => DraftPiece): void {
  desk.change('details', update, `details:${field}`);
}

function withSummary(piece: DraftPiece, summary: string): DraftPiece {
  const { summary: _, ...rest } = piece;
  return summary === '' ? rest : { ...rest, summary };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, ' ');
}
