import css from './TwoLines.module.css';

interface TwoLinesProps {
  readonly name: string;
  readonly value: string;
}

/** A button's words where it is named after what it changes: 速度 over 正常. */
export function TwoLines({ name, value }: TwoLinesProps) {
  return (
    <span class={css.two}>
      <span class={css.name}>{name}</span> <span class={css.value}>{value}</span>
    </span>
  );
}
