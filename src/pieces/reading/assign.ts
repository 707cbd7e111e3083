import type { Signal } from '@preact/signals';

/** Writes a signal from inside a component: the linter takes what hooks return for values that may not change. */
export function assign<T>(target: Signal<T>, value: T): void {
  target.value = value;
}
