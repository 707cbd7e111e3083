import type { TargetedInputEvent } from 'preact';
import { useId } from 'preact/hooks';
import css from './TextField.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** What belongs here, in a sentence. */
  readonly hint?: string;
  /** More than one line. */
  readonly isLong?: boolean;
  readonly type?: 'text' | 'date' | 'time';
  readonly name?: string;
  readonly autoComplete?: 'username' | 'off';
  readonly readOnly?: boolean;
  readonly min?: string;
  readonly max?: string;
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    onInput,
    hint,
    isLong = false,
    type = 'text',
    name,
    autoComplete,
    readOnly = false,
    min,
    max,
  } = props;
  const id = useId();
  const shared = {
    id,
    value,
    readOnly,
    class: css.input,
    ...(name !== undefined && { 'data-field': name }),
    ...(autoComplete !== undefined && { autoComplete, autoCapitalize: 'none' as const, spellcheck: false }),
    ...(hint !== undefined && { 'aria-describedby': `${id}-hint` }),
    onInput: (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onInput(event.currentTarget.value),
  };
  return (
    <div class={css.field}>
      <label for={id}>{label}</label>
      {isLong && <textarea rows={2} {...shared} />}
      {!isLong && type === 'text' && <input type="text" {...shared} />}
      {!isLong && type !== 'text' && (
        <input
          type={type}
          {...shared}
          {...(min !== undefined && { min })}
          {...(max !== undefined && { max })}
        />
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} class={css.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
