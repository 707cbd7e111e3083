/** Which word is at hand, and what is done to it; every act says what came of it and goes on to what is next. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { confirmAll, confirmReading } from '../../../../authoring/draft-words/confirm.ts';
import { mergeFault, mergeWords, splitWord } from '../../../../authoring/draft-words/edit.ts';
import { wordAt, type WordPlace } from '../../../../authoring/draft-words/places.ts';
import type { ReadWord } from '../../../../authoring/draft-words/readings.ts';
import type { DraftPiece } from '../../../../authoring/draft/model.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { announce } from '../../../../ui/announce.ts';
import type { Desk } from '../../shared/desk.ts';
import { placeOfElement, wordElement, panelElement } from './word-elements.ts';
import {
  countChanged,
  countProposed,
  countUnsure,
  nextUnsure,
  pageCount,
  pageWith,
  rowsOf,
  rowsOnPage,
  type Row,
} from './words-state.ts';
import type { WordTools } from './word-tools.ts';

export interface Words {
  readonly rows: readonly Row[];
  readonly visible: readonly Row[];
  readonly page: number;
  readonly pages: number;
  readonly selected: WordPlace | null;
  readonly unsure: number;
  readonly proposed: number;
  readonly proposedHere: number;
  /** What the last act did, as long as nothing else was done since. */
  readonly said: string | null;
  readonly canUndo: boolean;
  toggle(place: WordPlace): void;
  close(): void;
  turnTo(page: number): void;
  goToNext(): void;
  choose(place: WordPlace, pinyin: string): void;
  confirm(where: 'page' | 'all'): void;
  merge(place: WordPlace): void;
  split(place: WordPlace, at: number): void;
  undo(): void;
  onKeyDown(event: KeyboardEvent): void;
}

type Focus = { readonly place: WordPlace; readonly on: 'word' | 'panel' };

export function useWords(desk: Desk, tools: WordTools | null, asked: string | null): Words {
  const t = useT('studio-words');
  const piece = desk.piece.value;
  const rows = rowsOf(piece);
  const [turned, setPage] = useState(() => pageWith(rows, asked));
  const [chosen, select] = useState<WordPlace | null>(null);
  const [said, say] = useState<{ readonly text: string; readonly piece: DraftPiece } | null>(null);
  const wantedRef = useRef<Focus | null>(null);
  const pages = pageCount(rows);
  const page = Math.min(turned, pages - 1);
  const visible = rowsOnPage(rows, page);
  // After an undo the word may not be there any more.
  const selected = chosen !== null && wordAt(piece, chosen) !== null ? chosen : null;

  useLayoutEffect(() => {
    const focus = wantedRef.current;
    if (focus === null) return;
    const target = (focus.on === 'panel' ? panelElement() : null) ?? wordElement(focus.place);
    if (target === null) return;
    wantedRef.current = null;
    target.focus();
    wordElement(focus.place)?.scrollIntoView({ block: 'nearest' });
  });

  /** Without the dictionary the parts' own readings are all there is. */
  async function readingsOf(texts: readonly string[]): Promise<ReadWord> {
    try {
      const known = await tools?.read(texts, desk.words.dictionary.peek());
      return (text) => known?.get(text) ?? null;
    } catch (error) {
      console.error(error);
      return () => null;
    }
  }
  /** Not where something else was done to the word while the dictionary was asked. */
  async function changeBorders(
    place: WordPlace,
    texts: readonly string[],
    update: (now: DraftPiece, read: ReadWord) => DraftPiece,
  ): Promise<void> {
    const word = wordAt(desk.piece.peek(), place);
    const read = await readingsOf(texts);
    if (wordAt(desk.piece.peek(), place) !== word) return;
    desk.change('word', (now) => update(now, read));
    goTo(place, 'word');
  }

  function tell(text: string): void {
    say({ text, piece: desk.piece.peek() });
    announce(text);
  }
  function goTo(place: WordPlace | null, on: Focus['on']): void {
    select(place);
    if (place === null) return;
    setPage(pageWith(rowsOf(desk.piece.peek()), place.sentence));
    wantedRef.current = { place, on };
  }
  function goToNext(from: WordPlace | null = selected): void {
    const next = nextUnsure(desk.piece.peek(), from);
    goTo(next, 'panel');
  }
  function choose(place: WordPlace, pinyin: string): void {
    const before = desk.piece.peek();
    const word = wordAt(before, place);
    if (!word || !desk.canWrite.peek()) return;
    const wasOpen = word.candidates !== undefined;
    desk.change('pinyin', (now) => confirmReading(now, place, pinyin));
    const others = countChanged(before, desk.piece.peek()) - 1;
    const values = { word: word.text, pinyin };
    tell(others > 0 ? t('panel.settledMore', { ...values, count: others }) : t('panel.settled', values));
    const next = wasOpen ? nextUnsure(desk.piece.peek(), place) : null;
    if (next) goTo(next, 'panel');
    else if (wasOpen) wantedRef.current = { place, on: 'word' };
  }
  function confirm(where: 'page' | 'all'): void {
    const within = where === 'page' ? new Set(visible.map(({ sentence }) => sentence.id)) : undefined;
    const count = countProposed(where === 'page' ? visible : rows);
    desk.change('pinyin', (now) => confirmAll(now, within));
    select(null);
    tell(t('open.confirmed', { count }));
  }
  function merge(place: WordPlace): void {
    const words = rows.find(({ sentence }) => sentence.id === place.sentence)?.sentence.words ?? [];
    const fault = mergeFault(words[place.word], words[place.word + 1]);
    if (fault !== null) {
      announce(t(`borders.fault.${fault}`));
      return;
    }
    const whole = `${words[place.word]?.text ?? ''}${words[place.word + 1]?.text ?? ''}`;
    void changeBorders(place, [whole], (now, read) => mergeWords(now, place, read));
  }
  function split(place: WordPlace, at: number): void {
    const chars = [...(wordAt(piece, place)?.text ?? '')];
    const parts = [chars.slice(0, at).join(''), chars.slice(at).join('')];
    void changeBorders(place, parts, (now, read) => splitWord(now, place, at, read));
  }

  return {
    rows,
    visible,
    page,
    pages,
    selected,
    unsure: countUnsure(rows),
    proposed: countProposed(rows),
    proposedHere: countProposed(visible),
    said: said?.piece === piece ? said.text : null,
    canUndo: desk.undoLabel.value !== null,
    toggle: (place) =>
      select(selected?.sentence === place.sentence && selected.word === place.word ? null : place),
    close() {
      if (selected) wantedRef.current = { place: selected, on: 'word' };
      select(null);
    },
    turnTo(to) {
      select(null);
      setPage(to);
      const first = rowsOnPage(rows, to)[0]?.sentence.id;
      if (first !== undefined) wantedRef.current = { place: { sentence: first, word: 0 }, on: 'word' };
    },
    goToNext: () => goToNext(),
    choose,
    confirm,
    merge,
    split,
    undo: () => desk.undo(),
    onKeyDown(event) {
      const { target, key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
      const place = selected ?? placeOfElement(target);
      const candidate = place ? wordAt(piece, place)?.candidates?.[Number(key) - 1] : undefined;
      if (key === 'Escape' && selected) this.close();
      else if (key.toLowerCase() === 'n') goToNext(place);
      else if (place && key.toLowerCase() === 'm' && desk.canWrite.value)
        merge(placeOfElement(target) ?? place);
      else if (place && candidate !== undefined) choose(place, candidate);
      else return;
      event.preventDefault();
    },
  };
}
