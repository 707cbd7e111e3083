import type { ComponentChildren } from 'preact';
import css from './Badge.module.css';

interface BadgeProps {
  /** `sample` for stand-ins that must not pass for the real thing. */
  readonly kind?: 'offer' | 'sample';
  readonly children: ComponentChildren;
}

/** Says what something offers. Not a button, so it has no edge (except where colours cannot tell). */
export function Badge({ kind = 'offer', children }: BadgeProps) {
  return (
    <span class={css.badge} data-kind={kind}>
      {children}
    </span>
  );
}
