/** On the escalator and in the queue. */
import { box, C, line, scene } from './manners-paper.mjs';
import { person } from './people.mjs';

export const escalator = () => {
  const steps = Array.from({ length: 9 }, (_, i) => `L${150 + i * 96} ${720 - i * 56}H${246 + i * 96}`).join(
    '',
  );
  const rider = (x, y, more) =>
    person({
      x,
      y,
      scale: 3,
      arms: [
        [
          [-15, -58],
          [-13, -44],
        ],
        [
          [22, -64],
          [27, -54],
        ],
      ],
      ...more,
    });
  return scene(
    `<path d="M60 776${steps}L1060 216H1120V820H60z" fill="${C.steelDark}"/>${line(`M60 776${steps}`, C.dark, 6)}
${rider(330, 664, { top: C.green, bottom: C.dark, hair: 'short' })}${rider(628, 496, {
      top: C.rose,
      bottom: C.plum,
      hair: 'bob',
      skirt: true,
      arms: [
        [
          [-15, -56],
          [-18, -44],
        ],
        [
          [22, -64],
          [27, -54],
        ],
      ],
    })}${person({
      x: 566,
      y: 496,
      scale: 1.9,
      top: C.gold,
      bottom: C.blue,
      hair: 'tails',
      arms: [
        [
          [-14, -58],
          [-12, -46],
        ],
        [
          [17, -62],
          [10, -72],
        ],
      ],
    })}${rider(914, 328, { top: C.blue, bottom: C.dark, hair: 'back', hairColor: '#cfc7bd' })}
<path d="M110 700Q70 700 78 660Q86 630 130 610L1010 96Q1040 80 1080 84H1120V820H1060L1064 240L160 776z" fill="${C.pink}" opacity=".55"/>${line('M112 716Q66 704 76 662Q86 628 128 604L1006 92Q1036 76 1120 76', C.plum, 22)}`,
  );
};

export const yellowLine = () =>
  scene(
    `${box(0, 90, 380, 610, C.plum)}${box(40, 150, 300, 250, '#f9ead7')}${box(0, 430, 400, 40, C.cream)}${person({ x: 150, y: 560, scale: 3.4, top: C.cream, bottom: C.dark, hair: 'bob' })}${box(0, 440, 400, 40, C.cream)}${box(0, 480, 380, 220, C.plum)}
<g transform="translate(190 120)"><circle r="34" fill="${C.gold}"/><path d="M0-18V18M-18 0H18" stroke="${C.cream}" stroke-width="11"/></g>
${person({
  x: 440,
  y: 750,
  scale: 4.6,
  top: C.rose,
  bottom: C.plum,
  hair: 'bob',
  skirt: true,
  mirror: true,
  arms: [
    [
      [-14, -58],
      [-12, -44],
    ],
    [
      [20, -60],
      [28, -58],
    ],
  ],
})}
<path d="M566 706H620L650 816H580z" fill="${C.gold}"/>
${person({ x: 730, y: 756, scale: 4.6, top: C.blue, bottom: C.dark, hair: 'short', mirror: true })}${person({ x: 880, y: 756, scale: 4.4, top: C.green, bottom: C.dark, hair: 'bun', hairColor: '#a49a90', mirror: true })}${person({ x: 1030, y: 756, scale: 4.6, top: C.gold, bottom: C.plum, hair: 'tails', skirt: true, mirror: true })}`,
  );

export const letThemFirst = () => {
  const goods = `<g transform="translate(840 776)">${line('M-160-300H-120L-84-110H120', C.dark, 11)}<path d="M-114-250H140L118-120H-88z" fill="${C.steel}" stroke="${C.steelDark}" stroke-width="6"/>${line('M-50-250l12 130M16-250l4 130M80-250l-8 130M-108-208H132M-100-164H126', C.steelDark, 4)}<path d="M-96-250v-60h70v60z" fill="${C.rose}"/><path d="M-20-250v-96h56v96z" fill="${C.green}"/><circle cx="76" cy="-278" r="32" fill="${C.gold}"/><path d="M100-250v-70h34v70z" fill="${C.blue}"/>${line('M-84-110L-66-56M114-110L92-56', C.dark, 9)}<circle cx="-66" cy="-30" r="26" fill="${C.cream}" stroke="${C.dark}" stroke-width="9"/><circle cx="92" cy="-30" r="26" fill="${C.cream}" stroke="${C.dark}" stroke-width="9"/></g>`;
  const bottle = `<g transform="translate(22 -58)"><path d="M-3-16h6v6q4 3 4 8v14h-14v-14q0-5 4-8z" fill="#4a2a1c"/><rect x="-7" y="0" width="14" height="8" fill="${C.gold}"/></g>`;
  return scene(
    `${box(0, 90, 1120, 20, C.pink)}${[70, 190, 310].map((x) => box(x, 150 + (x % 3) * 8, 80, 90, C.pink, 'rx="8"')).join('')}${box(0, 250, 420, 16, C.rose)}
${person({ x: 120, y: 640, scale: 3.8, top: C.plum, bottom: C.dark, hair: 'bun' })}${box(0, 470, 330, 240, C.plum)}${box(0, 450, 350, 34, C.cream)}${box(210, 360, 90, 70, C.dark, 'rx="8"')}${box(244, 430, 20, 24, C.dark)}
${person({
  x: 440,
  y: 770,
  scale: 4.7,
  top: C.blue,
  bottom: C.dark,
  hair: 'short',
  hairColor: '#d4ccc2',
  mirror: true,
  over: bottle,
  arms: [
    [
      [-14, -58],
      [-16, -44],
    ],
    [
      [20, -60],
      [22, -52],
    ],
  ],
})}
${goods}${person({
      x: 640,
      y: 780,
      scale: 5,
      top: C.rose,
      bottom: C.plum,
      hair: 'bob',
      skirt: true,
      mirror: true,
      arms: [
        [
          [-16, -60],
          [-10, -56],
        ],
        [
          [20, -60],
          [34, -54],
        ],
      ],
    })}`,
  );
};
