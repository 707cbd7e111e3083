/** 瑞虹的一天: under the tree and the lights at night. */
import { person } from './people.mjs';
import { HOST, OLD_MAN, towers } from './ruihong-cast.mjs';
import { box, dot, line, svg } from './scene-parts.mjs';

const leaf = (color) => svg(40, 40, `<path d="M4 36C4 14 16 4 36 4C36 24 24 36 4 36z" fill="${color}"/>`);
export const underTree = {
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
export const night = {
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
