import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-drawings.ts';
import css from './EmptyState.module.css';

interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  /** What will be here and how it gets here. */
  readonly text?: string;
  readonly action?: ComponentChildren;
}

export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div class={css.empty}>
      <Icon name={icon} />
      <p class={css.title}>{title}</p>
      {text !== undefined && <p class={css.text}>{text}</p>}
      {action !== undefined && <div class={css.action}>{action}</div>}
    </div>
  );
}
