/**
 * The drawn stand-in signer of look/, in a pose. She lifts her hands, lets them drift and lowers them again: on purpose
 * nothing she does is a sign, since nobody has signed anything yet.
 */

/** The drawing's own box: `x y width height`. */
export const SIGNER_BOX = '36 26 328 434';

const SKIN = '#efc7a2';
const SKIN_EDGE = '#8a5634';
const SLEEVE = '#26414a';
const SLEEVE_EDGE = '#1a323a';

const mix = (from, to, share) => from + (to - from) * share;
const ease = (share) => share * share * (3 - 2 * share);

/** Where a hand's middle is when its wrist is at `wrist` and it is turned by `degrees`. */
function palmFrom(wrist, degrees) {
  const angle = (degrees * Math.PI) / 180;
  return [wrist[0] + 34 * Math.sin(angle), wrist[1] - 34 * Math.cos(angle)];
}

/** One arm in the left-hand coordinates of the drawing; the other is its mirror image. */
function armPose(raise, phase) {
  const share = ease(raise);
  const drift = Math.sin(phase) * share;
  const swing = Math.cos(phase) * share;
  const elbow = [mix(86, 77, share) + swing * 1.5, mix(362, 352, share) - drift * 3];
  const wrist = [mix(146, 152, share) + swing * 6, mix(392, 334, share) - drift * 13];
  return { elbow, wrist, turn: mix(80, 6, share) + swing * 7 };
}

function sleeve({ elbow, wrist }) {
  const shoulder = [112, 258];
  const cuff = [mix(elbow[0], wrist[0], 0.55), mix(elbow[1], wrist[1], 0.55)];
  const points = (list) => list.map((point) => point.map((value) => value.toFixed(2)).join(' ')).join('L');
  const forearm = points([elbow, wrist]);
  const cloth = points([shoulder, elbow, cuff]);
  return `<path d="M${forearm}" stroke="${SKIN_EDGE}" stroke-width="33"/><path d="M${forearm}" stroke="${SKIN}" stroke-width="30.5"/>
<path d="M${cloth}" stroke="${SLEEVE_EDGE}" stroke-width="56.5"/><path d="M${cloth}" stroke="${SLEEVE}" stroke-width="53"/>`;
}

const FINGERS = ['M-15.5 1L-18.9 -43', 'M-5.2 -3L-6.3 -54', 'M5.2 -2L6.3 -50', 'M15.5 2L18.9 -37'];
const THUMB = 'M-14 14Q-25 2-24-16';
const PALM = 'M-21-6Q-22 16-15 34H15Q22 16 21-8Q0-18-21-6z';

function hand({ wrist, turn }) {
  const [x, y] = palmFrom(wrist, turn);
  const fingers = (color, width) =>
    FINGERS.map((d) => `<path d="${d}" stroke="${color}" stroke-width="${width}"/>`).join('');
  return `<g transform="translate(${x.toFixed(2)} ${y.toFixed(2)}) rotate(${turn.toFixed(2)}) scale(-1 1)" stroke-linecap="round" stroke-linejoin="round" fill="none">
<path d="${THUMB}" stroke="${SKIN_EDGE}" stroke-width="13.6"/>${fingers(SKIN_EDGE, 13)}<path d="${PALM}" fill="${SKIN_EDGE}" stroke="${SKIN_EDGE}" stroke-width="2.6"/>
${fingers(SKIN, 10.4)}<path d="${PALM}" fill="${SKIN}"/><path d="${THUMB}" stroke="${SKIN}" stroke-width="11"/>
<path d="M-12 2Q2-5 15 3M-11 15Q0 8 8 22" stroke="#e2b189" stroke-width="2"/></g>`;
}

function head(blink) {
  const eyes = blink
    ? '<path d="M175 129h10M215 129h10" stroke="#2a1c14" stroke-width="3" stroke-linecap="round"/>'
    : '<g fill="#2a1c14"><circle cx="180" cy="128" r="4.6"/><circle cx="220" cy="128" r="4.6"/></g>';
  return `<path d="M150 118C150 82 172 68 200 68s50 14 50 50c0 42-26 76-50 76s-50-34-50-76z" fill="${SKIN}"/>
<path d="M152 128C150 92 172 74 203 74c10 14 28 26 46 28 2 10 1 18-1 26 10-46-6-74-48-74s-60 30-48 74z" fill="#53504d"/>
<g fill="none" stroke="#3b2a1e" stroke-linecap="round" stroke-width="4"><path d="M166 110q12-6 26-1M208 109q14-5 26 1"/><path d="M199 132q-6 14 3 16" stroke-width="2.6" stroke="#8a5634"/></g>
${eyes}<g fill="none" stroke="#3b2a1e" stroke-width="2.6"><rect x="164" y="117" width="30" height="22" rx="10"/><rect x="206" y="117" width="30" height="22" rx="10"/><path d="M194 125q6-4 12 0"/></g>
<path d="M186 167q14 7 28 0" fill="none" stroke="#8f3b36" stroke-width="4" stroke-linecap="round"/>`;
}

/**
 * The signer as SVG elements. `raise` 0 (hands resting low) … 1 (hands up), `phase` in radians is where the slow drift
 * of the raised hands stands.
 */
export function drawSigner({ raise, phase, blink = false }) {
  const left = armPose(raise, phase);
  // Half a turn apart: the hands take turns, which reads as waiting, not as saying.
  const right = armPose(raise, phase + Math.PI);
  return `<g><path d="M141 168C128 70 160 48 200 48s72 22 59 120c-6 18-26 20-30 8h-58c-4 12-24 10-30-8z" fill="#53504d"/>
<path d="M178 176h44v40h-44z" fill="#e2b189"/><path d="M176 200Q200 226 224 200L300 224Q318 232 318 262L300 460H100L82 262Q82 232 100 224z" fill="${SLEEVE}"/>
<path d="M176 200Q200 226 224 200L228 202Q200 238 172 202z" fill="#16313a"/>
${head(blink)}
<g fill="none" stroke-linecap="round" stroke-linejoin="round">${sleeve(left)}<g transform="translate(400 0) scale(-1 1)">${sleeve(right)}</g></g>
${hand(left)}<g transform="translate(400 0) scale(-1 1)">${hand(right)}</g></g>`;
}
