/** 问路，不用难为情: the scenes of the drawn film, 1280 × 720. */
import { person } from './people.mjs';

const svg = (width, height, body) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
const box = (x, y, width, height, fill, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
const line = (d, color, width = 5) =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const dot = (x, y, r, fill) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;

const PLUM = '#6b1a49';
const SISTER = { top: '#c9718f', bottom: PLUM, hair: 'bob', skirt: true };
const AUNT = { top: '#5f8a6b', bottom: '#3b2a36', hair: 'bun', hairColor: '#8b8178' };
const STRANGER = { top: '#4c6c98', bottom: '#33302e', hair: 'short' };

const figure = (who, more = {}) => svg(320, 480, person({ x: 160, y: 460, scale: 4.2, ...who, ...more }));
const still = (x, y, drawing, width = 320, height = 480) => ({
  width,
  height,
  from: [x, y],
  to: [x, y],
  svg: drawing,
});

function street(width, extra = '') {
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

const car = (color) =>
  svg(
    300,
    130,
    `<path d="M10 96V70Q12 56 40 52L84 20Q92 12 108 12H190Q204 12 214 22L244 52Q286 56 290 74V96z" fill="${color}"/><path d="M96 50L116 26H150V50zM162 50V26H188L212 50z" fill="#fff7ee"/>${dot(74, 98, 28, '#2d2a2e')}${dot(226, 98, 28, '#2d2a2e')}${dot(74, 98, 11, '#d8d2cc')}${dot(226, 98, 11, '#d8d2cc')}`,
  );

const bubble = (width, height, body, tail) =>
  svg(
    width,
    height,
    `<path d="M24 8H${width - 24}Q${width - 8} 8 ${width - 8} 24V${height - 66}Q${width - 8} ${height - 50} ${width - 24} ${height - 50}H${tail + 40}L${tail} ${height - 8}L${tail - 4} ${height - 50}H24Q8 ${height - 50} 8 ${height - 66}V24Q8 8 24 8z" fill="#fffaf2" stroke="${PLUM}" stroke-width="6"/>${body}`,
  );
const question = bubble(
  200,
  210,
  `<path d="M76 64q2-30 30-30t28 28q0 18-18 28-10 6-10 18" fill="none" stroke="${PLUM}" stroke-width="13" stroke-linecap="round"/>${dot(106, 132, 9, PLUM)}`,
  60,
);
const route = bubble(
  280,
  230,
  `${line('M90 160V72H186', PLUM, 15)}<path d="M180 44L222 72L180 100z" fill="${PLUM}"/><rect x="70" y="34" width="40" height="24" rx="8" fill="#2d2a2e"/>${dot(81, 46, 6, '#c8402f')}${dot(99, 46, 6, '#49b46c')}`,
  200,
);
const slow = bubble(
  280,
  210,
  `${line('M70 116q0-52 56-52t56 52z', PLUM, 9)}${line('M60 116H196M186 104q34-30 34 6q-2 10-18 8', PLUM, 9)}${line('M84 116v14M168 116v14', PLUM, 9)}`,
  70,
);
const thanks = bubble(
  220,
  200,
  `<path d="M110 124C60 92 56 52 84 46q18-2 26 18q8-20 26-18c28 6 24 46-26 78z" fill="#c9718f"/>`,
  60,
);

const lost = {
  sentences: [1, 4],
  width: 1440,
  pan: [0, 40],
  back: street(1440),
  movers: [
    { width: 300, height: 130, from: [1300, 372], to: [-320, 372], svg: car('#e0a63c') },
    { width: 300, height: 130, from: [-900, 440], to: [1700, 440], svg: car('#4c6c98') },
    { ...still(520, 60, question, 200, 210), during: 3 },
    {
      width: 320,
      height: 480,
      from: [440, 190],
      to: [400, 190],
      svg: figure(SISTER, {
        arms: [
          [
            [-16, -58],
            [-6, -50],
          ],
          [
            [16, -58],
            [8, -50],
          ],
        ],
        over: '<rect x="-13" y="-62" width="26" height="18" fill="#fffaf2" stroke="#6b1a49" stroke-width="2"/><path d="M-8-56l6 6 8-8" stroke="#c9718f" stroke-width="2" fill="none"/>',
      }),
    },
    {
      width: 320,
      height: 480,
      from: [1280, 190],
      to: [820, 190],
      svg: figure(AUNT, {
        mirror: true,
        legs: [
          [
            [-8, -22],
            [-12, -3],
          ],
          [
            [10, -24],
            [16, -5],
          ],
        ],
        over: '<path d="M-22-44h16v18h-16z" fill="#e0a63c"/>',
      }),
      during: 4,
    },
  ],
};

const pair = [
  still(330, 190, figure(SISTER)),
  still(
    720,
    190,
    figure(AUNT, {
      mirror: true,
      arms: [
        [
          [-16, -58],
          [-14, -44],
        ],
        [
          [20, -64],
          [30, -76],
        ],
      ],
    }),
  ),
];
const asking = {
  sentences: [5, 7],
  width: 1320,
  pan: [20, 20],
  back: street(1320),
  movers: [
    ...pair,
    { ...still(470, 30, question, 200, 210), during: 5 },
    { ...still(650, 10, route, 280, 230), during: 6 },
    { ...still(470, 30, slow, 280, 210), during: 7 },
  ],
};

const mapBack = svg(
  1280,
  720,
  `${box(0, 0, 1280, 720, '#f3e7d6')}${[
    [40, 40, 420, 220],
    [560, 40, 300, 220],
    [40, 360, 420, 320],
    [560, 360, 300, 320],
    [960, 360, 280, 320],
  ]
    .map(([x, y, w, h]) => box(x, y, w, h, '#e7c3cf', 'rx="18"'))
    .join('')}${box(960, 40, 280, 220, '#9fc08f', 'rx="18"')}${[
    [1010, 100],
    [1090, 80],
    [1180, 110],
    [1040, 190],
    [1130, 180],
    [1200, 210],
  ]
    .map(([x, y]) => dot(x, y, 32, '#6f9a58'))
    .join(
      '',
    )}${line('M510 700V20M900 700V20M20 310H1260', '#fffaf2', 14).replace('/>', ' stroke-dasharray="36 30"/>')}
<g transform="translate(560 300)"><rect x="-4" y="-8" width="50" height="124" rx="16" fill="#2d2a2e"/>${dot(21, 18, 14, '#c8402f')}${dot(21, 54, 14, '#8a6a22')}${dot(21, 90, 14, '#49b46c')}</g><path d="M500 700l10-24 10 24z" fill="${PLUM}"/>`,
);
const walkerDot = svg(60, 60, `${dot(30, 30, 28, '#fffaf2')}${dot(30, 30, 20, PLUM)}`);
const trail = (d) => svg(1280, 720, line(d, PLUM, 14));
const mapScene = {
  sentences: [8, 10],
  width: 1280,
  pan: [0, 0],
  back: mapBack,
  movers: [
    { ...still(0, 0, trail('M510 650V310'), 1280, 720), during: 9 },
    { ...still(0, 0, trail('M510 310H1070V262'), 1280, 720), during: 9 },
    {
      ...still(
        0,
        0,
        `${trail('M510 650V310H1070V262').replace('</svg>', `<path d="M1046 276L1070 232L1094 276z" fill="${PLUM}"/></svg>`)}`,
        1280,
        720,
      ),
      during: 10,
    },
    { width: 60, height: 60, from: [480, 630], to: [480, 280], svg: walkerDot, during: 8 },
    { width: 60, height: 60, from: [480, 280], to: [1040, 280], svg: walkerDot, during: 9 },
    { ...still(1040, 220, walkerDot, 60, 60), during: 10 },
  ],
};

const thanking = {
  sentences: [11, 11],
  width: 1320,
  pan: [20, 20],
  back: street(1320),
  movers: [...pair, still(470, 40, thanks, 220, 200)],
};

const card = (number, body) =>
  svg(
    340,
    440,
    `<rect x="6" y="6" width="328" height="428" rx="30" fill="#fffaf2" stroke="${PLUM}" stroke-width="7"/>${dot(170, 86, 46, PLUM)}<text x="170" y="106" font-size="58" font-weight="700" text-anchor="middle" fill="#fffaf2" font-family="Noto Sans CJK SC, sans-serif">${number}</text>${body}`,
  );
const three = {
  sentences: [12, 15],
  width: 1280,
  pan: [0, 0],
  back: svg(1280, 720, `${box(0, 0, 1280, 720, '#f6e3ec')}${line('M0 640H1280', PLUM, 7)}`),
  movers: [
    {
      ...still(
        480,
        170,
        figure(SISTER, {
          arms: [
            [
              [-20, -64],
              [-28, -80],
            ],
            [
              [16, -58],
              [14, -44],
            ],
          ],
        }),
      ),
      during: 12,
    },
    {
      ...still(
        90,
        140,
        card(
          1,
          `<g transform="translate(70 170)">${line('M50 84q4-44 50-44t46 42q0 28-30 42-16 10-16 28', PLUM, 18)}${dot(100, 190, 13, PLUM)}</g>`,
        ),
        340,
        440,
      ),
      since: 13,
    },
    {
      ...still(
        470,
        140,
        card(
          2,
          `<g transform="translate(28 190) scale(.96)">${line('M40 130q0-80 90-80t90 80z', PLUM, 13)}${line('M24 130H246M232 110q46-44 46 8q-4 18-28 14', PLUM, 13)}${line('M64 130v22M196 130v22', PLUM, 13)}</g>`,
        ),
        340,
        440,
      ),
      since: 14,
    },
    {
      ...still(
        850,
        140,
        card(
          3,
          `<g transform="translate(70 190)">${line('M20 100A82 82 0 1 1 60 170', PLUM, 16)}<path d="M-10 70L22 112L60 74z" fill="${PLUM}"/></g>`,
        ),
        340,
        440,
      ),
      since: 15,
    },
  ],
};

const bird = svg(70, 50, line('M4 26q15-22 31 0q15-22 31 0', PLUM, 6));
const park = {
  sentences: [16, 17],
  width: 1440,
  pan: [0, 100],
  back: svg(
    1440,
    720,
    `${box(0, 0, 1440, 720, '#dcecea')}${dot(1180, 130, 70, '#fff0c9')}${[
      [120, 300, 130],
      [330, 340, 100],
      [1080, 310, 120],
      [1330, 290, 140],
    ]
      .map(
        ([x, y, r]) =>
          `${line(`M${x} 520V${y}`, '#6b4f3a', 18)}${dot(x, y, r, '#7daa63')}${dot(x + r / 2, y + 30, r * 0.6, '#6f9a58')}`,
      )
      .join(
        '',
      )}${box(0, 500, 1440, 220, '#a9c98f')}<path d="M520 720Q600 560 760 500H860Q800 580 860 720z" fill="#f0dfc4"/>
${Array.from({ length: 26 }, (_, i) => `<g transform="translate(${(i * 157) % 1440} ${560 + ((i * 67) % 140)})">${[0, 72, 144, 216, 288].map((a) => `<circle cx="${(11 * Math.cos((a * Math.PI) / 180)).toFixed(1)}" cy="${(11 * Math.sin((a * Math.PI) / 180)).toFixed(1)}" r="9" fill="${['#d9607a', '#f2b3d0', '#e0a63c'][i % 3]}"/>`).join('')}${dot(0, 0, 7, '#fff7d8')}</g>`).join('')}`,
  ),
  movers: [
    { width: 70, height: 50, from: [200, 120], to: [420, 80], svg: bird },
    { width: 70, height: 50, from: [320, 180], to: [520, 130], svg: bird },
    {
      width: 320,
      height: 480,
      from: [620, 190],
      to: [520, 180],
      svg: figure(SISTER, {
        arms: [
          [
            [-20, -64],
            [-28, -80],
          ],
          [
            [20, -64],
            [28, -80],
          ],
        ],
      }),
    },
  ],
};

const metroSign = `<g transform="translate(1130 130)">${line('M60 320V100', '#8d8791', 14)}<rect x="0" y="0" width="120" height="110" rx="16" fill="#c8402f"/><path d="M26 84V30L60 66L94 30V84" fill="none" stroke="#fffaf2" stroke-width="12" stroke-linecap="round" stroke-linejoin="round"/></g>`;
const routeLeft = bubble(
  280,
  230,
  `${line('M190 160V72H94', PLUM, 15)}<path d="M100 44L58 72L100 100z" fill="${PLUM}"/><rect x="170" y="34" width="40" height="24" rx="8" fill="#2d2a2e"/>${dot(181, 46, 6, '#c8402f')}${dot(199, 46, 6, '#49b46c')}`,
  80,
);
const asked = {
  sentences: [18, 21],
  width: 1440,
  pan: [0, 0],
  back: street(1440, metroSign),
  movers: [
    {
      width: 320,
      height: 480,
      from: [-320, 190],
      to: [250, 190],
      svg: figure(STRANGER, {
        legs: [
          [
            [-10, -22],
            [-16, -3],
          ],
          [
            [12, -24],
            [20, -5],
          ],
        ],
      }),
      during: 18,
    },
    { ...still(250, 190, figure(STRANGER)), since: 19 },
    still(
      690,
      190,
      figure(SISTER, {
        mirror: true,
        arms: [
          [
            [-16, -58],
            [-14, -44],
          ],
          [
            [20, -64],
            [30, -78],
          ],
        ],
      }),
    ),
    { ...still(430, 30, question, 200, 210), during: 19 },
    { ...still(760, 10, routeLeft, 280, 230), during: 20 },
    { ...still(860, 30, thanks, 220, 200), during: 21 },
  ],
};

export const ASKING_SCENES = [lost, asking, mapScene, thanking, three, park, asked];
