import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-drawings.ts';
import css from './Problem.module.css';

interface ProblemProps {
  /** What is the matter, in one plain sentence. */
  readonly title: string;
  /** What the person can do now. */
  readonly text?: string;
  /** The button or link that does it. */
  readonly action?: ComponentChildren;
  readonly icon?: IconName;
}

/** Something could not be shown. Read out when it appears; stays until it is solved. */
export function Problem({ title, text, action, icon = 'warning' }: ProblemProps) {
  return (
    <div class={css.problem} role="alert">
      <Icon name={icon} />
      <div class={css.words}>
        <p class={css.title}>{title}</p>
        {text !== undefined && <p>{text}</p>}
        {action !== undefined && <div class={css.action}>{action}</div>}
      </div>
    </div>
  );
}
