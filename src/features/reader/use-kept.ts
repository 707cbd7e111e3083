import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SentenceId, TermId } from '../../core/reading/model.ts';
import type { WordMark } from '../../pieces/piece-props.ts';
import { addNote, notesOfPiece, removeNote } from '../../storage/notes.ts';
import { marksOfIssue, markWord } from '../../storage/words.ts';
import { announce } from '../../ui/announce.ts';
import { useT } from '../../i18n/use-t.ts';

interface Kept {
  readonly wordMarks: ReadonlyMap<TermId, WordMark>;
  readonly onWord: (term: TermId, mark: WordMark | null) => void;
  readonly noted: ReadonlySet<SentenceId>;
  readonly onNote: (sentence: SentenceId, kept: boolean) => void;
  /** Something could not be kept, in words; null when all is well. */
  readonly problem: string | null;
}

/** Words marked and sentences noted. Shown as kept only after the tablet has them. */
export function useKept(issue: string, piece: string): Kept {
  const t = useT('reader');
  const [wordMarks, setWordMarks] = useState<ReadonlyMap<TermId, WordMark>>(new Map());
  const [noted, setNoted] = useState<ReadonlySet<SentenceId>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);

  const report = useCallback(
    (error: unknown) => {
      console.warn(error);
      setProblem(t('notKept'));
      announce(t('notKept'));
    },
    [t],
  );
  const refresh = useCallback(async () => {
    const [marks, sentences] = await Promise.all([marksOfIssue(issue), notesOfPiece(issue, piece)]);
    setWordMarks(marks);
    setNoted(sentences);
  }, [issue, piece]);

  useEffect(() => {
    // Nothing kept can be read: the buttons still say so when they are used.
    refresh().catch((error: unknown) => console.warn(error));
  }, [refresh]);

  const keep = useCallback(
    (write: Promise<void>) => {
      write
        .then(() => {
          setProblem(null);
          return refresh();
        })
        .catch(report);
    },
    [refresh, report],
  );
  return {
    wordMarks,
    onWord: (term, mark) => keep(markWord(issue, term, mark)),
    noted,
    onNote: (sentence, kept) => keep((kept ? addNote : removeNote)({ issue, piece, sentence })),
    problem,
  };
}
