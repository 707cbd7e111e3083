/** 瑞虹的一天: the road of today and the market. */
import { person } from './people.mjs';
import { HOST, OLD_MAN, towers } from './ruihong-cast.mjs';
import { box, dot, line, svg } from './scene-parts.mjs';

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
export const flatRoad = {
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

export const market = {
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
${box(650, 180, 220, 150, '#2f4a44', 'rx="8" stroke="#7d5a3f" stroke-width="12"')}<text x="760" y="242" font-size="50" font-weight="700" text-anchor="middle" fill="#f7ecd3" font-family="Noto Sans CJK SC, sans-serif" lang="zh-Hans">黄瓜</text><text x="760" y="306" font-size="50" font-weight="700" text-anchor="middle" fill="#ffdf9a" font-family="Noto Sans CJK SC, sans-serif" lang="zh-Hans">3 元</text>`,
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
