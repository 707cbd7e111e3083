/** The lane by day: its gate, water, laundry and stove. */
import { bricks, bucket, pane, person } from './people.mjs';
import { C, cloth, line, photo, poly } from './photo.mjs';

export function gateway() {
  const lane = `${poly('400 780L520 300H596L716 780', C.light)}${poly('300 120H520V300L400 780H300', C.mid)}${poly('816 120H596V300L716 780H816', C.wall)}${poly('520 120h76v180h-76', C.cream)}
${[0, 1, 2].map((i) => pane(330 + i * 62, 330 - i * 14, 40 - i * 8, 66 - i * 10, C.cream, C.dark)).join('')}${[0, 1, 2].map((i) => pane(746 - i * 56, 330 - i * 14, 40 - i * 8, 66 - i * 10, C.light, C.deep)).join('')}
${line('M330 260C450 300 660 300 790 250', C.deep, 3)}${cloth(430, 284, 60, 70, C.cream)}${cloth(512, 290, 44, 54, C.teal)}${cloth(582, 290, 64, 60, C.cream)}`;
  const gate = `<path fill-rule="evenodd" d="M0 0H1116V780H0zM330 780V320C330 210 420 160 558 160S786 210 786 320V780z" fill="${C.wall}"/>
${bricks(20, 190, 280, 560, C.dark, 7)}${bricks(820, 190, 280, 560, C.dark, 19)}
<path d="M330 780V320C330 210 420 160 558 160S786 210 786 320V780" fill="none" stroke="${C.cream}" stroke-width="34"/><path d="M330 780V320C330 210 420 160 558 160S786 210 786 320V780" fill="none" stroke="${C.dark}" stroke-width="4"/>
${poly('250 132L558 14L866 132', C.cream, `stroke="${C.dark}" stroke-width="5"`)}${poly('350 116L558 38L766 116', C.mid)}<circle cx="558" cy="86" r="22" fill="${C.cream}"/>${poly('240 130H876V156H240', C.dark)}`;
  return photo(
    `${lane}${person({
      x: 560,
      y: 470,
      scale: 1.25,
      top: C.red,
      bottom: C.deep,
      hair: 'tails',
      over: `<rect x="-10" y="-70" width="20" height="24" rx="4" fill="${C.teal}"/>`,
      arms: [
        [
          [-18, -62],
          [-24, -74],
        ],
        [
          [18, -62],
          [24, -74],
        ],
      ],
    })}${gate}
${poly('0 730H330V780H0', C.deep)}${poly('786 730H1116V780H786', C.deep)}${person({
      x: 240,
      y: 764,
      scale: 3.1,
      top: C.teal,
      bottom: C.ink,
      hair: 'bun',
      hairColor: '#6b6159',
      arms: [
        [
          [-20, -58],
          [-12, -46],
        ],
        [
          [19, -60],
          [30, -76],
        ],
      ],
    })}`,
    C.cream,
  );
}

export function waterStation() {
  const tap = (x) =>
    `${line(`M${x} 300V346H${x + 30}V372`, C.deep, 14)}<path d="M${x - 16} 300h32" stroke="${C.red}" stroke-width="12" stroke-linecap="round"/>`;
  return photo(`${poly('0 0H1116V560H0', C.mid)}${bricks(10, 20, 1100, 500, C.wall, 3)}${poly('120 120H996V236H120', C.cream, `stroke="${C.deep}" stroke-width="6"`)}
<text x="558" y="206" font-size="88" font-weight="700" text-anchor="middle" letter-spacing="26" fill="${C.deep}" font-family="Noto Serif CJK SC, Songti SC, STSong, serif" lang="zh-Hans">给水站</text>
${line('M80 300H1036', C.deep, 12)}${[200, 420, 640, 860].map(tap).join('')}${poly('60 520H1056V580H60', C.dark)}${poly('60 500H1056V526H60', C.light)}${poly('0 580H1116V780H0', C.light)}
${line('M450 372V470', C.pale, 8)}${line('M230 372v10M890 372v10', C.pale, 7)}
${bucket(452, 520, 1.9, C.teal)}
${person({
  x: 350,
  y: 700,
  scale: 3.5,
  top: C.red,
  bottom: C.deep,
  hair: 'bob',
  lean: 16,
  arms: [
    [
      [-8, -54],
      [10, -44],
    ],
    [
      [24, -60],
      [28, -50],
    ],
  ],
})}
${person({
  x: 190,
  y: 716,
  scale: 2.3,
  top: C.cream,
  bottom: C.teal,
  hair: 'tails',
  arms: [
    [
      [-16, -58],
      [-17, -42],
    ],
    [
      [16, -58],
      [17, -40],
    ],
  ],
})}${bucket(228, 724, 1.5, C.wall)}
${[560, 640, 716, 790, 860, 924, 984].map((x, i) => bucket(x, 690 + (i % 2) * 12, [2, 1.5, 2.2, 1.4, 1.8, 1.5, 1.3][i], [C.wall, C.teal, C.dark, C.red, C.mid, C.teal, C.dark][i])).join('')}`);
}

export function laundry() {
  const pole = (y, x1, x2) => line(`M${x1} ${y}L${x2} ${y - 14}`, C.deep, 8);
  const shirt = (x, y, fill, s = 1) =>
    `<path transform="translate(${x} ${y}) scale(${s})" d="M-70 0H70L66 44H38V120H-38V44H-66z" fill="${fill}"/><path transform="translate(${x} ${y}) scale(${s})" d="M-14 0q14 20 28 0" fill="none" stroke="${C.dark}" stroke-width="4"/>`;
  const trousers = (x, y, fill, s = 1) =>
    `<path transform="translate(${x} ${y}) scale(${s})" d="M-36 0H36L42 130H8L0 40L-8 130H-42z" fill="${fill}"/>`;
  const flowers = [0, 1, 2, 3, 4, 5, 6, 7]
    .map(
      (i) =>
        `<circle cx="${486 + (i % 4) * 62}" cy="${474 + Math.floor(i / 4) * 84}" r="14" fill="${C.red}"/><circle cx="${486 + (i % 4) * 62}" cy="${474 + Math.floor(i / 4) * 84}" r="5" fill="${C.cream}"/>`,
    )
    .join('');
  return photo(
    `${poly('0 0H330L430 780H0', C.wall)}${poly('1116 0H786L686 780H1116', C.dark)}${poly('330 0L430 780H400L290 0', C.dark)}${poly('786 0L686 780H716L826 0', C.deep)}
${[60, 300, 540].map((y, i) => pane(96 + i * 22, y, 120, 150, C.cream, C.deep)).join('')}${[60, 300, 540].map((y, i) => pane(906 - i * 22, y, 116, 150, C.light, C.ink)).join('')}
${pole(120, 190, 900)}${pole(300, 220, 930)}${pole(440, 230, 880)}
${shirt(400, 118, C.cream)}${trousers(540, 114, C.teal)}${shirt(690, 110, C.red, 0.9)}${trousers(800, 108, C.cream, 0.8)}
${trousers(400, 298, C.dark, 0.9)}${shirt(690, 292, C.pale, 0.9)}${shirt(540, 296, C.cream, 0.6)}
<path d="M440 436L730 430L726 600Q584 618 446 604z" fill="${C.cream}"/>${flowers}
${line('M880 60q18-20 36 0q18-20 36 0', C.deep, 4)}${line('M470 40q12-14 24 0q12-14 24 0M600 60q10-12 20 0q10-12 20 0', C.deep, 4)}`,
    '#bfd0c6',
  );
}

export function stove() {
  const puff = (x, y, r, o) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${C.cream}" opacity="${o}"/>`;
  const coal = [
    [690, 724],
    [724, 730],
    [758, 724],
    [706, 696],
    [742, 696],
    [724, 668],
  ]
    .map(
      ([x, y]) =>
        `<circle cx="${x}" cy="${y}" r="19" fill="${C.ink}"/><circle cx="${x - 6}" cy="${y - 6}" r="4" fill="#6b5a4c"/>`,
    )
    .join('');
  return photo(`${poly('0 0H1116V620H0', C.wall)}${bricks(10, 20, 520, 580, C.dark, 11)}${bricks(900, 20, 210, 580, C.dark, 5)}${poly('0 620H1116V780H0', C.light)}
${poly('560 90H880V640H560', C.deep)}${poly('590 120H850V640H590', C.dark)}${poly('612 150H710V610H612M732 150H830V610H732', C.mid)}<circle cx="702" cy="390" r="8" fill="${C.ink}"/><circle cx="740" cy="390" r="8" fill="${C.ink}"/>${poly('540 620H900V660H540', C.cream)}
${puff(420, 470, 40, 0.75)}${puff(370, 400, 54, 0.65)}${puff(310, 316, 66, 0.55)}${puff(240, 226, 80, 0.45)}${puff(150, 130, 96, 0.35)}${puff(60, 40, 110, 0.25)}
${poly('380 560H520L508 730H392', C.red)}<ellipse cx="450" cy="560" rx="70" ry="18" fill="${C.ink}"/><ellipse cx="450" cy="562" rx="46" ry="10" fill="${C.glow}"/>${poly('428 640H476V690H428', C.ink)}<path d="M436 688q16-36 32 0z" fill="${C.glow}"/>${line('M386 600H514', C.deep, 8)}${line('M380 566C340 600 350 660 388 680', C.deep, 6)}
${coal}
${person({
  x: 250,
  y: 734,
  scale: 3.9,
  top: C.teal,
  bottom: C.deep,
  hair: 'bun',
  hairColor: '#8b8178',
  lean: 20,
  legs: [
    [
      [8, -30],
      [-2, -2],
    ],
    [
      [20, -28],
      [12, -2],
    ],
  ],
  arms: [
    [
      [-2, -54],
      [14, -46],
    ],
    [
      [22, -58],
      [36, -52],
    ],
  ],
  over: `<g transform="translate(40 -56) rotate(20)"><path d="M0 0L4-10" stroke="${C.dark}" stroke-width="2.500"/><path d="M-6-12Q4-34 18-14Q8-6-6-12z" fill="${C.light}"/></g>`,
})}
<ellipse cx="250" cy="742" rx="76" ry="12" fill="${C.dark}" opacity=".35"/>${poly('206 640H300V662H206', C.deep)}${line('M222 660L214 736M284 660L292 736', C.deep, 10)}`);
}
