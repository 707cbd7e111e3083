/** Find and replace while it is open: what is looked for, where it was found, which one is at hand. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { newSentenceId } from '../../../../authoring/draft-text/new-id.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { announce } from '../../../../ui/announce.ts';
import type { Desk } from '../../shared/desk.ts';
import { fieldElement } from './fields.ts';
import { findMatches, replaceAll, replaceMatch, type Match } from './find-state.ts';
import type { TextWork } from './use-text.ts';

export interface Find {
  readonly isOpen: boolean;
  readonly wanted: string;
  readonly by: string;
  readonly matches: readonly Match[];
  /** Which of them is at hand. */
  readonly current: number;
  open(): void;
  close(): void;
  look(wanted: string): void;
  setBy(by: string): void;
  next(by: 1 | -1): void;
  replace(): void;
  replaceAll(): void;
}

export function useFind(desk: Desk, { actions, keysFor }: TextWork): Find {
  const t = useT('studio-text');
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState('');
  const [by, setBy] = useState('');
  const [at, goTo] = useState(0);
  const openerRef = useRef<Element | null>(null);
  // While it is closed, a keystroke in the text is nothing to it.
  const piece = isOpen ? desk.piece.value : desk.piece.peek();
  const matches = useMemo(() => (isOpen ? findMatches(piece, wanted) : []), [isOpen, piece, wanted]);
  const current = matches.length === 0 ? 0 : Math.min(at, matches.length - 1);
  const shown = matches[current];
  const key = shown === undefined ? undefined : keysFor(piece.blocks)[shown.index];
  const part = shown?.part;

  useLayoutEffect(() => {
    if (key === undefined || part === undefined) return;
    fieldElement(key, part)?.closest('[data-block]')?.scrollIntoView({ block: 'nearest' });
  }, [key, part, current]);

  const find: Find = {
    isOpen,
    wanted,
    by,
    matches,
    current,
    open() {
      openerRef.current = document.activeElement;
      setOpen(true);
    },
    close() {
      setOpen(false);
      const opener = openerRef.current;
      // The place that was found is where one wants to be; else where one came from.
      const field = key === undefined || part === undefined ? null : fieldElement(key, part);
      if (field !== null && shown !== undefined) {
        field.focus();
        field.setSelectionRange(shown.start, shown.end);
      } else if (opener instanceof HTMLElement) opener.focus();
    },
    look(text) {
      setWanted(text);
      goTo(0);
    },
    setBy,
    next(step) {
      if (matches.length > 0) goTo((current + step + matches.length) % matches.length);
    },
    replace() {
      if (shown === undefined) return announce(t('find.none', { text: wanted }));
      actions.change('text', (now) => replaceMatch(now, shown, by, newSentenceId));
      // What was put in may hold what is looked for; it is not found again at once.
      const inside = findMatches(desk.piece.peek(), wanted).filter(
        (match) =>
          match.index === shown.index &&
          match.part === shown.part &&
          match.start < shown.start + by.length &&
          match.start >= shown.start,
      );
      goTo(current + inside.length);
    },
    replaceAll() {
      const count = matches.length;
      if (count > 0) actions.change('text', (now) => replaceAll(now, wanted, by, newSentenceId));
      announce(t('find.replaced', { count }));
    },
  };
  const findRef = useRef(find);
  useLayoutEffect(() => {
    findRef.current = find;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f';
      if (isFind) findRef.current.open();
      else if (event.key === 'Escape' && findRef.current.isOpen && !event.isComposing)
        findRef.current.close();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return find;
}
