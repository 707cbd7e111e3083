import { sentencesOfPiece, textOfDraft, type DraftTrack } from '../../../authoring/draft/model.ts';
import type { SentenceId } from '../../../core/reading/model.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/use-t.ts';
import type { Desk } from '../shared/desk.ts';
import { TextField } from '../shared/TextField.tsx';
import { changeNote } from './track-edit.ts';
import css from './SentenceNotes.module.css';

interface SentenceNotesProps {
  readonly desk: Desk;
  readonly track: DraftTrack;
}

/** Before recording: what the interpreter should know of each sentence. It stands beside the sentence while it is signed. */
export function SentenceNotes({ desk, track }: SentenceNotesProps) {
  const t = useT('studio-sign');
  const piece = desk.piece.value;
  return (
    <details class={css.notes}>
      <summary>{t('mark.notes')}</summary>
      <p class={css.hint}>{t('setup.notesHint')}</p>
      <ol class={css.list}>
        {sentencesOfPiece(piece).map((sentence, index) => (
          <li key={sentence.id}>
            <p lang={piece.language}>
              {formatNumber(index + 1)}
              {'　'}
              {textOfDraft(sentence)}
            </p>
            <NoteField
              desk={desk}
              track={track}
              sentence={sentence.id}
              label={t('setup.noteOf', { number: formatNumber(index + 1) })}
            />
          </li>
        ))}
      </ol>
    </details>
  );
}

interface NoteFieldProps extends SentenceNotesProps {
  readonly sentence: SentenceId;
  readonly label: string;
}

export function NoteField({ desk, track, sentence, label }: NoteFieldProps) {
  return (
    <TextField
      isLong
      label={label}
      readOnly={!desk.canWrite.value}
      value={track.notes?.[sentence] ?? ''}
      onInput={(value) =>
        desk.change(
          'signing',
          (piece) => changeNote(piece, track.id, sentence, value),
          `note ${track.id} ${sentence}`,
        )
      }
    />
  );
}
