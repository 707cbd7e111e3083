import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-drawings.ts';
import css from './Button.module.css';

export interface ButtonLooks {
  /** `main` 60 px, what people came for; `other` 48 px; `quiet` 48 px without an edge. */
  readonly kind?: 'main' | 'other' | 'quiet' | undefined;
  /** Filled with the club's colour: one a screen. */
  readonly solid?: boolean | undefined;
  readonly icon?: IconName | undefined;
  /** Icon over the word, for bars of equal buttons. */
  readonly stacked?: boolean | undefined;
  /** As wide as its place. */
  readonly wide?: boolean | undefined;
  readonly children: ComponentChildren;
}

type NativeButton = Omit<
  JSX.IntrinsicElements['button'],
  'icon' | 'children' | 'disabled' | 'class' | 'aria-pressed'
>;

interface ButtonProps extends ButtonLooks, NativeButton {
  /** A toggle's state. */
  readonly pressed?: boolean | undefined;
  /** Why it cannot be used now. Shown under it, never a mute grey button; it stays focusable so the reason is met. */
  readonly blocked?: string | undefined;
}

export function Button({
  kind = 'other',
  solid,
  icon,
  stacked,
  wide,
  pressed,
  blocked,
  children,
  ...native
}: ButtonProps) {
  const reasonId = useId();
  const isBlocked = blocked !== undefined;
  const button = (
    <button
      type="button"
      {...native}
      class={css.button}
      data-kind={kind}
      data-solid={solid || undefined}
      data-stacked={stacked || undefined}
      data-wide={wide || undefined}
      aria-pressed={pressed}
      {...(isBlocked && { 'aria-disabled': true, 'aria-describedby': reasonId, onClick: undefined })}
    >
      {isBlocked ? <Icon name="lock" /> : icon && <Icon name={icon} />}
      <span class={css.label}>{children}</span>
    </button>
  );
  if (!isBlocked) return button;
  return (
    <span class={css.blocked}>
      {button}
      <span id={reasonId} class={css.reason}>
        {blocked}
      </span>
    </span>
  );
}
