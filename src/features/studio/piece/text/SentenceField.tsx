import { useLayoutEffect, useRef } from 'preact/hooks';
import { textOfDraft } from '../../../../authoring/draft/model.ts';
import { textOfLines, type Lines } from '../../../../authoring/draft-text/edit-sentences.ts';
import { asKept, caretAfterChange } from './fields.ts';
import css from './SentenceField.module.css';

export interface FieldKeys {
  /** Undefined: the key does what it does in a field. */
  readonly onEnter?: ((at: number) => void) | undefined;
  readonly onJoin?: (() => void) | undefined;
  readonly onStep?: ((by: 1 | -1) => void) | undefined;
  readonly onSentenceKey?: ((at: number) => void) | undefined;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

interface SentenceFieldProps {
  /** `data-field`, see `fields.ts`. */
  readonly name: string;
  readonly label: string;
  readonly describedBy?: string | undefined;
  readonly lines: Lines;
  readonly placeholder?: string | undefined;
  readonly readOnly: boolean;
  readonly looks?: 'heading' | 'list' | 'quotation' | 'plain' | undefined;
  /** Places to show as found, in the field's text. */
  readonly found?: readonly { readonly start: number; readonly end: number; readonly isCurrent: boolean }[];
  readonly keys: FieldKeys;
  /** `isHigher`: it does not fit into the field as it is drawn. */
  readonly onText: (text: string, isHigher: boolean) => void;
  readonly onCaret: (at: number) => void;
  readonly onPaste?: ((event: ClipboardEvent, at: number) => void) | undefined;
}

/**
 * A text whose sentences are seen as units while it is written: a native field, and under it the same text, invisible, with a tick
 * where each sentence begins. The field is never written to while an input method is composing.
 */
export function SentenceField(props: SentenceFieldProps) {
  const { name, label, describedBy, lines, placeholder, readOnly, looks, found = [], keys } = props;
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const boxRef = useRef<HTMLFormElement>(null);
  const isComposingRef = useRef(false);
  const text = textOfLines(lines);

  useLayoutEffect(() => {
    const area = fieldRef.current;
    if (area === null || isComposingRef.current || asKept(area.value) === text) return;
    const at = caretAfterChange(area.value, text);
    const isHere = document.activeElement === area;
    area.value = text;
    if (isHere) area.setSelectionRange(at, at);
  });

  const tellCaret = (): void => {
    if (fieldRef.current !== null) props.onCaret(fieldRef.current.selectionStart);
  };
  const take = (): void => {
    const area = fieldRef.current;
    if (area === null) return;
    props.onText(area.value, area.scrollHeight > area.clientHeight);
    props.onCaret(area.selectionStart);
  };

  return (
    // A form of its own: at each key and each step of the caret Chromium looks through all fields of a form for what it might fill
    // in, and fields without one are one form to it, the whole text.
    <form ref={boxRef} class={css.box} role="presentation" data-looks={looks}>
      <div class={css.mirror} aria-hidden="true">
        <Mirror lines={lines} />
      </div>
      {found.length > 0 && (
        <div class={css.mirror} aria-hidden="true">
          <Found text={text} found={found} />
        </div>
      )}
      <textarea
        ref={fieldRef}
        class={css.field}
        data-field={name}
        aria-label={label}
        aria-describedby={describedBy}
        placeholder={placeholder}
        readOnly={readOnly}
        rows={1}
        spellcheck={false}
        onInput={(event) => {
          if (!isComposingRef.current && !event.isComposing) take();
          else if (boxRef.current !== null && fieldRef.current !== null)
            // What is being composed is in the field only: it must not be cut off at the foot.
            boxRef.current.style.minBlockSize = `${fieldRef.current.scrollHeight}px`;
        }}
        onCompositionStart={() => (isComposingRef.current = true)}
        onCompositionEnd={() => {
          isComposingRef.current = false;
          if (boxRef.current !== null) boxRef.current.style.minBlockSize = '';
          take();
        }}
        onBeforeInput={(event) => {
          // 「撤销」 of a menu or a shaken tablet: ours, which knows sentences.
          if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
          event.preventDefault();
          if (event.inputType === 'historyUndo') keys.onUndo();
          else keys.onRedo();
        }}
        onKeyDown={(event) => {
          if (!event.isComposing && !isComposingRef.current && !readOnly) onKey(event, keys);
        }}
        onSelect={tellCaret}
        onKeyUp={tellCaret}
        onPointerUp={tellCaret}
        onFocus={tellCaret}
        onPaste={(event) => props.onPaste?.(event, event.currentTarget.selectionStart)}
      />
    </form>
  );
}

function onKey(
  event: KeyboardEvent & { readonly currentTarget: HTMLTextAreaElement },
  keys: FieldKeys,
): void {
  const { selectionStart: at, selectionEnd: end, value } = event.currentTarget;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const act = ((): (() => void) | undefined => {
    if (event.key === 'F2' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey)))
      return keys.onSentenceKey && (() => keys.onSentenceKey?.(at));
    if (!isPlain) return undefined;
    if (event.key === 'Enter') return keys.onEnter && (() => keys.onEnter?.(at));
    if (at !== end || event.shiftKey) return undefined;
    if (event.key === 'Backspace' && at === 0) return keys.onJoin;
    if (event.key === 'ArrowUp' && at === 0) return () => keys.onStep?.(-1);
    if (event.key === 'ArrowDown' && at === value.length) return () => keys.onStep?.(1);
    return undefined;
  })();
  if (act === undefined) return;
  event.preventDefault();
  act();
}

function Mirror({ lines }: { readonly lines: Lines }) {
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && '\n'}
          {line.map((sentence) => (
            <span key={sentence.id} class={css.sentence}>
              {textOfDraft(sentence)}
            </span>
          ))}
        </>
      ))}
      {/* An empty last line has its height too. */}
      {'\u200b'}
    </>
  );
}

function Found({
  text,
  found,
}: {
  readonly text: string;
  readonly found: NonNullable<SentenceFieldProps['found']>;
}) {
  return (
    <>
      {found.map(({ start, end, isCurrent }, index) => (
        <>
          {text.slice(found[index - 1]?.end ?? 0, start)}
          <span class={css.found} data-current={isCurrent || undefined}>
            {text.slice(start, end)}
          </span>
        </>
      ))}
      {text.slice(found.at(-1)?.end ?? 0)}
    </>
  );
}
