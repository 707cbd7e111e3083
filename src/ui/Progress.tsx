import css from './Progress.module.css';

interface ProgressProps {
  /** What is being measured, for those who hear it. */
  readonly label: string;
  /** The value in words: 「第 3 句，共 24 句」. */
  readonly text: string;
  readonly value: number;
  readonly max: number;
}

/** The shared line, drawn as far as the reader has come. */
export function Progress({ label, text, value, max }: ProgressProps) {
  return (
    <progress
      class={css.line}
      aria-label={label}
      aria-valuetext={text}
      value={value}
      max={Math.max(1, max)}
    />
  );
}
