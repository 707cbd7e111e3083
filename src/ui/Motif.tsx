import css from './Motif.module.css';

interface MotifProps {
  /** As a club's data names it. */
  readonly motif: 'hands' | 'magnolia';
  readonly large?: boolean;
}

const HAND = (
  <g transform="rotate(-13 32 58)">
    <path d="M11 34V15M17.600 34V9M24.200 34V11M30.400 34V18M10 43 3.200 31" />
    <path class={css.palm} d="M8.400 32H33V46C33 54 29 58 22 58S8.400 52 8.400 44z" />
  </g>
);

/** A club's drawn identity: open hands that are also an open book, or the white magnolia of Shanghai. */
export function Motif({ motif, large }: MotifProps) {
  if (motif === 'hands') {
    return (
      <svg class={css.hands} data-large={large || undefined} viewBox="-4 -2 84 68" aria-hidden="true">
        <g transform="translate(4 2)">{HAND}</g>
        <g transform="translate(72 2) scale(-1 1)">{HAND}</g>
      </svg>
    );
  }
  return (
    <svg class={css.magnolia} data-large={large || undefined} viewBox="0 0 64 64" aria-hidden="true">
      <path d="M30 47C19 49 6 43 4 34c-1-4 3-6 7-5 9 3 16 9 19 18z" />
      <path d="M34 47c11 2 24-4 26-13 1-4-3-6-7-5-9 3-16 9-19 18z" />
      <path d="M31 47C17 44 9 31 13 17c1-5 7-5 10-1 6 9 9 20 8 31z" />
      <path d="M33 47c14-3 22-16 18-30-1-5-7-5-10-1-6 9-9 20-8 31z" />
      <path d="M32 47C22 38 21 19 27.500 9c2-4 7-4 9 0C43 19 42 38 32 47z" />
      <path class={css.stem} d="M32 47c1 6-2 10-8 13M31 54c5 3 10 3 15 1" />
    </svg>
  );
}
