import css from './PresetPicture.module.css';

interface PresetPictureProps {
  readonly preset: 'sign' | 'captions' | 'pinyin' | 'standard';
}

/** A small tablet showing what a preset makes of a page. Decoration: the words under it say the same. */
export function PresetPicture({ preset }: PresetPictureProps) {
  return (
    <svg class={css.picture} viewBox="0 0 160 92" aria-hidden="true">
      <rect class={css.tablet} x="1.5" y="1.5" width="157" height="89" rx="8" />
      {CONTENTS[preset]}
    </svg>
  );
}

interface SignerProps {
  readonly width: number;
  readonly height: number;
}

/** Someone signing before a wall, drawn to the given box: both hands in view at every size. */
function Signer({ width, height }: SignerProps) {
  const scale = Math.min(width / 60, height / 76);
  return (
    <g transform="translate(10 8)">
      <rect class={css.wall} width={width} height={height} rx="4" />
      <g transform={`translate(${(width - 60 * scale) / 2} ${height - 76 * scale}) scale(${scale})`}>
        <circle class={css.person} cx="30" cy="24" r="11" />
        <path class={css.person} d="M9 76c0-24 7-37 21-37s21 13 21 37z" />
        <path class={css.arms} d="M19 58l4-12M41 58l-4-12" />
      </g>
    </g>
  );
}

const CONTENTS = {
  sign: (
    <>
      <Signer width={81} height={76} />
      <path class={css.lines} d="M104 26h42M104 39h42M104 52h42M104 65h25" />
    </>
  ),
  captions: (
    <>
      <Signer width={37} height={38} />
      <rect class={css.wall} x="54" y="8" width="96" height="38" rx="4" />
      <g class={css.big} font-size="31">
        <text x="42" y="81">
          大
        </text>
        <text x="80" y="81">
          字
        </text>
        <text x="118" y="81">
          幕
        </text>
      </g>
    </>
  ),
  pinyin: (
    <>
      <g class={css.small} font-size="18">
        <text x="50" y="28">
          shàng
        </text>
        <text x="110" y="28">
          hǎi
        </text>
      </g>
      <g class={css.big} font-size="38">
        <text x="50" y="70">
          上
        </text>
        <text x="110" y="70">
          海
        </text>
      </g>
      <path class={css.ground} d="M26 80h108" />
    </>
  ),
  standard: (
    <>
      <Signer width={49} height={76} />
      <path class={css.lines} d="M72 22h72M72 35h72M72 48h72M72 61h72M72 74h43" />
    </>
  ),
};
