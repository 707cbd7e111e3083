/** Small pictures for the word cards, 400 × 300, on the wall colour of their club. */
import { bucket, person } from './people.mjs';

const INK = '#2f2723';
const CLUBS = {
  'silent-world': ['#dcebe7', '#0c464d', '#b9d6d0'],
  'new-sisters': ['#f6e3ec', '#6b1a49', '#e7bdd2'],
};

function card(club, draw) {
  const [soft, accent, tint] = CLUBS[club];
  return () => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300">
<rect width="400" height="300" fill="${soft}"/>${draw(accent, tint)}<path d="M0 262H400" stroke="${accent}" stroke-width="5"/></svg>
`;
}
const line = (d, color, width = 6) =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const fill = (d, color, more = '') => `<path d="${d}" fill="${color}" ${more}/>`;
const dot = (x, y, r, color) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${color}"/>`;

/** A waste bin in its official colour with a plain lid; what belongs in it lies beside it. */
const bin = (color, things) => (accent) =>
  `${fill('M50 96H190L178 262H62z', color)}${fill('M38 70Q38 58 52 58H188Q202 58 202 70V96H38z', color)}${fill('M38 90H202V98H38z', '#ffffff', 'opacity=".35"')}${line('M96 58V46H144V58', accent, 7)}${line('M92 126L98 238M120 126V238M148 126L142 238', '#ffffff55', 6)}${things}`;

const wet = `${fill('M236 262Q228 214 268 204Q276 232 262 262z', '#6f9a4d')}${line('M246 258Q252 230 266 212', '#dfe9cf', 3)}${fill('M282 262A34 34 0 0 1 350 262z', '#d9572f')}${fill('M292 262A24 24 0 0 1 340 262z', '#fbe7c6')}${line('M250 176H340M262 176l-10-14M262 176l-10 14M284 162v28M304 164v24M324 168v16', '#8f99a3', 6)}${dot(350, 176, 13, '#8f99a3')}${dot(354, 172, 3, '#fff')}`;
const dry = `${fill('M236 262l-8-26 18-22 30 2 18 22-10 24z', '#fffdf7', `stroke="${INK}" stroke-width="4"`)}${line('M244 246l14-12 10 12 12-12', '#b9b2a6', 4)}${fill('M300 214H376L362 262H316z', '#7fa3c7', `stroke="${INK}" stroke-width="4"`)}${fill('M330 212l10 22 8-12 10 14 6-24z', '#f6e3ec')}${fill('M258 150h70l8 40h-84z', '#e9e3d8', `stroke="${INK}" stroke-width="4"`)}${line('M274 150q18 18 38 0', INK, 4)}`;
const recycle = `${fill('M226 176H316V262H226z', '#c79a63')}${fill('M226 176l-14-24h46l12 24M316 176l14-24h-46l-14 24z', '#dcb680')}${line('M270 176V262', '#a67b48', 5)}${fill('M344 196q-10 8-10 22v44h40v-44q0-14-10-22v-24h-20z', '#7fb3a6')}${fill('M341 158h26v14h-26z', '#2c6a5f')}${fill('M334 222h40v20h-40z', '#ffffff', 'opacity=".7"')}`;
const harm = `${fill('M230 214h58v48h-58z', '#f6f1e7', `stroke="${INK}" stroke-width="4"`)}${dot(246, 230, 7, '#d9572f')}${dot(270, 230, 7, '#d9572f')}${dot(246, 248, 7, '#d9572f')}${dot(270, 248, 7, '#d9572f')}${fill('M310 206h36v56h-36zM320 196h16v10h-16z', '#3f6f9a')}${line('M328 222v16M320 230h16', '#fff', 5)}${fill('M226 152H374V176H226z', '#fdfdf8', `stroke="${INK}" stroke-width="4"`)}${fill('M226 152h16v24h-16M358 152h16v24h-16z', '#9aa3ad')}`;

/** Every word picture by issue and file name. */
export const TERM_PICTURES = {
  '2026-11-silent-world': {
    'term-longtang': card(
      'silent-world',
      (a, t) =>
        `${fill('M0 30H130L170 262H0z', '#c8a877')}${fill('M400 30H270L230 262H400z', '#b38c5f')}${fill('M170 262L186 120H214L230 262z', '#f1e2c0')}${line('M60 70L330 62', a, 5)}${fill('M150 68h34l-4 40h-28z', '#fffdf7')}${fill('M196 66h26v46h-26z', t)}${fill('M236 64h40l-4 36h-34z', '#b0553d')}${fill('M40 100h50v56H40zM310 100h50v56h-50z', '#f7ecd3', `stroke="${INK}" stroke-width="4"`)}${line('M65 100v56M335 100v56', INK, 3)}${person({ x: 200, y: 256, scale: 0.9, top: a, hair: 'bob' })}`,
    ),
    'term-jishuizhan': card(
      'silent-world',
      (a, t) =>
        `${fill('M0 0H400V262H0z', t)}${line('M60 70H200V110', a, 20)}${line('M180 70V48M156 44H204', '#b0553d', 12)}${fill('M186 108h28v16h-28z', a)}${fill('M196 134q-8 14 4 18q12-4 4-18zM196 162q-8 14 4 18q12-4 4-18z', '#5a97b0')}${bucket(200, 258, 1.9, '#b0553d')}${bucket(300, 258, 1.6, '#7d5a3f')}`,
    ),
    'term-meiqiulu': card(
      'silent-world',
      (a) =>
        `${fill('M130 140H260L248 262H142z', '#b0553d')}<ellipse cx="195" cy="140" rx="65" ry="14" fill="${INK}"/>${fill('M176 206h40v40h-40z', INK)}${fill('M182 244q14-34 28 0z', '#ffcf6a')}${fill('M152 132q-4-62 43-62t43 62z', a)}${line('M238 100l34-22', a, 12)}${line('M160 84Q195 20 230 84', INK, 6)}${dot(195, 66, 8, INK)}${line('M280 60q10-12 0-24M298 66q10-12 0-24', '#8a8f8c', 5)}${dot(304, 246, 16, INK)}${dot(338, 246, 16, INK)}${dot(321, 219, 16, INK)}`,
    ),
    'term-chengliang': card(
      'silent-world',
      (a, t) =>
        `${fill('M0 0H400V262H0z', '#3f5560')}${dot(330, 66, 34, '#f6e6b8')}${fill('M120 60C70 80 56 150 110 178C164 168 190 110 160 66C148 54 134 54 120 60z', '#e2cda3', `stroke="${INK}" stroke-width="4"`)}${line('M110 178L88 240M112 172L128 72M112 172L90 90M112 172L156 84', '#b38c5f', 5)}${fill('M206 190H326V208H206z', '#c8a877')}${line('M220 208L210 262M312 208L322 262M214 236H318', '#c8a877', 10)}${fill(`M60 40l3 8 8 3-8 3-3 8-3-8-8-3 8-3zM230 100l3 8 8 3-8 3-3 8-3-8-8-3 8-3z`, t)}`,
    ),
    'term-menling': card(
      'silent-world',
      (a, t) =>
        `${fill('M50 50H190V262H50z', a)}${fill('M66 66H174V262H66z', t)}${dot(158, 170, 8, a)}${fill('M210 140h34v56h-34z', '#fffdf7', `stroke="${a}" stroke-width="5"`)}${dot(227, 168, 10, '#b0553d')}${fill('M296 70q0-32 32-32t32 32q0 18-14 30v16h-36v-16q-14-12-14-30z', '#ffd56a', `stroke="${a}" stroke-width="5"`)}${line('M314 130h28M320 142h16', a, 6)}${line('M328 22V8M280 40l-10-10M376 40l10-10M274 78h-16M382 78h14', '#d99a1f', 7)}${line('M244 168Q290 168 318 146', a, 4)}`,
    ),
    'term-laohuchuang': card(
      'silent-world',
      (a, t) =>
        `${fill('M0 130H400V262H0z', '#7d5a3f')}${line('M-10 160q25 18 50 0t50 0 50 0 50 0 50 0 50 0 50 0 50 0 50 0M-35 200q25 18 50 0t50 0 50 0 50 0 50 0 50 0 50 0 50 0 50 0M-10 240q25 18 50 0t50 0 50 0 50 0 50 0 50 0 50 0 50 0 50 0', '#54392a', 4)}${fill('M0 118H400V134H0z', '#54392a')}${fill('M126 130H274V232H126z', '#fbf5e6')}${fill('M100 134L200 60L300 134L290 146H110z', a)}${fill('M144 148H256V226H144z', t, `stroke="${a}" stroke-width="6"`)}${line('M200 148V226', a, 5)}`,
    ),
  },
  '2026-10-silent-world': {
    'term-tieqiao': card(
      'silent-world',
      (a, t) =>
        `${fill('M0 176H400V262H0z', t)}${fill('M40 152C80 60 160 60 200 152zM200 152C240 60 320 60 360 152z', '#ffffff', 'opacity=".6"')}${line('M0 152H400M40 152C80 60 160 60 200 152C240 60 320 60 360 152M0 176H400', a, 7)}${line('M80 152V104M120 152V84M160 152V104M240 152V104M280 152V84M320 152V104M200 152V262', a, 5)}${line('M20 216q16-10 32 0t32 0 32 0M230 232q16-10 32 0t32 0 32 0', a, 4)}`,
    ),
    'term-dianche': card(
      'silent-world',
      (a, t) =>
        `${line('M0 40H400', a, 4)}${line('M190 104L120 40M220 104L150 40', a, 6)}${fill('M60 120Q60 104 76 104H324Q340 104 340 120V236H60z', a)}${[84, 146, 208].map((x) => fill(`M${x} 126h48v44h-48z`, t)).join('')}${fill('M272 126h50v96h-50z', t)}${line('M297 126v96', a, 5)}${fill('M60 184H262V196H60z', '#fffdf7')}${dot(120, 240, 22, INK)}${dot(280, 240, 22, INK)}${dot(120, 240, 8, t)}${dot(280, 240, 8, t)}`,
    ),
  },
  '2026-09-silent-world': {
    'term-yangchunmian': card(
      'silent-world',
      (a, t) =>
        `${fill('M70 130H330Q326 236 250 262H150Q74 236 70 130z', a)}<ellipse cx="200" cy="130" rx="130" ry="34" fill="#fffdf7"/><ellipse cx="200" cy="132" rx="114" ry="26" fill="#e9b86a"/>${line('M112 134q22-22 44 0t44 0 44 0 44 0M128 146q20-18 40 0t40 0 40 0', '#fbeecb', 7)}${[
          [150, 122],
          [186, 140],
          [214, 118],
          [250, 136],
          [230, 148],
          [168, 148],
        ]
          .map(([x, y]) => `<rect x="${x}" y="${y}" width="14" height="7" rx="3" fill="#4f8a4b"/>`)
          .join(
            '',
          )}${line('M150 80c-12-12 12-18 0-32M200 74c-12-12 12-18 0-32M250 80c-12-12 12-18 0-32', a, 5)}${fill('M90 190H310L306 204H94z', t)}`,
    ),
  },
  '2026-11-new-sisters': {
    'term-zhanpai': card(
      'new-sisters',
      (a, t) =>
        `${line('M200 262V60', a, 10)}${fill('M120 30Q120 22 128 22H272Q280 22 280 30V172H120z', '#fffdf7', `stroke="${a}" stroke-width="6"`)}${fill('M120 22H280V74H120z', a)}${fill('M178 62V42q0-6 6-6h32q6 0 6 6v20zM184 42h32v9h-32z', '#fffdf7', 'fill-rule="evenodd"')}${dot(188, 64, 4, '#fffdf7')}${dot(212, 64, 4, '#fffdf7')}${line('M140 100H236M220 88l18 12-18 12', a, 6)}${line('M140 130H260M140 150H230', t, 8)}${dot(140, 130, 7, a)}${dot(180, 130, 7, a)}${dot(220, 130, 7, a)}${dot(260, 130, 7, a)}`,
    ),
    'term-jiantou': card('new-sisters', (a) => fill('M60 118H232V68L344 142L232 216V166H60z', a)),
    'term-chengchema': card(
      'new-sisters',
      (a, t) =>
        `<g transform="rotate(-8 200 140)"><rect x="130" y="24" width="140" height="232" rx="20" fill="${a}"/><rect x="142" y="44" width="116" height="190" rx="6" fill="#fffdf7"/>${qr(154, 74, 92, INK)}<rect x="166" y="186" width="68" height="14" rx="7" fill="${t}"/></g>${line('M292 96q18 30 0 60M312 80q30 46 0 92', a, 6)}`,
    ),
    'term-shilaji': card('new-sisters', bin('#7a4b2a', wet)),
    'term-ganlaji': card('new-sisters', bin('#2d2d30', dry)),
    'term-kehuishouwu': card('new-sisters', bin('#2b63a8', recycle)),
    'term-youhailaji': card('new-sisters', bin('#b3261e', harm)),
    'term-honglvdeng': card(
      'new-sisters',
      (a) =>
        `${line('M200 262V190', a, 14)}<rect x="150" y="20" width="100" height="186" rx="26" fill="#2d2a2e"/>${dot(200, 58, 24, '#5a2a2a')}${dot(200, 113, 24, '#5d4d22')}${dot(200, 168, 24, '#49b46c')}${line('M132 168h-22M268 168h22M140 198l-16 14M260 198l16 14', '#49b46c', 6)}`,
    ),
  },
  '2026-10-new-sisters': {
    'term-yiyuan': card(
      'new-sisters',
      (a, t) =>
        `${fill('M80 90H150V56H250V90H320V262H80z', '#fffdf7', `stroke="${a}" stroke-width="6"`)}${line('M200 64v40M180 84h40', a, 12)}${fill('M170 180H230V262H170z', t, `stroke="${a}" stroke-width="5"`)}${line('M200 180V262', a, 4)}${[100, 264].map((x) => fill(`M${x} 116h36v36h-36zM${x} 180h36v36h-36z`, t, `stroke="${a}" stroke-width="4"`)).join('')}`,
    ),
    'term-tiwen': card(
      'new-sisters',
      (a, t) =>
        `<g transform="rotate(28 200 140)"><rect x="180" y="10" width="40" height="210" rx="20" fill="#fffdf7" stroke="${a}" stroke-width="6"/>${dot(200, 226, 28, '#c8402f')}${line('M200 214V60', '#c8402f', 14)}${line('M232 60h14M232 90h10M232 120h14M232 150h10M232 180h14', a, 5)}</g>${fill('M60 60q-22 30 0 34q22-4 0-34z', t)}${fill('M90 120q-16 22 0 26q16-4 0-26z', t)}`,
    ),
  },
  '2026-09-new-sisters': {
    'term-caichang': card(
      'new-sisters',
      (a, t) =>
        `${fill('M60 40H340L370 110H30z', '#fffdf7', `stroke="${a}" stroke-width="6"`)}${fill('M116 40H172L166 110H98zM228 40H284L302 110H234z', t)}${line('M30 110c0 22 34 22 34 0 0 22 34 22 34 0 0 22 34 22 34 0 0 22 34 22 34 0 0 22 34 22 34 0 0 22 34 22 34 0 0 22 34 22 34 0 0 22 34 22 34 0 0 22 34 22 34 0 0 22 34 22 34 0', a, 5)}${line('M60 130V262M340 130V262', a, 7)}${fill('M60 200H340V262H60z', t)}${fill('M90 200q-14-34 14-44q6-14 20 0q24 10 8 44z', '#6f9a4d')}${fill('M166 200q-10-28 14-30q24 2 14 30z', '#fffdf7', `stroke="${a}" stroke-width="4"`)}${line('M180 170q-8-16-16-18M180 170q2-18 10-22', '#6f9a4d', 6)}${dot(244, 182, 17, '#d9572f')}${dot(278, 182, 17, '#d9572f')}${dot(261, 156, 17, '#d9572f')}`,
    ),
    'term-cheng': card(
      'new-sisters',
      (a, t) =>
        `${fill('M110 180H290L310 262H90z', a)}<circle cx="200" cy="222" r="30" fill="#fffdf7"/>${line('M200 222L214 202', '#c8402f', 5)}${line('M200 150V180', a, 12)}${fill('M90 128H310Q300 152 260 152H140Q100 152 90 128z', t, `stroke="${a}" stroke-width="6"`)}${fill('M130 122q40-44 130-34q10 2 0 16q-40 28-130 18z', '#fffdf7', `stroke="${a}" stroke-width="5"`)}${line('M262 94q22-24 44-22M264 98q26-8 46 4', '#6f9a4d', 8)}`,
    ),
  },
};

/** Looks like a ride code and leads nowhere. */
function qr(x, y, side, color) {
  const cell = side / 11;
  const marks = [];
  for (let row = 0; row < 11; row += 1) {
    for (let column = 0; column < 11; column += 1) {
      const corner = (row < 4 && column < 4) || (row < 4 && column > 6) || (row > 6 && column < 4);
      if (!corner && (row * 7 + column * 5 + row * column) % 3 === 0)
        marks.push(
          `M${(x + column * cell).toFixed(1)} ${(y + row * cell).toFixed(1)}h${cell.toFixed(1)}v${cell.toFixed(1)}h-${cell.toFixed(1)}z`,
        );
    }
  }
  const eye = (ex, ey) =>
    `<rect x="${ex + 2}" y="${ey + 2}" width="${cell * 3 - 4}" height="${cell * 3 - 4}" fill="none" stroke="${color}" stroke-width="5"/><rect x="${ex + cell}" y="${ey + cell}" width="${cell}" height="${cell}" fill="${color}"/>`;
  return `<path d="${marks.join('')}" fill="${color}"/>${eye(x, y)}${eye(x + cell * 8, y)}${eye(x, y + cell * 8)}`;
}
