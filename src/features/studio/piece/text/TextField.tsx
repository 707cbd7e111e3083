import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import css from './TextStep.module.css';

interface TextFieldProps {
  readonly label: string;
  /** For those who hear it, where the label alone does not say which of several it is. */
  readonly fullLabel?: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly rows?: number;
  readonly name?: string;
  readonly placeholder?: string;
  readonly note?: string;
  readonly noteId?: string | undefined;
  readonly required?: boolean;
  readonly invalid?: boolean;
  readonly readOnly: boolean;
  readonly lang?: string;
  readonly onFocus?: () => void;
  readonly onEnter?: (() => void) | undefined;
}

/** A named field of plain text. It is never written to while an input method is composing in it. */
export function TextField(props: TextFieldProps) {
  const { label, fullLabel, value, onValue, rows = 1, name, placeholder, note, noteId, readOnly } = props;
  const id = useId();
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const isComposingRef = useRef(false);
  useLayoutEffect(() => {
    const area = fieldRef.current;
    if (area !== null && !isComposingRef.current && area.value !== value) area.value = value;
  });
  return (
    // A form of its own, for what `SentenceField` says.
    <form class={css.labelled} role="presentation">
      <label for={id}>{label}</label>
      <textarea
        ref={fieldRef}
        id={id}
        class={css.input}
        data-field={name}
        aria-label={fullLabel}
        aria-required={props.required}
        aria-invalid={props.invalid || undefined}
        aria-describedby={note === undefined ? noteId : `${id}-note`}
        rows={rows}
        readOnly={readOnly}
        placeholder={placeholder}
        lang={props.lang}
        onFocus={props.onFocus}
        onInput={(event) => {
          if (!isComposingRef.current && !event.isComposing) onValue(event.currentTarget.value);
        }}
        onCompositionStart={() => (isComposingRef.current = true)}
        onCompositionEnd={({ currentTarget }) => {
          isComposingRef.current = false;
          onValue(currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing || rows > 1) return;
          event.preventDefault();
          props.onEnter?.();
        }}
      />
      {note !== undefined && (
        <p id={`${id}-note`} class={css.note}>
          {note}
        </p>
      )}
    </form>
  );
}
