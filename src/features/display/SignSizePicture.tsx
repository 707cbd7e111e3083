import type { Settings } from '../../storage/settings.ts';
import css from './SignSizePicture.module.css';

const WIDTHS = { third: 30, half: 46, full: 92 } as const;

/** How much of the page the signer has. */
export function SignSizePicture({ size }: { readonly size: Settings['signSize'] }) {
  const width = WIDTHS[size];
  const scale = size === 'third' ? 0.5 : 0.68;
  return (
    <svg class={css.picture} viewBox="0 0 96 60" aria-hidden="true">
      <rect class={css.page} x="1" y="1" width="94" height="58" rx="5" />
      <rect class={css.wall} x="2" y="2" width={width} height="56" rx="4" />
      <g transform={`translate(${2 + width / 2 - 30 * scale} ${58 - 76 * scale}) scale(${scale})`}>
        <circle class={css.person} cx="30" cy="24" r="11" />
        <path class={css.person} d="M9 76c0-24 7-37 21-37s21 13 21 37z" />
      </g>
      {size !== 'full' && (
        <path
          class={css.text}
          d={`M${width + 10} 18H86M${width + 10} 30H86M${width + 10} 42H${width + 24}`}
        />
      )}
    </svg>
  );
}
