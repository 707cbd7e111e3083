import { drawingOf } from './icon-drawings.ts';
import type { IconName } from './icon-drawings.ts';
import css from './Icon.module.css';

interface IconProps {
  readonly name: IconName;
  readonly small?: boolean;
}

/** Always beside its word, so hidden from assistive technology. */
export function Icon({ name, small = false }: IconProps) {
  const { line, bold, solid, letters = [] } = drawingOf(name);
  return (
    <svg
      class={css.icon}
      data-small={small || undefined}
      viewBox="0 0 28 28"
      aria-hidden="true"
      focusable="false"
    >
      {line !== undefined && <path d={line} />}
      {bold !== undefined && <path d={bold} class={css.bold} />}
      {solid !== undefined && <path d={solid} class={css.solid} />}
      {letters.map(({ text, x, y, size }) => (
        <text key={x} x={x} y={y} font-size={size} class={css.letter}>
          {text}
        </text>
      ))}
    </svg>
  );
}
