/** 电梯里，队伍里: six pictures on warm paper, 1200 × 900, in the sisters' colours. */
import { person } from './people.mjs';

const C = {
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
function scene(body, wall = C.wall) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900" width="1200" height="900">
<rect width="1200" height="900" fill="${C.paper}"/><svg x="40" y="40" width="1120" height="820" viewBox="0 0 1120 820" overflow="hidden"><clipPath id="card"><rect width="1120" height="820" rx="28"/></clipPath><g clip-path="url(#card)"><rect width="1120" height="820" fill="${wall}"/><path d="M0 700H1120V820H0z" fill="${C.floor}"/>${body}</g></svg></svg>
`;
}

const box = (x, y, width, height, fill, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
const line = (d, color = C.dark, width = 5) =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const arrow = (x, y, turn, color) =>
  `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M-60-16H14V-44L66 0L14 44V16H-60z" fill="${color}"/></g>`;
const walking = [
  [
    [-10, -22],
    [-16, -3],
  ],
  [
    [12, -24],
    [20, -5],
  ],
];

const lift = (left, right) =>
  `${box(290, 110, 540, 590, C.plum)}${box(330, 150, 460, 550, '#f9ead7')}${box(330, 150, left, 550, C.steel)}${box(790 - right, 150, right, 550, C.steel)}${line(`M${330 + left} 150V700M${790 - right} 150V700`, C.steelDark, 6)}
${box(500, 54, 120, 44, C.dark, 'rx="8"')}<path d="M530 66h16l-8 18z M574 84h16l-8-18z" fill="${C.gold}"/>${box(870, 380, 44, 92, C.steelDark, 'rx="8"')}<circle cx="892" cy="408" r="11" fill="${C.gold}"/><circle cx="892" cy="444" r="11" fill="${C.cream}"/>`;

const firstOut = () =>
  scene(
    `${lift(90, 90)}${person({
      x: 560,
      y: 740,
      scale: 4.6,
      top: C.blue,
      bottom: C.dark,
      hair: 'short',
      legs: walking,
      arms: [
        [
          [-17, -58],
          [-12, -46],
        ],
        [
          [17, -58],
          [20, -46],
        ],
      ],
    })}
${person({ x: 190, y: 760, scale: 4.8, top: C.rose, bottom: C.plum, hair: 'bun', skirt: true })}${person({ x: 980, y: 760, scale: 4.8, top: C.green, bottom: C.dark, hair: 'bob', mirror: true })}
<g transform="translate(560 770) scale(.62)">${arrow(0, 0, 90, C.plum)}</g>`,
  );

const askTheFloor = () => {
  const buttons = [0, 1, 2, 3, 4, 5, 6, 7]
    .map(
      (i) =>
        `<circle cx="${108 + (i % 2) * 56}" cy="${270 + Math.floor(i / 2) * 62}" r="21" fill="${i === 3 ? C.gold : C.cream}" stroke="${C.steelDark}" stroke-width="4"/>`,
    )
    .join('');
  const parcel = `<rect x="-24" y="-66" width="48" height="34" rx="2" fill="#c79a63"/><path d="M0-66v34" stroke="#a67b48" stroke-width="4"/>`;
  return scene(
    `${box(0, 0, 1120, 700, '#dfe2e8')}${[280, 560, 840].map((x) => line(`M${x} 0V700`, '#cdd2db', 6)).join('')}${line('M0 460H1120', C.steelDark, 14)}${box(60, 220, 152, 280, C.steel, `rx="14" stroke="${C.steelDark}" stroke-width="5"`)}${buttons}
${person({
  x: 330,
  y: 780,
  scale: 5.4,
  top: C.rose,
  bottom: C.plum,
  hair: 'bob',
  skirt: true,
  arms: [
    [
      [-20, -62],
      [-32, -68],
    ],
    [
      [16, -58],
      [18, -44],
    ],
  ],
})}
${person({
  x: 810,
  y: 780,
  scale: 5.4,
  top: C.green,
  bottom: C.dark,
  hair: 'short',
  over: parcel,
  arms: [
    [
      [-20, -54],
      [-18, -44],
    ],
    [
      [20, -54],
      [18, -44],
    ],
  ],
})}
<g transform="translate(560 150)"><path d="M-130-90H130Q160-90 160-60V20Q160 50 130 50H-40L-104 104L-92 50H-130Q-160 50-160 20V-60Q-160-90-130-90z" fill="${C.cream}" stroke="${C.plum}" stroke-width="6"/><text x="0" y="6" font-size="62" font-weight="700" text-anchor="middle" fill="${C.plum}" font-family="Noto Sans CJK SC, PingFang SC, sans-serif" lang="zh-Hans">到几楼？</text></g>`,
  );
};

const bagInFront = () => {
  const bag = `<path d="M-13-72V-52M13-72V-52" stroke="${C.dark}" stroke-width="3"/><rect x="-16" y="-70" width="32" height="34" rx="9" fill="${C.gold}"/><rect x="-10" y="-56" width="20" height="15" rx="4" fill="#c98d28"/>`;
  const pram = `<g transform="translate(830 770)"><path d="M-104-190Q-100-100-40-96H66Q104-130 104-190z" fill="${C.plum}"/><path d="M0-190Q-6-282 104-190z" fill="${C.rose}"/><circle cx="-38" cy="-204" r="34" fill="#e9bf98"/><path d="M-72-208Q-70-248-34-240Q-8-236-6-210Q-30-226-72-208z" fill="#3a2e28"/>${line('M-40-96L-66-24M66-96L40-24M-40-96L50-24M-104-190L-150-240', C.dark, 9)}<circle cx="-60" cy="-22" r="24" fill="${C.cream}" stroke="${C.dark}" stroke-width="9"/><circle cx="56" cy="-22" r="24" fill="${C.cream}" stroke="${C.dark}" stroke-width="9"/></g>`;
  return scene(
    `${box(0, 0, 1120, 700, '#dfe2e8')}${[220, 900].map((x) => line(`M${x} 0V700`, '#cdd2db', 6)).join('')}${line('M0 440H1120', C.steelDark, 14)}${box(480, 60, 160, 60, C.dark, 'rx="10"')}<path d="M532 104l28-32 28 32z" fill="${C.gold}"/>
${person({ x: 500, y: 740, scale: 4.8, top: C.green, bottom: C.dark, hair: 'back', hairColor: '#6d645d' })}
${person({
  x: 270,
  y: 780,
  scale: 5.4,
  top: C.blue,
  bottom: C.dark,
  hair: 'short',
  over: bag,
  arms: [
    [
      [-22, -56],
      [-12, -46],
    ],
    [
      [22, -56],
      [12, -46],
    ],
  ],
})}
${person({
  x: 640,
  y: 776,
  scale: 5,
  top: C.rose,
  bottom: C.plum,
  hair: 'bun',
  skirt: true,
  arms: [
    [
      [-15, -58],
      [-12, -46],
    ],
    [
      [14, -58],
      [10, -48],
    ],
  ],
})}${pram}`,
  );
};

const escalator = () => {
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
          [-16, -58],
          [-24, -50],
        ],
        [
          [22, -64],
          [27, -54],
        ],
      ],
    })}${person({
      x: 522,
      y: 552,
      scale: 2,
      top: C.gold,
      bottom: C.blue,
      hair: 'tails',
      arms: [
        [
          [-14, -58],
          [-12, -46],
        ],
        [
          [18, -62],
          [24, -74],
        ],
      ],
    })}${rider(914, 328, { top: C.blue, bottom: C.dark, hair: 'back', hairColor: '#cfc7bd' })}
<path d="M110 700Q70 700 78 660Q86 630 130 610L1010 96Q1040 80 1080 84H1120V820H1060L1064 240L160 776z" fill="${C.pink}" opacity=".55"/>${line('M112 716Q66 704 76 662Q86 628 128 604L1006 92Q1036 76 1120 76', C.plum, 22)}`,
  );
};

const yellowLine = () =>
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

const letThemFirst = () => {
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

export const MANNERS = [firstOut, askTheFloor, bagInFront, escalator, yellowLine, letThemFirst];
