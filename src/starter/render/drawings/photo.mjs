/** The old photographs' own colours, paper and strokes. */

export const C = {
  photo: '#fbf5e6',
  sky: '#efe1c4',
  light: '#e2cda3',
  mid: '#c8a877',
  wall: '#b38c5f',
  dark: '#7d5a3f',
  deep: '#54392a',
  ink: '#33241b',
  teal: '#4f7d78',
  pale: '#a9c2b6',
  red: '#b0553d',
  cream: '#f7ecd3',
  glow: '#ffdf9a',
};

/** A print with a white border and a paper shadow; the picture itself is 1120 × 780. */
export function photo(body, sky = C.sky) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900" width="1200" height="900">
<rect width="1200" height="900" fill="#e5d8bf"/><rect x="18" y="22" width="1172" height="866" rx="4" fill="#c9b899"/><rect x="12" y="12" width="1172" height="866" rx="4" fill="${C.photo}"/>
<svg x="40" y="40" width="1116" height="780" viewBox="0 0 1116 780" overflow="hidden"><rect width="1116" height="780" fill="${sky}"/>${body}</svg>
<path d="M40 846h150" stroke="#d9c9a8" stroke-width="6" stroke-linecap="round"/></svg>
`;
}

export const poly = (points, fill, more = '') => `<path d="M${points}z" fill="${fill}" ${more}/>`;
export const line = (d, color = C.ink, width = 4) =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** A cloth on a pole: hung by its top edge. */
export const cloth = (x, y, width, height, fill) =>
  poly(`${x} ${y}h${width}l-4 ${height}q-${width / 2 - 4} 8-${width - 8} 0`, fill);
