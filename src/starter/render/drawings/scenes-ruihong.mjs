/** 瑞虹的一天: the scenes of the drawn film, 1280 × 720. Backs may be wider, so that the picture can glide. */
import { bricks, pane, person } from './people.mjs';

const svg = (width, height, body) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
const box = (x, y, width, height, fill, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
const line = (d, color, width = 5) =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const dot = (x, y, r, fill) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;

const OLD_MAN = { top: '#3f6f6c', bottom: '#3a322d', hair: 'short', hairColor: '#d9d3c8' };
const HOST = { top: '#b0553d', bottom: '#33302e', hair: 'bob' };

const towers = (list, color, glass) =>
  list
    .map(([x, top, width, base = 560]) => {
      const panes = [];
      for (let y = top + 26; y < base - 30; y += 38)
        for (let wx = x + 18; wx < x + width - 22; wx += 30) panes.push(`M${wx} ${y}h12v18h-12z`);
      return `${box(x, top, width, base - top, color)}<path d="${panes.join('')}" fill="${glass}"/>`;
    })
    .join('');

const bicycle = svg(
  260,
  240,
  `${['70', '196'].map((x) => `<circle cx="${x}" cy="186" r="42" fill="none" stroke="#26201d" stroke-width="8"/>`).join('')}${line('M70 186L104 122H176L196 186M104 122L130 186L176 122M130 186H70M176 122L170 96H190M104 122L98 104M84 104H114', '#26201d', 7)}
${person({
  x: 112,
  y: 176,
  scale: 1.55,
  ...HOST,
  lean: 14,
  legs: [
    [
      [10, -30],
      [12, -6],
    ],
    [
      [20, -30],
      [14, -10],
    ],
  ],
  arms: [
    [
      [4, -56],
      [30, -52],
    ],
    [
      [20, -58],
      [36, -54],
    ],
  ],
})}`,
);

const morning = {
  sentences: [1, 3],
  width: 1480,
  pan: [0, 180],
  back: svg(
    1480,
    720,
    `${box(0, 0, 1480, 720, '#f4d7ae')}${box(0, 0, 1480, 210, '#e9b68c')}${box(0, 210, 1480, 120, '#efc79c')}`,
  ),
  movers: [
    {
      width: 220,
      height: 220,
      from: [250, 380],
      to: [290, 190],
      svg: svg(220, 220, dot(110, 110, 88, '#fff2d2')),
    },
    {
      width: 1480,
      height: 720,
      from: [0, 0],
      to: [-180, 0],
      svg: svg(
        1480,
        720,
        `${towers(
          [
            [40, 250, 150],
            [210, 330, 110],
            [620, 150, 170],
            [810, 280, 120],
            [950, 90, 180],
            [1150, 220, 150],
            [1330, 320, 140],
          ],
          '#5b6780',
          '#ffe2a6',
        )}<path d="M600 150h210l-30-34h-150z" fill="#5b6780"/>${box(0, 556, 1480, 164, '#7d6a58')}${box(0, 556, 1480, 10, '#a08a72')}${[120, 480, 860, 1240].map((x) => `${line(`M${x} 560V430`, '#4a3d34', 10)}${dot(x, 410, 58, '#6f8f6a')}${dot(x + 36, 440, 36, '#5f7f5d')}`).join('')}${line('M0 650H1480', '#c9b79c', 4)}`,
      ),
    },
    { width: 260, height: 240, from: [-260, 420], to: [1120, 420], svg: bicycle },
    {
      width: 220,
      height: 330,
      from: [1000, 350],
      to: [820, 350],
      svg: svg(
        220,
        330,
        person({
          x: 110,
          y: 312,
          scale: 3,
          ...OLD_MAN,
          arms: [
            [
              [-15, -58],
              [-12, -44],
            ],
            [
              [20, -62],
              [24, -74],
            ],
          ],
        }),
      ),
    },
  ],
};

const rainPath = Array.from({ length: 110 }, (_, i) => `M${(i * 211) % 1280} ${(i * 137) % 1440}l-9 34`).join(
  '',
);
const brick = (x, y, s) =>
  `<g transform="translate(${x} ${y}) scale(${s})"><path d="M-50-12H44L54 0V16H-50z" fill="#a04c36"/><path d="M-50-12H44L54 0H-42z" fill="#c9755a"/><ellipse cx="0" cy="24" rx="78" ry="9" fill="none" stroke="#e9efe6" stroke-opacity=".6" stroke-width="3"/></g>`;
const umbrella = `<g transform="translate(17 -74)"><path d="M0 0V-44" stroke="#26201d" stroke-width="2"/><path d="M-42-40C-34-70 34-70 42-40C34-46 24-46 21-40C14-46 6-46 0-40C-6-46-14-46-21-40C-24-46-34-46-42-40z" fill="#4f7d78"/></g>`;

const oldLane = {
  sentences: [4, 4],
  width: 1280,
  pan: [0, 0],
  back: svg(
    1280,
    720,
    `${box(0, 0, 1280, 720, '#d9d3c0')}<path d="M0 0H380L520 520V720H0z" fill="#b38c5f"/><path d="M1280 0H900L760 520V720H1280z" fill="#7d5a3f"/>${bricks(10, 30, 340, 440, '#7d5a3f', 2)}${bricks(930, 30, 340, 440, '#54392a', 8)}${pane(140, 160, 120, 150, '#e2cda3', '#54392a')}${pane(1010, 160, 120, 150, '#ffdf9a', '#33241b')}<path d="M520 520L590 300H690L760 520z" fill="#e2cda3"/>${box(0, 520, 1280, 200, '#a9c2b6')}<path d="M520 520H760L830 720H450z" fill="#8fb0a6"/>${brick(640, 548, 0.6)}${brick(570, 580, 0.8)}${brick(700, 620, 1)}${brick(600, 664, 1.15)}${brick(860, 692, 1.3)}`,
  ),
  movers: [
    {
      width: 400,
      height: 460,
      from: [500, 190],
      to: [430, 210],
      svg: svg(
        400,
        460,
        person({
          x: 200,
          y: 446,
          scale: 3,
          top: '#f7ecd3',
          bottom: '#54392a',
          hair: 'bob',
          legs: [
            [
              [-6, -22],
              [-4, -2],
            ],
            [
              [14, -24],
              [26, -4],
            ],
          ],
          arms: [
            [
              [-15, -58],
              [-14, -44],
            ],
            [
              [16, -60],
              [17, -74],
            ],
          ],
          over: umbrella,
        }),
      ),
    },
    {
      width: 1280,
      height: 1440,
      from: [0, -720],
      to: [0, -160],
      svg: svg(1280, 1440, line(rainPath, '#f7f1e2', 3)),
    },
  ],
};

const wheelchair = svg(
  380,
  360,
  `${line('M150 200L136 300M150 200H250V300M130 140L150 200M250 300H290', '#3a322d', 9)}<circle cx="180" cy="292" r="52" fill="none" stroke="#26201d" stroke-width="9"/>${dot(278, 328, 18, '#26201d')}
${person({
  x: 190,
  y: 300,
  scale: 2.2,
  ...OLD_MAN,
  hair: 'bun',
  hairColor: '#b9b2a6',
  top: '#8a5a73',
  legs: [
    [
      [20, -42],
      [24, -16],
    ],
    [
      [26, -40],
      [32, -16],
    ],
  ],
  arms: [
    [
      [2, -56],
      [14, -48],
    ],
    [
      [20, -58],
      [26, -48],
    ],
  ],
})}
${person({
  x: 70,
  y: 344,
  scale: 2.9,
  ...HOST,
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
  arms: [
    [
      [6, -60],
      [22, -60],
    ],
    [
      [20, -60],
      [24, -58],
    ],
  ],
})}`,
);
const train = svg(
  900,
  110,
  `<path d="M20 10H840Q880 10 890 60V96H20Q0 96 0 80V30Q0 10 20 10z" fill="#e9edf0"/>${box(0, 64, 890, 14, '#b0553d')}${Array.from({ length: 11 }, (_, i) => box(30 + i * 74, 24, 54, 30, '#54707a', 'rx="5"')).join('')}`,
);
const flatRoad = {
  sentences: [5, 7],
  width: 1480,
  pan: [0, 160],
  back: svg(
    1480,
    720,
    `${box(0, 0, 1480, 720, '#cfe3e2')}${towers(
      [
        [60, 90, 170, 460],
        [260, 170, 130, 460],
        [720, 60, 190, 460],
        [940, 150, 130, 460],
        [1200, 110, 180, 460],
      ],
      '#8ea6b4',
      '#eef6f2',
    )}${[480, 620, 1120, 1420].map((x) => `${line(`M${x} 460V350`, '#5b4a3c', 10)}${dot(x, 320, 66, '#6f9a6a')}`).join('')}${box(0, 450, 1480, 80, '#e3d9c6')}${box(0, 526, 1480, 16, '#a89a82')}${box(0, 542, 1480, 178, '#4a4441')}${box(0, 576, 1480, 124, '#2d2a2b')}${line('M0 696H1480', '#6d6460', 8)}<g fill="#c9755a">${Array.from({ length: 7 }, (_, i) => `<rect x="${i * 230 + 40}" y="${554}" width="60" height="10" rx="4"/>`).join('')}</g>`,
  ),
  movers: [
    { width: 380, height: 360, from: [40, 140], to: [560, 140], svg: wheelchair },
    { width: 900, height: 110, from: [-900, 588], to: [1300, 588], svg: train, during: 7 },
  ],
};

const market = {
  sentences: [8, 10],
  width: 1380,
  pan: [100, 0],
  back: svg(
    1380,
    720,
    `${box(0, 0, 1380, 720, '#efe0c2')}${box(0, 560, 1380, 160, '#cbb38a')}${box(0, 90, 1380, 16, '#a88a5f')}${['#b0553d', '#f7ecd3'].map((c, k) => Array.from({ length: 12 }, (_, i) => (i % 2 === k ? `<path d="M${60 + i * 84} 106h84v60q-42 40-84 0z" fill="${c}"/>` : '')).join('')).join('')}
${line('M70 160V600M1060 160V600', '#7d5a3f', 14)}${box(60, 430, 1010, 170, '#8f6a45')}${box(40, 410, 1050, 34, '#b98d5c')}
${Array.from({ length: 7 }, (_, i) => `<path transform="translate(${130 + i * 40} 404) rotate(${-24 + i * 8})" d="M-14-70q14-12 28 0l4 64q-18 12-36 0z" fill="#5f8a4d"/>`).join('')}
${Array.from({ length: 5 }, (_, i) => dot(480 + (i % 3) * 54 + (i > 2 ? 27 : 0), i > 2 ? 342 : 386, 29, '#d0522f')).join('')}
${Array.from({ length: 4 }, (_, i) => `<path transform="translate(${700 + i * 56} 404)" d="M-22 0q-16-62 22-66q38 4 22 66z" fill="#fbf5e6" stroke="#b39a6b" stroke-width="4"/><path transform="translate(${700 + i * 56} 340)" d="M0 0q-14-22-22-24M0 0q2-24 14-30" stroke="#5f8a4d" stroke-width="8" fill="none" stroke-linecap="round"/>`).join('')}
${box(930, 230, 220, 170, '#2f4a44', 'rx="8" stroke="#7d5a3f" stroke-width="12"')}<text x="1040" y="302" font-size="54" font-weight="700" text-anchor="middle" fill="#f7ecd3" font-family="Noto Sans CJK SC, sans-serif" lang="zh-Hans">黄瓜</text><text x="1040" y="370" font-size="54" font-weight="700" text-anchor="middle" fill="#ffdf9a" font-family="Noto Sans CJK SC, sans-serif" lang="zh-Hans">3 元</text>`,
  ),
  movers: [
    {
      width: 260,
      height: 250,
      from: [200, 168],
      to: [300, 168],
      svg: svg(
        260,
        250,
        `<g>${person({
          x: 130,
          y: 330,
          scale: 3,
          top: '#8a5a73',
          bottom: '#54392a',
          hair: 'bun',
          arms: [
            [
              [-16, -58],
              [-12, -48],
            ],
            [
              [20, -64],
              [30, -76],
            ],
          ],
        })}</g>`,
      ),
    },
    {
      width: 340,
      height: 460,
      from: [700, 240],
      to: [800, 240],
      svg: svg(
        340,
        460,
        `${person({
          x: 170,
          y: 440,
          scale: 4.1,
          ...OLD_MAN,
          mirror: true,
          arms: [
            [
              [-16, -56],
              [-13, -42],
            ],
            [
              [19, -64],
              [26, -84],
            ],
          ],
        })}<path d="M218 296L236 400H190z" fill="#b98d5c"/>`,
      ),
    },
  ],
};

const leaf = (color) => svg(40, 40, `<path d="M4 36C4 14 16 4 36 4C36 24 24 36 4 36z" fill="${color}"/>`);
const underTree = {
  sentences: [11, 16],
  width: 1440,
  pan: [0, 160],
  back: svg(
    1440,
    720,
    `${box(0, 0, 1440, 720, '#dfe8d4')}${towers(
      [
        [60, 120, 150, 500],
        [240, 220, 110, 500],
        [1120, 90, 170, 500],
        [1310, 190, 120, 500],
      ],
      '#b4c3bd',
      '#f2f5e8',
    )}${box(0, 490, 1440, 230, '#a9c088')}${box(0, 610, 1440, 110, '#d8c9a6')}
<path d="M650 600C690 480 680 380 670 300H770C760 380 760 480 800 600z" fill="#6b4f3a"/>${line('M700 360C640 320 600 300 560 250M740 350C800 310 840 290 890 240', '#6b4f3a', 26)}${[
      [560, 190, 130],
      [720, 130, 160],
      [890, 190, 140],
      [640, 250, 110],
      [810, 260, 110],
      [480, 270, 80],
      [980, 270, 80],
    ]
      .map(([x, y, r], i) => dot(x, y, r, i % 2 ? '#6f9a58' : '#7daa63'))
      .join('')}
${box(360, 540, 720, 26, '#8f6a45')}${line('M400 566V640M1040 566V640M720 566V640', '#54392a', 14)}`,
  ),
  movers: [
    ...[
      [380, OLD_MAN, 0],
      [560, { ...HOST, top: '#8a5a73', hair: 'bun', hairColor: '#b9b2a6' }, 1],
      [760, { ...OLD_MAN, top: '#c9a24d', hair: 'back', hairColor: '#8f8880' }, 0],
      [940, { ...HOST, hairColor: '#6b6159' }, 1],
    ].map(([x, who, side]) => ({
      width: 260,
      height: 340,
      from: [x, 318],
      to: [x - 160, 318],
      svg: svg(
        260,
        340,
        person({
          x: 130,
          y: 330,
          scale: 2.9,
          ...who,
          hair: who.hair === 'back' ? 'short' : who.hair,
          mirror: side === 1,
          legs: [
            [
              [-16, -36],
              [-17, -4],
            ],
            [
              [10, -34],
              [9, -4],
            ],
          ],
          arms: [
            [
              [-17, -56],
              [-6, -48],
            ],
            [
              [18, -62],
              [20, -74],
            ],
          ],
        }),
      ),
    })),
    ...[
      [420, '#c9a24d'],
      [640, '#b0773d'],
      [840, '#d0a850'],
      [1010, '#a9813f'],
    ].map(([x, color], i) => ({
      width: 40,
      height: 40,
      from: [x, 60 + i * 50],
      to: [x - 190 - i * 30, 640],
      svg: leaf(color),
    })),
  ],
};

const cell = (index) => ({ x: 470 + (index % 6) * 124, y: 70 + Math.floor(index / 6) * 124 });
const lit = (index, more = '') => {
  const { x, y } = cell(index);
  return {
    width: 84,
    height: 88,
    from: [x, y],
    to: [x, y],
    svg: svg(84, 88, `${box(0, 0, 84, 88, '#ffd98a')}${line('M42 0V88M0 44H84', '#c9964a', 4)}${more}`),
  };
};
const flowerPot = `<path d="M30 64h26l-4 22H34z" fill="#b0553d"/>${line('M43 64V44', '#4a7a4a', 5)}${dot(43, 36, 13, '#d9607a')}${dot(43, 36, 5, '#ffe9b0')}`;
const night = {
  sentences: [17, 21],
  width: 1280,
  pan: [0, 0],
  back: svg(
    1280,
    720,
    `${box(0, 0, 1280, 720, '#27324a')}${dot(180, 130, 58, '#f3e3b8')}<path d="M330 90l4 10 10 4-10 4-4 10-4-10-10-4 10-4zM90 280l3 8 8 3-8 3-3 8-3-8-8-3 8-3zM300 240l3 8 8 3-8 3-3 8-3-8-8-3 8-3z" fill="#f3e3b8"/>${box(420, 20, 800, 620, '#3d4863')}${Array.from({ length: 24 }, (_, i) => box(cell(i).x, cell(i).y, 84, 88, '#2c354c')).join('')}${box(0, 610, 1280, 110, '#1d2433')}${line('M0 610H1280', '#55617d', 5)}`,
  ),
  movers: [
    ...[0, 3, 8, 13, 19, 22, 5, 10, 16, 1, 23].map((index, order) => ({
      ...lit(index),
      after: 0.04 + order * 0.07,
    })),
    { ...lit(11, flowerPot), during: 21 },
    {
      width: 240,
      height: 380,
      from: [110, 320],
      to: [110, 320],
      svg: svg(
        240,
        380,
        person({
          x: 110,
          y: 360,
          scale: 3.5,
          ...OLD_MAN,
          arms: [
            [
              [-15, -58],
              [-12, -44],
            ],
            [
              [20, -64],
              [28, -80],
            ],
          ],
        }),
      ),
    },
    {
      width: 240,
      height: 380,
      from: [270, 330],
      to: [270, 330],
      svg: svg(240, 380, person({ x: 90, y: 360, scale: 3.2, ...HOST })),
    },
  ],
};

export const RUIHONG_SCENES = [morning, oldLane, flatRoad, market, underTree, night];
