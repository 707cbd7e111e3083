import css from './Cover.module.css';

interface CoverProps {
  /** Address of the drawing, 880 × 150. */
  readonly src: string;
  /** Media type: a drawing in SVG takes the theme's colour, a bitmap is shown as it is. */
  readonly type: string;
  /** `spread` runs its ground line from edge to edge; `thumb` is the small one of the shelf. */
  readonly size?: 'spread' | 'thumb';
}

/**
 * The month's one drawn line. The SVG is used as a mask over the club's colour, so it is right in every theme and
 * nothing of an author's file becomes part of the page. Decoration: the title beside it says the same.
 */
export function Cover({ src, type, size = 'spread' }: CoverProps) {
  if (type !== 'image/svg+xml') {
    return (
      <img class={css.picture} data-size={size} src={src} alt="" width={880} height={150} loading="lazy" />
    );
  }
  // An address is encoded already; only what would end the CSS string is left to do.
  const mask = `url("${src.replaceAll('"', '%22')}")`;
  return (
    <div class={css.box} data-size={size} aria-hidden="true">
      <div class={css.drawing} style={{ maskImage: mask, WebkitMaskImage: mask }} />
    </div>
  );
}
