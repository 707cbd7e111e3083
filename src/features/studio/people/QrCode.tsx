import { encode } from 'uqr';
import css from './People.module.css';

interface QrCodeProps {
  readonly text: string;
  /** What scanning it does. */
  readonly label: string;
}

const quiet = 4;

/** Black on white in every theme: cameras want it so. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { border: 0, ecc: 'M' });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const side = size + 2 * quiet;
  return (
    <svg
      class={css.qr}
      viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
      width="256"
      height="256"
      role="img"
      aria-label={label}
    >
      <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
      <path d={path.join('')} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
