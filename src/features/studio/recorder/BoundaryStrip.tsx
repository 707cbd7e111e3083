import { useState } from 'preact/hooks';
import css from './Mark.module.css';

interface BoundaryStripProps {
  readonly start: number;
  readonly end: number;
  /** What is shown: the sentence with its neighbours. */
  readonly low: number;
  readonly high: number;
  /** Where the film is. */
  readonly now: number;
  readonly onMove: (edge: 'start' | 'end', seconds: number) => void;
}

/** The sentence on a line with its neighbours. Its ends can be dragged; every step of it is a button below. */
export function BoundaryStrip({ start, end, low, high, now, onMove }: BoundaryStripProps) {
  const [dragged, setDragged] = useState<'start' | 'end' | null>(null);
  const span = Math.max(0.1, high - low);
  const place = (seconds: number): string => `${Math.min(100, Math.max(0, ((seconds - low) / span) * 100))}%`;
  const secondsAt = (event: PointerEvent & { readonly currentTarget: Element }): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return low + ((event.clientX - box.left) / box.width) * span;
  };
  return (
    <div
      class={css.strip}
      aria-hidden="true"
      onPointerDown={(event) => {
        const seconds = secondsAt(event);
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(Math.abs(seconds - start) <= Math.abs(seconds - end) ? 'start' : 'end');
      }}
      onPointerMove={(event) => {
        if (dragged) onMove(dragged, secondsAt(event));
      }}
      onPointerUp={() => setDragged(null)}
      onPointerCancel={() => setDragged(null)}
    >
      <span
        class={css.part}
        style={{ insetInlineStart: place(start), insetInlineEnd: `calc(100% - ${place(end)})` }}
      />
      <span class={css.knob} style={{ insetInlineStart: place(start) }} />
      <span class={css.knob} style={{ insetInlineStart: place(end) }} />
      <span class={css.now} style={{ insetInlineStart: place(now) }} />
    </div>
  );
}
