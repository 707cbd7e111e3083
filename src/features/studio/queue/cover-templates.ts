/**
 * Covers for a month that brings none: one drawn line along the ground, as the starter's. Strokes on 880 × 150; the SVG takes the
 * theme's colour, the bitmap for other reading apps is the same on paper.
 */
export type CoverTemplate = 'street' | 'river' | 'books' | 'hands';
export const COVER_TEMPLATES: readonly CoverTemplate[] = ['street', 'river', 'books', 'hands'];

const PATHS: Readonly<Record<CoverTemplate, string>> = {
  street:
    'M0 130H90V70l40-26 40 26v60h30V60h70v70h24V84l36-22 36 22v46h30V40h64v90h40V96l28-18 28 18v34h36V56h80v74h30V78l38-24 38 24v52H880M112 130v-28h36v28M222 78h26M222 96h26M388 60h32M388 80h32M388 100h32M560 76h40M560 96h40',
  river:
    'M0 108c40-18 80-18 120 0s80 18 120 0 80-18 120 0 80 18 120 0 80-18 120 0 80 18 120 0 80-18 160 0M0 136c40-14 80-14 120 0s80 14 120 0 80-14 120 0 80 14 120 0 80-14 120 0 80 14 120 0 80-14 160 0M250 92c40-62 340-62 380 0M300 78V58M380 60V40M440 56V34M500 60V40M580 78V58M270 44h340',
  books:
    'M0 132H150V52c30-14 62-14 92 4 30-18 62-18 92-4v80H430M242 56v76M430 132V66h36v66h14V50h30v82h14V74h40v58h16l26-74 34 12-22 62H760M760 132V88h70v44h50M466 84h-36M510 68h-30M174 74c18-6 34-6 48 0M262 74c14-6 30-6 48 0M174 96c18-6 34-6 48 0M262 96c14-6 30-6 48 0',
  hands:
    'M0 132H300c-8-20-22-34-34-48-8-10 2-22 14-14l32 26-18-54c-4-14 14-20 20-7l20 50-6-58c-1-14 19-16 21-2l10 58 8-50c3-13 21-9 20 4l-6 54 22-26c10-10 24 0 16 12l-29 51H490l-29-51c-8-12 6-22 16-12l22 26-6-54c-1-13 17-17 20-4l8 50 10-58c2-14 22-12 21 2l-6 58 20-50c6-13 24-7 20 7l-18 54 32-26c12-8 22 4 14 14-12 14-26 28-34 48H880',
};

export const COVER_SIZE = { width: 880, height: 150 } as const;

export function coverSvg(template: CoverTemplate, colour = 'currentColor'): string {
  const { width, height } = COVER_SIZE;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `<path d="${PATHS[template]}" fill="none" stroke="${colour}" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  );
}
