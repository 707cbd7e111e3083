/**
 * What a keystroke means for the rest of the screen is drawn after the picture that shows the letter: on a slow tablet the letter is
 * there sooner. The text itself is in the draft before that.
 */
import { effect, signal, type ReadonlySignal } from '@preact/signals';

export interface AfterPicture<Value> {
  /** The source as it is now. Whoever reads it in drawing is drawn again when it changes, a picture late after `wait`. */
  read(): Value;
  /** The next change may be drawn a picture late. */
  wait(): void;
  /** What waits is drawn now. */
  settle(): void;
  close(): void;
}

/** A page in the background draws no pictures. */
const AT_LATEST_MS = 120;

export function createAfterPicture<Value>(source: ReadonlySignal<Value>): AfterPicture<Value> {
  const drawn = signal(source.peek());
  let timer: ReturnType<typeof setTimeout> | null = null;
  let frame = 0;
  const stopWaiting = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    cancelAnimationFrame(frame);
  };
  const settle = (): void => {
    stopWaiting();
    drawn.value = source.peek();
  };
  const forget = effect(() => {
    const now = source.value;
    if (timer === null) drawn.value = now;
  });
  return {
    read() {
      // Only to be told of: what is drawn for another reason shows what is so by then.
      void drawn.value;
      return source.peek();
    },
    settle,
    wait() {
      if (timer !== null) return;
      timer = setTimeout(settle, AT_LATEST_MS);
      // A frame's callback still comes before its picture; a task after it does not.
      frame = requestAnimationFrame(() => {
        if (timer !== null) clearTimeout(timer);
        timer = setTimeout(settle);
      });
    },
    close() {
      stopWaiting();
      forget();
    },
  };
}
