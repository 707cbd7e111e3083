/**
 * The months' covers: one drawn line from the left page to the right, 880 × 150. All paint is currentColor, tints by
 * opacity, so a cover can be used as a mask over the club's colour and is right in every theme.
 */

/** `line` is the one line; `tint` what it encloses; `detail` thinner strokes; `extra` anything else. */
function cover({ line, tint = line, detail = '', extra = '' }) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 880 150" width="880" height="150" fill="none" stroke="currentColor" stroke-linejoin="round" stroke-linecap="round">
<path class="tint" d="${tint}" fill="currentColor" fill-opacity="0.14" fill-rule="evenodd" stroke="none"/>
<path d="${line}" stroke-width="4.4"/>
<path d="${detail}" stroke-width="2.8"/>
${extra}
</svg>
`;
}

const square = (x, y, side = 14) => `M${x} ${y}h${side}v${side}h-${side}z`;
const windows = (xs, ys) => xs.flatMap((x) => ys.map((y) => `M${x} ${y}v6`)).join('');
const steps = (from, to, step) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
const circle = (x, y, radius) =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 -${radius * 2} 0z`;

function oldStreetNewTown() {
  const street =
    'M-20 138H26V104H18L62 66 106 104H98V138H112V92H104L136 64V46H156V62L166 56 214 92H206V138H218V112H210L242 86 274 112H266V138H290';
  const town =
    'H470V92H506V138H522V40H536V26H566V40H580V138H594V64H640V138H652V18H668V8H694V18H710V138H724V54C736 40 768 40 780 54V138H800V120C782 110 786 84 806 84C826 84 830 110 812 120V138';
  return cover({
    line: `${street}V56C308 82 336 82 354 56V138${town}H900`,
    tint: `${street}H354${town}z`,
    detail: `${[square(40, 112), square(66, 112), square(126, 102), square(150, 102), square(174, 102), square(235, 116)].join('')}
M298 66v24h11V73M316 76v27h14V76M337 73v18h9V66
${windows([534, 556], [54, 69, 84, 99, 114])}${windows([606, 622], [80, 95, 110])}${windows([668, 688], [36, 51, 66, 81, 96, 111])}${windows([742, 760], [70, 85, 100, 115])}${windows([482, 494], [104, 119])}`,
  });
}

function waibaiduBridge() {
  // Two trusses meet over the middle pier: the bridge is the line.
  const left = `M206 84C262 14 374 14 438 84`;
  const right = `M442 84C506 14 618 14 674 84`;
  const hangers = (from, to, curve) =>
    steps(from, to, 29)
      .map((x) => `M${x} ${curve(x)}V84`)
      .join('');
  const half = (start, end) => (x) => {
    const share = (x - start) / (end - start);
    return 84 - 52.5 * 4 * share * (1 - share) * 0.99;
  };
  return cover({
    line: `M-20 84H206C262 14 374 14 438 84H442C506 14 618 14 674 84H900`,
    tint: `${left}${right}M-20 84H900V104H-20z`,
    detail: `M-20 104H900M206 84V104M440 84V136M674 84V104M428 104v32h24v-32
${hangers(235, 410, half(206, 438))}${hangers(471, 650, half(442, 674))}
M235 57L264 84M264 40L293 84M293 84L322 31.500M322 31.500L351 84M351 84L380 40M380 84L409 57M471 57L500 84M500 40L529 84M529 84L558 31.500M558 31.500L587 84M587 84L616 40M616 84L645 57
M-10 128q12-9 24 0t24 0 24 0 24 0 24 0 24 0M262 128q12-9 24 0t24 0 24 0 24 0M480 128q12-9 24 0t24 0 24 0M730 128q12-9 24 0t24 0 24 0 24 0 24 0`,
    extra: `<path d="M168 122h74l-12 18h-50zM190 122v-14h26v14" stroke-width="3.400" fill="currentColor" fill-opacity="0.14"/>
<path d="M600 124h84l-12 16h-60zM624 124v-10h36v10" stroke-width="3.400"/>
<path d="M66 79V56q0-8 8-8h92q8 0 8 8v23z" stroke-width="3.400" fill="currentColor" fill-opacity="0.14"/><path d="M110 48L82 22M126 48L98 22" stroke-width="2.600"/><path d="M74 56h16v10H74zM98 56h16v10H98zM122 56h16v10h-16zM146 56h16v10h-16z" stroke-width="2.400"/><path d="M88 79a5 5 0 1 0 .1 0M150 79a5 5 0 1 0 .1 0" stroke-width="3"/>
<path d="M-20 22H900" stroke-width="1.800"/>
<path d="M716 84V60M716 60a7 7 0 1 1 .1 0M786 84V60M786 60a7 7 0 1 1 .1 0M850 84V60M850 60a7 7 0 1 1 .1 0" stroke-width="3"/>`,
  });
}

function bowlOfNoodles() {
  const bowl = 'H378C346 128 328 98 328 62H552C552 98 534 128 502 138';
  return cover({
    line: `M-20 138${bowl}H900`,
    tint: 'M378 138C346 128 328 98 328 62H552C552 98 534 128 502 138z',
    detail:
      'M346 78H534M360 62c8-14 26-14 34 0c8-18 34-18 42 0c8-16 30-16 40 0c6-12 26-12 34 0M404 138h72M388 96c10 10 22 10 32 0M430 100c10 10 22 10 32 0M474 96c8 8 18 8 26 0',
    extra: `<path d="M396 44c-10-9 10-14 0-24M440 40c-10-9 10-14 0-24M484 44c-10-9 10-14 0-24" stroke-width="3"/>
<path d="M566 52L704 120M560 62L700 128" stroke-width="3.400"/><path d="M694 138v-8q6-8 16-8h8v16" stroke-width="3.400"/>
<g stroke-width="2.800"><path d="M196 132C210 104 220 76 224 44M206 132C216 108 230 86 242 60M186 132C190 104 194 82 192 54M178 132q14 10 36 0"/><path d="M224 44q-10-4-6-16q10 4 6 16M242 60q-4-12 8-16q4 12-8 16M192 54q-10-6-4-16q10 6 4 16"/></g>
<path d="M56 138l6-34h68l6 34M50 104h92M62 122h70" stroke-width="3.400"/><path d="M780 138l-6-54h60l-6 54M774 84q30 12 60 0M796 84V62q8-8 16 0v22" stroke-width="3.400"/>`,
  });
}

const PETALS = [
  'M30 47C19 49 6 43 4 34c-1-4 3-6 7-5 9 3 16 9 19 18z',
  'M34 47c11 2 24-4 26-13 1-4-3-6-7-5-9 3-16 9-19 18z',
  'M31 47C17 44 9 31 13 17c1-5 7-5 10-1 6 9 9 20 8 31z',
  'M33 47c14-3 22-16 18-30-1-5-7-5-10-1-6 9-9 20-8 31z',
  'M32 47C22 38 21 19 27.500 9c2-4 7-4 9 0C43 19 42 38 32 47z',
].join('');

function magnolia(x, y, scale) {
  return `<g transform="translate(${x} ${y}) scale(${scale})" stroke-width="${(3.6 / scale).toFixed(2)}"><path d="${PETALS}"/><path d="${PETALS}" fill="currentColor" fill-opacity="0.1" stroke="none"/></g>`;
}

function busRide() {
  const bus = 'M164 138V62C164 52 170 48 178 48H336C346 48 350 54 352 62L358 98V138';
  return cover({
    line: `M-20 138H30V98H20L66 62 112 98H102V138H136V98M136 138H164V62C164 52 170 48 178 48H336C346 48 350 54 352 62L358 98V138H341.500M318.500 138H217.500M194.500 138H164M358 138H520V70M520 138H592M608 138C640 136 642 114 672 112M688 112C718 114 724 136 752 138M768 138H806V80M806 138H900`,
    tint: `M30 138V98H20L66 62 112 98H102V138z${bus}zM180 66h34v30h-34zM228 66h34v30h-34zM276 66h28v58h-28zM318 66h24l6 30h-30zM600 138C640 138 640 112 680 112S720 138 760 138z`,
    detail: `M180 66h34v30h-34zM228 66h34v30h-34zM276 66h28v58h-28zM290 66v58M318 66h24l6 30h-30zM56 138V114h20v24M124 74h24v24h-24z`,
    extra: `<path d="${circle(206, 136, 11)}${circle(330, 136, 11)}" stroke-width="3.600"/><path d="M502 34h36v36h-36z" stroke-width="3.600"/><path d="M510 56V47q0-4 4-4h12q4 0 4 4v9zM510 51h20M514 59v2M526 59v2" stroke-width="2.400"/>
<path d="${circle(600, 138, 8)}${circle(680, 112, 8)}${circle(760, 138, 8)}" stroke-width="4"/>${magnolia(763, 20, 1.34)}`,
  });
}

function communityClinic() {
  const house = 'H318V58H404V40H476V58H562V138';
  const tree = (x) =>
    `M${x} 138V112M${x} 112C${x - 34} 112 ${x - 32} 66 ${x} 64C${x + 32} 66 ${x + 34} 112 ${x} 112`;
  return cover({
    line: `M-20 138${house}H900`,
    tint: 'M318 138V58H404V40H476V58H562V138zM412 138V102H468V138zM176 112C142 112 144 66 176 64C208 66 210 112 176 112M690 112C656 112 658 66 690 64C722 66 724 112 690 112',
    detail: `M412 138V102H468V138M440 102V138M332 76h24v20h-24zM372 76h24v20h-24zM484 76h24v20h-24zM524 76h24v20h-24zM332 110h24v20h-24zM372 110h24v20h-24zM484 110h24v20h-24zM524 110h24v20h-24z
M404 58H476M398 138v-8h84v8`,
    extra: `<path d="M440 64v24M428 76h24" stroke-width="6"/><path d="${tree(176)}${tree(690)}" stroke-width="3.600"/>
<path d="M228 138v-14h66v14M228 124h66M228 108h66M232 108v16M290 108v16" stroke-width="3.200"/>
<path d="M60 138v-38h52v38M54 100L86 76L118 100" stroke-width="3.200"/>${magnolia(772, 44, 1.1)}<path d="M807 138V96" stroke-width="3.600"/>`,
  });
}

function marketStall() {
  const scallop = (from, count, width) =>
    `M${from} 60${Array.from({ length: count }, () => `c0 16 ${width} 16 ${width} 0`).join('')}`;
  return cover({
    line: 'M-20 138H290V60H274L296 24H584L606 60H590V138H900',
    tint: 'M274 60L296 24H584L606 60zM310 138V102H570V138z',
    detail: `${scallop(274, 12, 27.666)}M310 138V102H570V138M332 24L322 60M384 24L378 60M440 24V60M496 24L502 60M548 24L558 60`,
    extra: `<g stroke-width="3"><path d="M330 102C320 90 330 82 342 88C346 78 360 80 358 92C366 92 366 100 360 102M342 88v12"/>
<path d="M390 102q-10-18 8-18q18 0 8 18M398 84q-8-10-14-8M398 84q0-10 6-14M398 84q8-8 14-4"/><path d="M436 102q-10-18 8-18q18 0 8 18M444 84q-8-10-14-8M444 84q0-10 6-14M444 84q8-8 14-4"/>
<path d="${circle(486, 93, 9)}${circle(508, 93, 9)}${circle(497, 79, 9)}"/><path d="M532 100q4-22 26-26q2 22-22 28z"/></g>
<path d="M660 138V44M624 62L700 50M632 61v20M618 98q14 14 28 0zM632 81l-14 17M632 81l14 17M692 51v16M684 67h16v14h-16z" stroke-width="3.200"/>
<path d="M760 138q-6-28 4-40h52q10 12 4 40M764 98q26-40 52 0" stroke-width="3.600"/><path d="M768 112h46M768 124h46" stroke-width="2.400"/><path d="M776 98q0-22-12-30M790 96q2-24 14-32M802 98q10-14 22-12" stroke-width="2.800"/>
<path d="M120 138V104h84v34M120 116h84M130 104q4-16 16-16q12 0 14 16M160 104q6-22 22-18q12 4 8 18" stroke-width="3.200"/><path d="M40 138l8-34h30l8 34M46 112h34" stroke-width="3.200"/>`,
  });
}

export const COVERS = {
  '2026-11-silent-world': oldStreetNewTown,
  '2026-10-silent-world': waibaiduBridge,
  '2026-09-silent-world': bowlOfNoodles,
  '2026-11-new-sisters': busRide,
  '2026-10-new-sisters': communityClinic,
  '2026-09-new-sisters': marketStall,
};
