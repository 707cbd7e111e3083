import { useId } from 'preact/hooks';
import css from './TermEditor.module.css';

interface CardFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly rows?: number;
  readonly onInput: (value: string) => void;
}

/** A text of the card, kept with every letter. */
export function CardField({ label, hint, value, rows = 1, onInput }: CardFieldProps) {
  const id = useId();
  return (
    <div class={css.field}>
      <label class={css.label} htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <span class={css.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <textarea
        id={id}
        class={css.input}
        rows={rows}
        lang="zh-Hans"
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </div>
  );
}
