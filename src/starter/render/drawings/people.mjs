/** Figures and things that several pictures share. A figure is 100 high, its feet at (0, 0). */

export const SKIN = '#e9bf98';

const limb = (points, width, color) =>
  `<path d="M${points.map(([x, y]) => `${x} ${y}`).join('L')}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

const HAIR = {
  short: (c) => `<path d="M-9.500-87C-11-101 11-101 9.500-87C8-92 4-94 0-94S-8-92-9.500-87z" fill="${c}"/>`,
  bob: (c) =>
    `<path d="M-10-80C-13-102 13-102 10-80C9-77 6-77 6.500-80C8-88 4-92 0-92S-8-88-6.500-80C-6-77-9-77-10-80z" fill="${c}"/>`,
  bun: (c) =>
    `<circle cx="0" cy="-99" r="4.600" fill="${c}"/><path d="M-9.500-85C-12-101 12-101 9.500-85C8-91 4-93 0-93S-8-91-9.500-85z" fill="${c}"/>`,
  back: (c) => `<path d="M-9.800-86C-10-101 10-101 9.800-86C10-78 6-76 0-76S-10-78-9.800-86z" fill="${c}"/>`,
  tails: (c) =>
    `<path d="M-9.500-87C-11-101 11-101 9.500-87C8-92 4-94 0-94S-8-92-9.500-87z" fill="${c}"/><circle cx="-11" cy="-84" r="4" fill="${c}"/><circle cx="11" cy="-84" r="4" fill="${c}"/>`,
};

/**
 * A person. `arms` are two lists of elbow and hand; `legs` two of knee and foot; `scale` 1 = 100 units tall.
 * `face` 1 looks right, -1 left, 0 at us without features (small figures need none).
 */
export function person({
  x,
  y,
  scale = 1,
  top = '#8a5a44',
  bottom = '#4a4038',
  hair = 'short',
  hairColor = '#3a2e28',
  skin = SKIN,
  arms = [
    [
      [-15, -58],
      [-14, -44],
    ],
    [
      [15, -58],
      [14, -44],
    ],
  ],
  legs = [
    [
      [-5, -20],
      [-6, -2],
    ],
    [
      [5, -20],
      [6, -2],
    ],
  ],
  skirt = false,
  shoes = '#2a211c',
  mirror = false,
  lean = 0,
  over = '',
}) {
  const [left, right] = arms;
  const leg = (points) => limb([[points[0][0] > 0 ? 5 : -5, -42], ...points], 8, skirt ? skin : bottom);
  const shoe = ([, [footX, footY]]) =>
    `<ellipse cx="${footX + 2}" cy="${footY + 1}" rx="6" ry="3" fill="${shoes}"/>`;
  const arm = (points, side) =>
    limb([[side * 10, -70], ...points], 6.6, top) +
    `<circle cx="${points.at(-1)[0]}" cy="${points.at(-1)[1]}" r="3.900" fill="${skin}"/>`;
  const lower = skirt
    ? `<path d="M-11-46H11L16-20Q0-15-16-20z" fill="${bottom}"/>`
    : `<path d="M-11-48H11V-38H-11z" fill="${bottom}"/>`;
  return `<g transform="translate(${x} ${y}) scale(${mirror ? -scale : scale} ${scale})">${legs.map(leg).join('')}${legs.map(shoe).join('')}${lower}
<g transform="rotate(${lean} 0 -44)"><path d="M-3.500-80h7v10h-7z" fill="${skin}"/><path d="M-13-66C-13-74-8-75 0-75S13-74 13-66L11.500-42H-11.500z" fill="${top}"/><circle cx="0" cy="-85" r="9" fill="${skin}"/>${HAIR[hair](hairColor)}
${arm(left, -1)}${arm(right, 1)}${over}</g></g>`;
}

/** A bucket, its bottom middle at (x, y). */
export function bucket(x, y, scale, color, water = '#cfe0dc') {
  return `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M-14-26Q0-46 14-26" fill="none" stroke="#3a2a20" stroke-width="2"/><path d="M-15-26H15L11 0H-11z" fill="${color}"/><ellipse cx="0" cy="-26" rx="15" ry="4" fill="${water}"/><path d="M-14-18H14" stroke="#3a2a20" stroke-opacity=".35" stroke-width="2"/></g>`;
}

/** Rows of brick marks, sparse enough to stay quiet. */
export function bricks(x, y, width, height, color, seed = 1) {
  let state = seed;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const marks = [];
  for (let row = 0; row < height / 18; row += 1) {
    for (let column = 0; column < width / 40; column += 1) {
      if (random() < 0.38)
        marks.push(`M${(x + column * 40 + (row % 2) * 20).toFixed(0)} ${(y + row * 18 + 9).toFixed(0)}h22`);
    }
  }
  return `<path d="${marks.join('')}" stroke="${color}" stroke-width="3" stroke-linecap="round" fill="none"/>`;
}

/** A window with a cross, lit or not. */
export function pane(x, y, width, height, glass, frame) {
  return `<path d="M${x} ${y}h${width}v${height}h-${width}z" fill="${glass}" stroke="${frame}" stroke-width="4"/><path d="M${x + width / 2} ${y}v${height}M${x} ${y + height / 2}h${width}" stroke="${frame}" stroke-width="3"/>`;
}
