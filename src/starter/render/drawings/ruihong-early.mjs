/** 瑞虹的一天: the morning and the lane that was. */
import { bricks, pane, person } from './people.mjs';
import { HOST, OLD_MAN, towers } from './ruihong-cast.mjs';
import { box, dot, line, svg } from './scene-parts.mjs';

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

export const morning = {
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

const rainPath = Array.from({ length: 56 }, (_, i) => `M${(i * 211) % 1280} ${(i * 137) % 1440}l-9 34`).join(
  '',
);
const brick = (x, y, s) =>
  `<g transform="translate(${x} ${y}) scale(${s})"><path d="M-50-12H44L54 0V16H-50z" fill="#a04c36"/><path d="M-50-12H44L54 0H-42z" fill="#c9755a"/><ellipse cx="0" cy="24" rx="78" ry="9" fill="none" stroke="#e9efe6" stroke-opacity=".6" stroke-width="3"/></g>`;
const umbrella = `<g transform="translate(17 -74)"><path d="M0 0V-44" stroke="#26201d" stroke-width="2"/><path d="M-42-40C-34-70 34-70 42-40C34-46 24-46 21-40C14-46 6-46 0-40C-6-46-14-46-21-40C-24-46-34-46-42-40z" fill="#4f7d78"/></g>`;

export const oldLane = {
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
