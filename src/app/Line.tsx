import type { ComponentChildren } from 'preact';
import type { IconName } from '../ui/icon-drawings.ts';
import { StateLine } from '../ui/StateLine.tsx';
import css from './Line.module.css';

interface LineProps {
  readonly kind?: 'wait' | 'plain';
  readonly icon?: IconName;
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One line above the page: a sentence, and beside it what can be done. */
export function Line({ kind = 'plain', icon, action, children }: LineProps) {
  return (
    <div class={`${css.line} no-print`} aria-live="polite">
      <StateLine kind={kind} {...(icon !== undefined && { icon })}>
        {children}
      </StateLine>
      {action}
    </div>
  );
}

export function LineActions({ children }: { readonly children: ComponentChildren }) {
  return <span class={css.actions}>{children}</span>;
}
