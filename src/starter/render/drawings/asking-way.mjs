/** 问路，不用难为情: the map, the three sentences, the park and being asked. */
import { bubble, figure, PLUM, question, SISTER, STRANGER, still, street, thanks } from './asking-cast.mjs';
import { box, dot, line, svg } from './scene-parts.mjs';

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
export const mapScene = {
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

const card = (number, body) =>
  svg(
    340,
    440,
    `<rect x="6" y="6" width="328" height="428" rx="30" fill="#fffaf2" stroke="${PLUM}" stroke-width="7"/>${dot(170, 86, 46, PLUM)}<text x="170" y="106" font-size="58" font-weight="700" text-anchor="middle" fill="#fffaf2" font-family="Noto Sans CJK SC, sans-serif">${number}</text>${body}`,
  );
export const three = {
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
export const park = {
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
export const asked = {
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
