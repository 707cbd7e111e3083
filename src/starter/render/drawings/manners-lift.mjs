/** In the lift. */
import { box, C, line, scene } from './manners-paper.mjs';
import { person } from './people.mjs';

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

export const firstOut = () =>
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

export const askTheFloor = () => {
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

export const bagInFront = () => {
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
