import { useId } from 'preact/hooks';
import { formatNumber } from '../../../i18n/format.ts';
import { Button } from '../../../ui/Button.tsx';
import css from './Mark.module.css';

interface SecondsFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (seconds: number) => void;
}

const step = 0.1;
const limit = 2;

/** Tenths of a second, by two buttons. */
export function SecondsField({ label, value, onChange }: SecondsFieldProps) {
  const id = useId();
  const set = (by: number): void =>
    onChange(Math.round(Math.min(limit, Math.max(-limit, value + by)) * 10) / 10);
  return (
    <div class={css.seconds} role="group" aria-labelledby={id}>
      <span id={id}>{label}</span>
      <Button aria-label={`${label} −0.1`} onClick={() => set(-step)}>
        −
      </Button>
      <output aria-live="polite">{formatNumber(value, { minimumFractionDigits: 1 })}</output>
      <Button aria-label={`${label} +0.1`} onClick={() => set(step)}>
        +
      </Button>
    </div>
  );
}
