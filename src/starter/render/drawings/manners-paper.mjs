/** Colours, paper and strokes of the pictures of manners. */

export const C = {
  paper: '#fbf1ea',
  wall: '#f3dfe3',
  floor: '#e3c3cb',
  plum: '#6b1a49',
  rose: '#c9718f',
  pink: '#e7b3c4',
  steel: '#b9bfca',
  steelDark: '#8b92a3',
  dark: '#3b2a36',
  gold: '#e0a63c',
  green: '#5f8a6b',
  blue: '#4c6c98',
  cream: '#fffaf2',
};

/** Rounded picture on paper with the ground line running through, as on the covers. */
export function scene(body, wall = C.wall) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900" width="1200" height="900">
<rect width="1200" height="900" fill="${C.paper}"/><svg x="40" y="40" width="1120" height="820" viewBox="0 0 1120 820" overflow="hidden"><clipPath id="card"><rect width="1120" height="820" rx="28"/></clipPath><g clip-path="url(#card)"><rect width="1120" height="820" fill="${wall}"/><path d="M0 700H1120V820H0z" fill="${C.floor}"/>${body}</g></svg></svg>
`;
}

export const box = (x, y, width, height, fill, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
export const line = (d, color = C.dark, width = 5) =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
