import type { JSX } from 'preact';
import type { ButtonLooks } from './Button.tsx';
import { Icon } from './Icon.tsx';
import css from './Button.module.css';

type NativeLink = Omit<JSX.IntrinsicElements['a'], 'icon' | 'children' | 'class' | 'href' | 'role'>;

interface ButtonLinkProps extends ButtonLooks, NativeLink {
  readonly href: string;
}

/** Looks like a button, goes somewhere: a link, so that it can be opened, copied and found as one. */
export function ButtonLink(props: ButtonLinkProps) {
  const { kind = 'other', solid, icon, stacked, wide, children, ...native } = props;
  return (
    <a
      {...native}
      class={css.button}
      data-kind={kind}
      data-solid={solid || undefined}
      data-stacked={stacked || undefined}
      data-wide={wide || undefined}
    >
      {icon && <Icon name={icon} />}
      <span class={css.label}>{children}</span>
    </a>
  );
}
