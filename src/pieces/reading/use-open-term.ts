import { useMemo, useState } from 'preact/hooks';
import type { Reading, Term, TermId } from '../../core/reading/model.ts';

export interface OpenTerm {
  readonly term: Term;
  /** The word that was tapped: focus goes back to it. */
  readonly from: HTMLElement;
}

export interface TermState {
  readonly open: OpenTerm | null;
  show(id: TermId, from: HTMLElement): void;
  close(): void;
}

/** Which word's card is open; one at a time. */
export function useOpenTerm(reading: Reading): TermState {
  const [open, setOpen] = useState<OpenTerm | null>(null);
  return useMemo(
    () => ({
      open,
      show(id, from) {
        const term = reading.terms.find((one) => one.id === id);
        setOpen(term ? { term, from } : null);
      },
      close: () => setOpen(null),
    }),
    [open, reading],
  );
}
