import type { ReadonlySignal } from '@preact/signals';
import type { SentenceId } from '../../core/reading/model.ts';
import { useT } from '../../i18n/use-t.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';

interface NoteButtonProps {
  readonly current: ReadonlySignal<SentenceId | null>;
  readonly numberOf: (sentence: string) => number;
  readonly noted: ReadonlySet<SentenceId>;
  readonly onNote: (sentence: SentenceId, kept: boolean) => void;
}

/** 这句看不懂: kept on the tablet for the facilitator, and taken back by the same button. */
export function NoteButton({ current, numberOf, noted, onNote }: NoteButtonProps) {
  const t = useT('reading');
  const sentence = current.value;
  if (sentence === null) return null;
  const isKept = noted.has(sentence);
  return (
    <Button
      icon={isKept ? 'check' : 'question'}
      pressed={isKept}
      onClick={() => {
        onNote(sentence, !isKept);
        announce(t(isKept ? 'note.removed' : 'note.kept', { number: numberOf(sentence) }));
      }}
    >
      {t(isKept ? 'note.on' : 'note.off')}
    </Button>
  );
}
