/** Who and what several scenes of 问路，不用难为情 show. */
import { person } from './people.mjs';
import { box, dot, line, svg } from './scene-parts.mjs';

export const PLUM = '#6b1a49';
export const SISTER = { top: '#c9718f', bottom: PLUM, hair: 'bob', skirt: true };
export const AUNT = { top: '#5f8a6b', bottom: '#3b2a36', hair: 'bun', hairColor: '#8b8178' };
export const STRANGER = { top: '#4c6c98', bottom: '#33302e', hair: 'short' };

export const figure = (who, more = {}) =>
  svg(320, 480, person({ x: 160, y: 460, scale: 4.2, ...who, ...more }));
export const still = (x, y, drawing, width = 320, height = 480) => ({
  width,
  height,
  from: [x, y],
  to: [x, y],
  svg: drawing,
});

export function street(width, extra = '') {
  const houses = [
    [0, 120, 220, '#e7c3cf'],
    [240, 60, 180, '#d9a9b9'],
    [440, 150, 240, '#f0d7c0'],
    [700, 40, 200, '#e7c3cf'],
    [920, 130, 230, '#d9b7c9'],
    [1170, 80, 260, '#f0d7c0'],
  ]
    .map(([x, top, w, color]) => {
      const panes = [];
      for (let y = top + 30; y < 400; y += 74)
        for (let wx = x + 24; wx < x + w - 40; wx += 62) panes.push(`M${wx} ${y}h34v44h-34z`);
      return `${box(x, top, w, 460 - top, color)}<path d="${panes.join('')}" fill="#fff7ee"/>`;
    })
    .join('');
  return svg(
    width,
    720,
    `${box(0, 0, width, 720, '#f9ebe6')}${houses}${box(0, 446, width, 130, '#8d8791')}${box(0, 576, width, 144, '#ead6cf')}${box(0, 570, width, 14, '#d3bbb3')}${line(`M0 512H${width}`, '#f5eee6', 8).replace('/>', ' stroke-dasharray="60 50"/>')}${extra}`,
  );
}
export const bubble = (width, height, body, tail) =>
  svg(
    width,
    height,
    `<path d="M24 8H${width - 24}Q${width - 8} 8 ${width - 8} 24V${height - 66}Q${width - 8} ${height - 50} ${width - 24} ${height - 50}H${tail + 40}L${tail} ${height - 8}L${tail - 4} ${height - 50}H24Q8 ${height - 50} 8 ${height - 66}V24Q8 8 24 8z" fill="#fffaf2" stroke="${PLUM}" stroke-width="6"/>${body}`,
  );
export const question = bubble(
  200,
  210,
  `<path d="M76 64q2-30 30-30t28 28q0 18-18 28-10 6-10 18" fill="none" stroke="${PLUM}" stroke-width="13" stroke-linecap="round"/>${dot(106, 132, 9, PLUM)}`,
  60,
);
export const route = bubble(
  280,
  230,
  `${line('M90 160V72H186', PLUM, 15)}<path d="M180 44L222 72L180 100z" fill="${PLUM}"/><rect x="70" y="34" width="40" height="24" rx="8" fill="#2d2a2e"/>${dot(81, 46, 6, '#c8402f')}${dot(99, 46, 6, '#49b46c')}`,
  200,
);
export const thanks = bubble(
  220,
  200,
  `<path d="M110 124C60 92 56 52 84 46q18-2 26 18q8-20 26-18c28 6 24 46-26 78z" fill="#c9718f"/>`,
  60,
);
