/** 问路，不用难为情: lost, asking and thanking. */
import {
  AUNT,
  bubble,
  figure,
  PLUM,
  question,
  route,
  SISTER,
  still,
  street,
  thanks,
} from './asking-cast.mjs';
import { dot, line, svg } from './scene-parts.mjs';

const car = (color) =>
  svg(
    300,
    130,
    `<path d="M10 96V70Q12 56 40 52L84 20Q92 12 108 12H190Q204 12 214 22L244 52Q286 56 290 74V96z" fill="${color}"/><path d="M96 50L116 26H150V50zM162 50V26H188L212 50z" fill="#fff7ee"/>${dot(74, 98, 28, '#2d2a2e')}${dot(226, 98, 28, '#2d2a2e')}${dot(74, 98, 11, '#d8d2cc')}${dot(226, 98, 11, '#d8d2cc')}`,
  );

const slow = bubble(
  280,
  210,
  `${line('M70 116q0-52 56-52t56 52z', PLUM, 9)}${line('M60 116H196M186 104q34-30 34 6q-2 10-18 8', PLUM, 9)}${line('M84 116v14M168 116v14', PLUM, 9)}`,
  70,
);

export const lost = {
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
export const asking = {
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

export const thanking = {
  sentences: [11, 11],
  width: 1320,
  pan: [20, 20],
  back: street(1320),
  movers: [...pair, still(470, 40, thanks, 220, 200)],
};
