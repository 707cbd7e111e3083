/** The lane at night, from its roofs, in the rain and at the end. */
import { bricks, pane, person } from './people.mjs';
import { C, line, photo, poly } from './photo.mjs';

export function coolEvening() {
  const night = '#4b4a4f';
  const bed = `${poly('430 560H930L960 590H410', C.mid)}${[0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => line(`M${446 + i * 57} 562l-6 26`, C.dark, 4)).join('')}${poly('410 588H960V606H410', C.wall)}${line('M440 606L420 706M930 606L950 706M680 606V700', C.dark, 14)}`;
  return photo(
    `<circle cx="870" cy="130" r="62" fill="#f3e3b8"/>${poly('0 60L250 0V640H0', '#2f2a2b')}${poly('1116 120L960 70V640H1116', '#37312f')}${pane(70, 180, 90, 120, C.glow, '#241e1c')}${pane(1010, 220, 70, 96, C.glow, '#241e1c')}${pane(70, 390, 90, 120, '#5e554d', '#241e1c')}
${poly('0 640H1116V780H0', '#6d5c4d')}<path d="M330 160L120 700H620z" fill="${C.glow}" opacity=".16"/>${line('M330 680V150', '#1f1a18', 14)}${line('M330 160H250', '#1f1a18', 10)}<path d="M276 156h110l-24-40h-62z" fill="#1f1a18"/><circle cx="331" cy="166" r="20" fill="${C.glow}"/>
${bed}
${person({
  x: 520,
  y: 690,
  scale: 3.1,
  top: C.cream,
  bottom: '#5b6d6c',
  hair: 'short',
  hairColor: '#d9d3c8',
  legs: [
    [
      [-14, -34],
      [-16, -4],
    ],
    [
      [8, -32],
      [6, -4],
    ],
  ],
  arms: [
    [
      [-16, -54],
      [-4, -46],
    ],
    [
      [22, -62],
      [30, -78],
    ],
  ],
  over: `<path d="M28-82Q34-108 50-86Q42-74 28-82z" fill="${C.light}"/>`,
})}
<g transform="translate(0 4)"><ellipse cx="760" cy="546" rx="74" ry="20" fill="${C.red}"/><circle cx="690" cy="524" r="27" fill="#e9bf98"/><path d="M663 520C660 488 722 488 716 520C706 506 676 506 663 520z" fill="#2a211c"/>${line('M716 548L676 556', '#e9bf98', 14)}${line('M826 548L868 556L884 528', '#e9bf98', 14)}
<ellipse cx="856" cy="552" rx="60" ry="17" fill="${C.teal}"/></g>
<g transform="translate(760 716)"><path d="M-60 0A60 50 0 0 0 60 0z" fill="#3f6a4d"/><path d="M-52 0A52 42 0 0 0 52 0z" fill="${C.red}"/><path d="M-24 14l3 8M0 18v9M22 14l-3 8" stroke="#2a1a14" stroke-width="5" stroke-linecap="round"/></g>
<path d="M560 60l4 10 10 4-10 4-4 10-4-10-10-4 10-4zM700 240l3 7 7 3-7 3-3 7-3-7-7-3 7-3zM450 250l3 7 7 3-7 3-3 7-3-7-7-3 7-3z" fill="#f3e3b8"/>`,
    night,
  );
}

export function roofWindow() {
  const tiles = (y, shift) =>
    Array.from({ length: 20 }, (_, i) => `M${i * 60 + shift - 30} ${y}q30 26 60 0`).join('');
  const rows = [430, 480, 530, 580, 630, 680, 730, 780].map((y, i) => tiles(y, (i % 2) * 30)).join('');
  const pigeon = (x, y, s) =>
    `<path transform="translate(${x} ${y}) scale(${s})" d="M0 0C14-18 34-20 46-34C46-14 40-4 30 2C40 6 48 6 54 12C36 18 14 16 0 0z" fill="${C.cream}" stroke="${C.dark}" stroke-width="3"/>`;
  return photo(
    `<circle cx="900" cy="190" r="90" fill="#f6e6bf"/>${poly('0 300L140 250L300 310V420H0', C.light)}${poly('300 320L420 270L560 330V420H300', C.mid)}${poly('820 330L960 270L1116 330V430H820', C.light)}
${poly('0 400H1116V780H0', C.dark)}${line(rows, C.deep, 5)}${poly('0 384H1116V410H0', C.deep)}
${poly('370 690V470H720V690', C.cream)}${poly('330 480L545 330L760 480L740 500H350', C.deep)}${line('M350 490L545 352L740 490', C.wall, 6)}
${poly('410 500H680V690H410', C.deep)}${poly('426 514H538V690H426M552 514H664V690H552', C.pale)}${line('M426 600H538M552 600H664', C.deep, 6)}${poly('390 684H702V710H390', C.wall)}
${poly('578 636H646L636 686H588', C.red)}${line('M612 636C612 600 612 590 606 570M612 616C600 606 592 604 584 604M612 606C626 596 632 594 642 594', '#4a6a4a', 6)}<circle cx="606" cy="564" r="15" fill="#d9876e"/><circle cx="582" cy="602" r="11" fill="#d9876e"/><circle cx="644" cy="590" r="12" fill="#d9876e"/>
<g transform="translate(880 386)"><path d="M-62 0C-66-36-30-46 10-42L40-46L44-66L56-54L68-66L74-44C82-30 70-20 58-20L52 0H40L36-18H-20L-30 0H-44L-40-16L-52 0z" fill="${C.ink}"/>${line('M-58-14C-96-24-98-62-76-76', C.ink, 11)}<circle cx="56" cy="-40" r="3.500" fill="${C.glow}"/><circle cx="68" cy="-40" r="3.500" fill="${C.glow}"/></g>
${pigeon(170, 150, 1.5)}${pigeon(310, 90, 1.1)}`,
    '#f0e0bd',
  );
}

export function bricksInRain() {
  const rain = Array.from({ length: 70 }, (_, i) => `M${(i * 197) % 1116} ${(i * 131) % 760}l-10 34`).join(
    '',
  );
  const stone = (x, y, s) =>
    `<g transform="translate(${x} ${y}) scale(${s})"><path d="M-50-12H44L54 0V16H-50z" fill="${C.red}"/><path d="M-50-12H44L54 0H-42z" fill="#c9755a"/><ellipse cx="0" cy="22" rx="76" ry="9" fill="none" stroke="${C.cream}" stroke-opacity=".6" stroke-width="3"/></g>`;
  const umbrella = `<g transform="translate(17 -74)"><path d="M0 0V-44" stroke="${C.ink}" stroke-width="2"/><path d="M-42-40C-34-70 34-70 42-40C34-46 24-46 21-40C14-46 6-46 0-40C-6-46-14-46-21-40C-24-46-34-46-42-40z" fill="${C.teal}"/></g>`;
  const walker = {
    x: 560,
    scale: 3.2,
    top: C.cream,
    bottom: C.deep,
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
  };
  return photo(
    `${poly('0 0H300L420 560V780H0', C.wall)}${poly('1116 0H816L696 560V780H1116', C.dark)}${bricks(10, 40, 260, 480, C.dark, 2)}${bricks(850, 40, 260, 480, C.deep, 8)}${pane(110, 180, 110, 150, C.light, C.deep)}${pane(906, 180, 110, 150, C.glow, C.ink)}
${poly('420 560L480 330H636L696 560', C.light)}${poly('0 560H1116V780H0', C.pale)}${poly('420 560H696L740 780H360', '#8fb0a6')}
<g transform="translate(0 1308) scale(1 -1)" opacity=".28"><g transform="translate(0 0)">${person({ ...walker, y: 650 })}</g></g>
${stone(540, 664, 1)}${stone(668, 700, 1.1)}${stone(430, 622, 0.8)}${stone(812, 748, 1.3)}${stone(560, 590, 0.6)}
${person({ ...walker, y: 654 })}${line(rain, '#f7f1e2', 3)}`,
    '#d9d3c0',
  );
}

export function movingDay() {
  const wheel = (x, y, r) =>
    `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${C.ink}" stroke-width="11"/>${line(`M${x - r} ${y}H${x + r}M${x} ${y - r}V${y + r}M${x - r * 0.7} ${y - r * 0.7}L${x + r * 0.7} ${y + r * 0.7}M${x - r * 0.7} ${y + r * 0.7}L${x + r * 0.7} ${y - r * 0.7}`, C.dark, 3)}`;
  return photo(`${poly('0 140L180 60L380 140L560 70L760 140L930 60L1116 140V600H0', C.mid)}${poly('0 140L180 60L380 140L560 70L760 140L930 60L1116 140V166L930 88L760 166L560 98L380 166L180 88L0 166', C.deep)}${bricks(10, 190, 1090, 380, C.wall, 13)}
${poly('60 300H180V600H60', C.deep)}${poly('60 300L120 330V620L60 600', C.wall)}${poly('900 300H1030V600H900', C.deep)}${pane(270, 240, 110, 130, C.ink, C.dark)}${pane(740, 240, 110, 130, C.ink, C.dark)}
<circle cx="560" cy="200" r="40" fill="none" stroke="${C.cream}" stroke-width="8"/>${line('M536 178L584 222M584 178L536 222', C.cream, 8)}
${poly('0 600H1116V780H0', C.light)}
${poly('420 260H620V610H420', C.dark)}${poly('434 276H514V594H434M526 276H606V594H526', C.wall)}<circle cx="506" cy="440" r="7" fill="${C.glow}"/><circle cx="534" cy="440" r="7" fill="${C.glow}"/>
${poly('630 470C640 430 790 430 800 470V520H630', C.red)}${poly('630 520C640 490 790 490 800 520V570H630', C.cream)}${line('M640 520H792', C.dark, 4)}${poly('636 566H800V612H636', C.teal)}
<path d="M380 420q-22-30 4-52h20q22 20 4 52z" fill="${C.red}" transform="translate(-20 190)"/><rect x="364" y="536" width="20" height="22" fill="${C.cream}"/>
${poly('330 606H830V634H330', C.deep)}${wheel(620, 672, 58)}${line('M330 620L220 640', C.deep, 12)}${wheel(200, 690, 44)}${line('M200 690L226 560L180 548M226 600H290', C.deep, 10)}${poly('250 584H320L310 600H262', C.ink)}
${person({
  x: 252,
  y: 716,
  scale: 2.9,
  top: C.teal,
  bottom: C.deep,
  hair: 'short',
  mirror: true,
  lean: 14,
  legs: [
    [
      [12, -26],
      [16, -8],
    ],
    [
      [20, -30],
      [22, -14],
    ],
  ],
  arms: [
    [
      [6, -60],
      [22, -54],
    ],
    [
      [22, -60],
      [24, -54],
    ],
  ],
})}
${person({
  x: 940,
  y: 746,
  scale: 2.4,
  top: C.red,
  bottom: C.teal,
  hair: 'tails',
  mirror: true,
  arms: [
    [
      [-16, -56],
      [4, -52],
    ],
    [
      [16, -56],
      [-2, -50],
    ],
  ],
  over: '<path d="M-12-50C-14-62 8-64 12-56L14-64L18-58L22-62L22-52C20-46 10-44 0-44S-12-46-12-50z" fill="#33241b"/>',
})}
${line('M820 640C850 660 870 664 890 660', C.dark, 3)}`);
}
