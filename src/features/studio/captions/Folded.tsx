import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import css from './Folded.module.css';

interface FoldedProps {
  readonly title: string;
  /** At first; after that the person decides. */
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}

/** What is needed now and then, named and folded away. */
export function Folded({ title, isOpen = false, children }: FoldedProps) {
  const [first] = useState(isOpen);
  return (
    <details class={css.folded} open={first}>
      <summary class={css.summary}>{title}</summary>
      <div class={css.parts}>{children}</div>
    </details>
  );
}
