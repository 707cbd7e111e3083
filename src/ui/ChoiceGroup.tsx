import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import css from './ChoiceGroup.module.css';

export interface Choice<T extends string | number> {
  readonly value: T;
  readonly label: string;
  /** Shown over the label: a drawing, a sample letter. Decoration, the label says it all. */
  readonly picture?: ComponentChildren;
  /** A second, smaller line. */
  readonly note?: string;
  /** A choice of colours or sizes shows itself: attributes such as `data-theme` for this one choice. */
  readonly sample?: Readonly<Record<`data-${string}`, string>>;
  /** BCP 47, where the label is in another language than the page. */
  readonly lang?: string;
}

interface ChoiceGroupProps<T extends string | number> {
  readonly label: string;
  readonly labelHidden?: boolean;
  /** Beside the choices where there is room, as in a table of settings. */
  readonly labelBeside?: boolean;
  readonly value: T | null;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  /** `row`: one line of equal boxes that wraps when they no longer fit. `cards`: pictures, two or four across. */
  readonly layout?: 'row' | 'cards';
}

/**
 * One of a few, all in sight. Native radio buttons laid over each box: arrows move and choose, one Tab stop, and the
 * box a finger may hit is the control itself.
 */
export function ChoiceGroup<T extends string | number>(props: ChoiceGroupProps<T>) {
  const { label, labelHidden = false, labelBeside, value, choices, onChange, layout = 'row' } = props;
  const name = useId();
  return (
    <div
      class={css.group}
      data-beside={labelBeside || undefined}
      role="radiogroup"
      aria-labelledby={`${name}-label`}
    >
      <span id={`${name}-label`} class={labelHidden ? 'visually-hidden' : css.title}>
        {label}
      </span>
      <div class={css.choices} data-layout={layout} data-count={choices.length}>
        {choices.map((choice) => (
          <label key={choice.value} class={css.choice} lang={choice.lang} {...choice.sample}>
            <input
              type="radio"
              class={css.input}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.picture !== undefined && (
              <span class={css.picture} aria-hidden="true">
                {choice.picture}
              </span>
            )}
            <span class={css.label}>{choice.label}</span>
            {choice.note !== undefined && <span class={css.note}>{choice.note}</span>}
            <span class={css.tick} aria-hidden="true">
              <Icon name="check" small />
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}
