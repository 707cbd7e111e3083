import css from './Mark.module.css';

interface MarkProps {
  /** The product's name, where the mark stands alone; without it the mark is decoration beside its name. */
  readonly label?: string;
}

/** 同页: two facing pages sharing one line. */
export function Mark({ label }: MarkProps) {
  return (
    <svg
      class={css.mark}
      viewBox="0 0 56 44"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path class={css.page} d="M25 11 5 5v30l20 6zM31 11l20-6v30l-20 6z" />
      <path class={css.line} d="M11 23h34" />
    </svg>
  );
}
