import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-drawings.ts';
import css from './StateLine.module.css';

interface StateLineProps {
  /** `stop` only for what blocks; `plain` for what is merely so. */
  readonly kind: 'ok' | 'wait' | 'stop' | 'plain';
  readonly icon?: IconName;
  /** A second line: how much, how long. */
  readonly note?: ComponentChildren;
  readonly children: ComponentChildren;
}

const ICONS = { ok: 'check', wait: 'clock', stop: 'warning', plain: 'help' } as const;

/** A state is a sentence: icon, words and colour together, never colour alone. */
export function StateLine({ kind, icon, note, children }: StateLineProps) {
  return (
    <p class={css.state} data-kind={kind}>
      <Icon name={icon ?? ICONS[kind]} small />
      <span>
        <span class={css.words}>{children}</span>
        {note !== undefined && <span class={css.note}>{note}</span>}
      </span>
    </p>
  );
}
