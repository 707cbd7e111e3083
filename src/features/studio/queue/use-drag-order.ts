import { useRef, useState } from 'preact/hooks';
import type { RefObject, TargetedPointerEvent } from 'preact';
import { placeAt } from './piece-order.ts';

interface DragOrder {
  readonly listRef: RefObject<HTMLElement | null>;
  readonly isOn: boolean;
  readonly onDrop: (id: string, to: number) => void;
}

type OnPointer = (event: TargetedPointerEvent<HTMLElement>) => void;
export interface GripProps {
  readonly onPointerDown: OnPointer;
  readonly onPointerMove: OnPointer;
  readonly onPointerUp: OnPointer;
  readonly onPointerCancel: OnPointer;
}

/** Dragging a row by its grip, with finger or mouse. The buttons beside it do the same, so nobody needs this. */
export function useDragOrder({ listRef, isOn, onDrop }: DragOrder) {
  const [dragged, setDragged] = useState<string | null>(null);
  const placeRef = useRef(0);

  const rows = (): readonly HTMLElement[] => [
    ...(listRef.current?.querySelectorAll<HTMLElement>(':scope > [data-piece]') ?? []),
  ];
  /** The place the row would take, shown by a line before or after one of the others. */
  const showPlace = (id: string, y: number): void => {
    const others = rows().filter((row) => row.dataset['piece'] !== id);
    const middles = others.map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2;
    });
    placeRef.current = placeAt(middles, y);
    others.forEach((row, index) => {
      row.toggleAttribute('data-drop-before', index === placeRef.current);
      row.toggleAttribute(
        'data-drop-after',
        placeRef.current === others.length && index === others.length - 1,
      );
    });
  };
  const end = (): void => {
    for (const row of rows()) {
      row.removeAttribute('data-drop-before');
      row.removeAttribute('data-drop-after');
    }
    setDragged(null);
  };

  const gripOf = (id: string): GripProps => ({
    onPointerDown(event) {
      if (!isOn || event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged(id);
      showPlace(id, event.clientY);
    },
    onPointerMove(event) {
      if (dragged === id) showPlace(id, event.clientY);
    },
    onPointerUp() {
      if (dragged === id) onDrop(id, placeRef.current);
      end();
    },
    onPointerCancel: end,
  });
  return { dragged, gripOf };
}
