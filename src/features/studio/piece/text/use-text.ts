/** What the text step does, over the desk: which field is at hand, and every act with where the caret goes after it. */
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { DraftBlock, DraftPiece } from '../../../../authoring/draft/model.ts';
import type { Lines } from '../../../../authoring/draft-text/edit-sentences.ts';
import { newSentenceId } from '../../../../authoring/draft-text/new-id.ts';
import type { ChangeLabel, Desk } from '../../shared/desk.ts';
import { createAfterPicture, type AfterPicture } from './after-picture.ts';
import {
  changeKind,
  editText,
  insertBlocks,
  joinWithPrevious,
  leaveList,
  moveBlock,
  removeBlock,
  splitBlock,
} from './block-edits.ts';
import { createBlockKeys } from './block-keys.ts';
import {
  linesOf,
  plainOf,
  replaceBlock,
  textOfBlock,
  withPlain,
  type BlockKind,
  type Part,
} from './block-lines.ts';
import { caretInFields, fieldElement, putCaret } from './fields.ts';
import { mergeAt, sentenceActs, splitAt } from './sentence-edits.ts';

export interface Caret {
  readonly key: string;
  readonly part: Part;
  readonly at: number;
}

export interface TextActions {
  /** The field at hand; null before the first is touched. */
  readonly caret: ReadonlySignal<Caret | null>;
  setCaret(caret: Caret): void;
  /** `isHigher`: the field has become too low for its text, and waits for no picture. */
  type(key: string, part: Part, text: string, isHigher: boolean): void;
  enter(key: string, at: number): void;
  join(key: string): void;
  splitSentence(caret: Caret): void;
  mergeSentence(caret: Caret): void;
  /** The one key: draws the border where the caret is, or takes it away. */
  sentenceKey(caret: Caret): void;
  setKind(key: string, kind: BlockKind): void;
  move(key: string, by: number): void;
  moveTo(key: string, index: number): void;
  remove(key: string): void;
  addAfter(key: string | null, block: DraftBlock): void;
  removePlain(key: string): void;
  focusPlain(key: string): void;
  typeAlt(key: string, alt: string): void;
  /** To the neighbouring block's field. */
  step(key: string, by: 1 | -1): void;
  change(label: ChangeLabel, update: (piece: DraftPiece) => DraftPiece, focus?: FocusAfter): void;
  indexOf(key: string): number;
}

/** Where to go once a change is on the screen: a block by its index then, and a place in its text. */
interface FocusAfter {
  readonly index: number;
  readonly part?: Part;
  readonly at: number;
}

interface Bout {
  readonly key: string;
  readonly part: Part;
  readonly baseline: Lines;
  readonly text: string;
}

/** What a keystroke changes on the screen besides the letter. */
interface Drawn {
  readonly blocks: readonly DraftBlock[];
  readonly caret: Caret | null;
}

export interface TextWork {
  readonly actions: TextActions;
  readonly drawn: AfterPicture<Drawn>;
  keysFor(blocks: readonly DraftBlock[]): readonly string[];
  /** Where the change that is not on the screen yet wants the caret. */
  readonly wantedRef: { current: FocusAfter | null };
}

export function useText(desk: Desk): TextWork {
  const work = useMemo(() => createWork(desk), [desk]);
  const { actions, drawn } = work;
  useEffect(() => () => drawn.close(), [drawn]);
  useEffect(() => {
    // A caret that only moves fires nothing at the field itself.
    const onMove = (): void => {
      const now = caretInFields();
      if (now !== null) actions.setCaret(now);
    };
    document.addEventListener('selectionchange', onMove);
    return () => document.removeEventListener('selectionchange', onMove);
  }, [actions]);
  return work;
}

/** For whoever draws the blocks: after each drawing the caret is where the change wants it. */
export function useWantedCaret({ actions, wantedRef }: TextWork, keys: readonly string[]): void {
  useLayoutEffect(() => {
    const wanted = wantedRef.current;
    const key = wanted === null ? undefined : keys[wanted.index];
    if (wanted === null || key === undefined) return;
    wantedRef.current = null;
    putCaret(key, wanted.part ?? 'main', wanted.at);
    const now = caretInFields();
    if (now !== null) actions.setCaret(now);
  });
}

function createWork(desk: Desk): TextWork {
  const { keysFor } = createBlockKeys();
  const wantedRef: TextWork['wantedRef'] = { current: null };
  const caret = signal<Caret | null>(null);
  const drawn = createAfterPicture(computed(() => ({ blocks: desk.piece.value.blocks, caret: caret.value })));
  return { actions: createActions({ desk, keysFor, wantedRef, caret, drawn }), keysFor, wantedRef, drawn };
}

interface ActionParts extends Omit<TextWork, 'actions'> {
  readonly desk: Desk;
  readonly caret: Signal<Caret | null>;
}

function createActions({ desk, keysFor, wantedRef, caret, drawn }: ActionParts): TextActions {
  let bout: Bout | null = null;
  const indexOf = (key: string): number => keysFor(desk.piece.peek().blocks).indexOf(key);
  const blockAt = (index: number): DraftBlock | undefined => desk.piece.peek().blocks[index];

  const change: TextActions['change'] = (label, update, focus) => {
    bout = null;
    const before = desk.piece.peek();
    desk.change(label, update);
    drawn.settle();
    if (focus !== undefined && desk.piece.peek() !== before) wantedRef.current = focus;
  };
  const onSentence = (
    label: 'split' | 'merge',
    place: Caret,
    edit: (piece: DraftPiece, index: number) => DraftPiece,
  ) =>
    change(label, (piece) => edit(piece, indexOf(place.key)), {
      index: indexOf(place.key),
      part: place.part,
      at: place.at,
    });

  const actions: TextActions = {
    caret,
    setCaret(next) {
      const now = caret.peek();
      if (now?.key !== next.key || now.part !== next.part || now.at !== next.at) caret.value = next;
    },
    type(key, part, text, isHigher) {
      const index = indexOf(key);
      const block = blockAt(index);
      if (block === undefined) return;
      const current = textOfBlock(block, part);
      const goesOn = bout?.key === key && bout.part === part && bout.text === current;
      const baseline = goesOn && bout !== null ? bout.baseline : linesOf(block, part);
      const count = desk.piece.peek().blocks.length;
      drawn.wait();
      desk.change(
        part === 'main' ? 'text' : 'plain',
        (piece) => editText(piece, index, part, text, { newId: newSentenceId, baseline }),
        `text:${key}:${part}`,
      );
      const now = blockAt(index);
      bout = now === undefined ? null : { key, part, baseline, text: textOfBlock(now, part) };
      const more = desk.piece.peek().blocks.length - count;
      if (more > 0) wantedRef.current = { index: index + more, at: Number.MAX_SAFE_INTEGER };
      if (more > 0 || isHigher) drawn.settle();
    },
    enter(key, at) {
      const index = indexOf(key);
      const block = blockAt(index);
      if (block?.type === 'list') {
        const text = textOfBlock(block);
        if (at === text.length && (text === '' || text.endsWith('\n')))
          change('text', (piece) => leaveList(piece, index), { index: index + (text === '' ? 0 : 1), at: 0 });
        else change('text', (piece) => splitBlock(piece, index, at, newSentenceId), { index, at: at + 1 });
      } else
        change('text', (piece) => splitBlock(piece, index, at, newSentenceId), { index: index + 1, at: 0 });
    },
    join(key) {
      const index = indexOf(key);
      const before = blockAt(index - 1);
      if (before === undefined) return;
      const at = before.type === 'figure' ? 0 : textOfBlock(before).length;
      change('text', (piece) => joinWithPrevious(piece, index), { index: index - 1, at });
    },
    splitSentence: (place) =>
      onSentence('split', place, (piece, index) => splitAt(piece, { ...place, index }, newSentenceId)),
    mergeSentence: (place) =>
      onSentence('merge', place, (piece, index) => mergeAt(piece, { ...place, index })),
    sentenceKey(place) {
      const block = blockAt(indexOf(place.key));
      if (block === undefined) return;
      const { key } = sentenceActs(linesOf(block, place.part), place.at);
      if (key === 'split') actions.splitSentence(place);
      else if (key === 'merge') actions.mergeSentence(place);
    },
    setKind(key, kind) {
      const index = indexOf(key);
      change('text', (piece) => changeKind(piece, index, kind), { index, at: caret.peek()?.at ?? 0 });
    },
    move: (key, by) => actions.moveTo(key, indexOf(key) + by),
    moveTo(key, to) {
      const from = indexOf(key);
      change('move', (piece) => moveBlock(piece, from, to));
    },
    remove(key) {
      const index = indexOf(key);
      const next = index > 0 ? index - 1 : 0;
      change('remove', (piece) => removeBlock(piece, index), { index: next, at: Number.MAX_SAFE_INTEGER });
    },
    addAfter(key, block) {
      const at = key === null ? desk.piece.peek().blocks.length : indexOf(key) + 1;
      change('add', (piece) => insertBlocks(piece, at, [block]), { index: at, at: 0 });
    },
    removePlain(key) {
      const index = indexOf(key);
      const block = blockAt(index);
      if (block !== undefined && plainOf(block) !== undefined)
        change('plain', (piece) => replaceBlock(piece, index, withPlain(block, [])), { index, at: 0 });
    },
    focusPlain(key) {
      // The field is not there before the next drawing.
      requestAnimationFrame(() => fieldElement(key, 'plain')?.focus());
    },
    typeAlt(key, alt) {
      const index = indexOf(key);
      const block = blockAt(index);
      if (block?.type !== 'figure' || block.alt === alt) return;
      bout = null;
      drawn.wait();
      desk.change('picture', (piece) => replaceBlock(piece, index, { ...block, alt }), `alt:${key}`);
    },
    step(key, by) {
      const next = keysFor(desk.piece.peek().blocks)[indexOf(key) + by];
      if (next !== undefined && fieldElement(next, 'main') !== null)
        putCaret(next, 'main', by < 0 ? Number.MAX_SAFE_INTEGER : 0);
    },
    change,
    indexOf,
  };
  return actions;
}
