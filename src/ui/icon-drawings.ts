/**
 * The drawn set: one hand, a 28 × 28 grid, stroke 2.4, round ends. An icon only ever repeats the word beside it.
 * `line` is stroked, `bold` stroked thicker, `solid` filled too, `letters` set in the interface's own font.
 */
import type { RareIconName } from './rare-icons.ts';
import type { StudioIconName } from './studio/icon-drawings.ts';
export interface Drawing {
  readonly line?: string;
  readonly bold?: string;
  readonly solid?: string;
  readonly letters?: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly size: number;
  }[];
}

const ROUND = 'M14 4a10 10 0 1 0 .01 0z';
export const LENS = 'M12 4.500a7.500 7.500 0 1 0 .01 0zM17.500 17.500 24 24';
const HAND =
  'M9 25c-3-4-4.500-7-5-10.500 1.500-.8 3 0 4.500 2.500V6.500a1.700 1.700 0 0 1 3.400 0V13 4.500a1.700 1.700 0 0 1 3.400 0V13 5.500a1.700 1.700 0 0 1 3.400 0V14 8.500a1.700 1.700 0 0 1 3.400 0V17c0 4-1.500 6-3 8';
const SCREEN =
  'M5.500 6h17A2.500 2.500 0 0 1 25 8.500v11a2.500 2.500 0 0 1-2.500 2.500h-17A2.500 2.500 0 0 1 3 19.500v-11A2.500 2.500 0 0 1 5.500 6z';
const SPEAKER = 'M4 11v6h4l6 5V6l-6 5z';

const DRAWINGS = {
  month: { line: 'M12.500 7.500 3.500 5v16l9 2.500zM15.500 7.500l9-2.500v16l-9 2.500z', bold: 'M7 14h14' },
  bookshelf: { line: 'M4 24h20M6 24V6h5v18M11 9h5v15M18 8.600l4.400-1 3 15.600' },
  words: {
    line: 'M6 4h16a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3z',
    letters: [{ text: '词', x: 14, y: 19.3, size: 14 }],
  },
  display: {
    letters: [
      { text: '字', x: 9.5, y: 22, size: 18 },
      { text: '字', x: 23, y: 22, size: 11 },
    ],
  },
  back: { bold: 'M17.500 5 8.500 14l9 9' },
  'arrow-left': { bold: 'M17.500 5 8.500 14l9 9' },
  'arrow-right': { bold: 'm10.500 5 9 9-9 9' },
  'arrow-up': { bold: 'm5 17.500 9-9 9 9' },
  'arrow-down': { bold: 'm5 10.500 9 9 9-9' },
  play: { solid: 'M8.500 5v18L22.500 14z' },
  pause: { bold: 'M9 6v16M10.200 6v16M18 6v16M19.200 6v16' },
  previous: { line: 'M20 6 9.500 14 20 22zM7 6v16' },
  next: { line: 'M8 6l10.500 8L8 22zM21 6v16' },
  again: { line: 'M22.500 14a8.500 8.500 0 1 1-2.800-6.300M20.500 3v5.300h-5.300' },
  refresh: {
    line: 'M5.500 12a8.800 8.800 0 0 1 15.800-3M22.500 16a8.800 8.800 0 0 1-15.800 3M21.800 3.500V9h-5.500M6.200 24.500V19h5.500',
  },
  loop: {
    line: 'M18.500 4.500 22.500 8.500l-4 4M22.500 8.500h-13a5 5 0 0 0-5 5M9.500 23.500l-4-4 4-4M5.500 19.500h13a5 5 0 0 0 5-5',
  },
  speed: { line: 'M4.600 20a10.500 10.500 0 1 1 18.800 0M14 16l4.500-6' },
  sign: { line: HAND },
  hands: { line: HAND },
  'sign-large': { solid: 'M4 6h12v16H4z', line: 'M20 13h5v9h-5z' },
  'side-by-side': { line: 'M3.500 6h9v16h-9z', solid: 'M16 6h8.500v16H16z' },
  'sign-only': { solid: 'M8 5h12v18H8z' },
  'picture-only': { line: 'M3 7h22v14H3z' },
  solo: { line: SCREEN, bold: 'M8 14h12' },
  highlight: { line: 'M5 6h18M5 22h11', bold: 'M4 13.200h20M4 14.800h20' },
  plain: { line: 'M4 7h20M4 14h13M4 21h8', bold: 'm17 19.500 3 3 5-6' },
  transcript: { line: 'M10 7h14M10 14h14M10 21h14M4.500 7h.1M4.500 14h.1M4.500 21h.1' },
  captions: { line: SCREEN, bold: 'M7.500 17.500h5M16 17.500h4.500' },
  help: {
    line: ROUND,
    bold: 'M10.800 11.200c0-4.600 6.600-4.300 6.600-.4 0 2.600-3.400 2.900-3.400 5.200M14 19.600v.1',
  },
  question: {
    line: 'M4 5h20v14H13l-6 5v-5H4z',
    bold: 'M11.500 10c0-3.200 5-3 5-.2 0 1.800-2.500 2-2.500 3.400M14 16v.1',
  },
  close: { bold: 'm6.500 6.500 15 15M21.500 6.500l-15 15' },
  search: { line: LENS },
  calendar: {
    line: 'M4 7h20v17H4zM4 12.500h20M9.500 3.500v6M18.500 3.500v6',
    bold: 'M9.500 18h.1M14 18h.1M18.500 18h.1',
  },
  clock: { line: `${ROUND}M14 8v6.500l4.500 2.500` },
  place: {
    line: 'M14 25c-5-6-8-9.500-8-13.500a8 8 0 0 1 16 0c0 4-3 7.500-8 13.500zM14 8.600a3 3 0 1 0 .01 0z',
  },
  reading: { line: 'M5 4h18v20H5zM9 10h10M9 14.500h10M9 19h6' },
  film: { line: SCREEN, solid: 'M11.500 10.500v7l6-3.500z' },
  recitation: { bold: 'M4 12v4M9 8.500v11M14 5v18M19 9.500v9M24 12v4' },
  gallery: { line: 'M3 7h17v15H3zM8 7V4h17v14h-5M5 19l5-5.500 3.500 3.500 2.500-2.500 3 4' },
  check: { bold: 'm6 15 5.500 5.500L22.500 8.500' },
  warning: { line: 'M14 4 3 23.500h22zM14 11v6M14 20.300v.1' },
  offline: {
    line: 'M4 10.500a16 16 0 0 1 20 0M8 15.500a9.500 9.500 0 0 1 12 0M14 21v.1',
    bold: 'M5 4l18 20',
  },
  lock: {
    line: 'M7.500 12h13a2.500 2.500 0 0 1 2.500 2.500v7a2.500 2.500 0 0 1-2.500 2.500h-13A2.500 2.500 0 0 1 5 21.500v-7A2.500 2.500 0 0 1 7.500 12zM9 12V9a5 5 0 0 1 10 0v3',
  },
  print: { line: 'M8 10V4h12v6M8 20H4V10h20v10h-4M8 16h12v8H8z' },
  download: { line: 'M14 4v13M8.500 12 14 17.500 19.500 12M5 23h18' },
  tablet: {
    line: 'M8 3h12a2.500 2.500 0 0 1 2.500 2.500v17A2.500 2.500 0 0 1 20 25H8a2.500 2.500 0 0 1-2.500-2.500v-17A2.500 2.500 0 0 1 8 3zM14 7.500v8.500M10.500 12.500 14 16l3.500-3.500M11 20.500h6',
  },
  changed: { line: 'M4.500 10h18l-4.500-4.500M23.500 18h-18l4.500 4.500' },
  pack: { line: 'M4 9.500 14 4.500l10 5v10l-10 5-10-5zM4 9.500l10 5 10-5M14 14.500v10' },
  folder: { line: 'M3.500 6.500h8l2.500 3.500h10.500v12.500h-21z' },
  key: { line: 'M9.500 8.500a5.500 5.500 0 1 0 .01 0zM15 14h9.500v4.500M20.500 14v3.500' },
  more: { bold: 'M6 14h.1M14 14h.1M22 14h.1' },
  speaker: { line: `${SPEAKER}M18 10.500a5 5 0 0 1 0 7M21.200 7.500a9.300 9.300 0 0 1 0 13` },
  trash: { line: 'M5 8h18M11 8V4.500h6V8M7.500 8l1 16h11l1-16M12 12.500v7M16 12.500v7' },
  people: {
    line: 'M10 5.500a4 4 0 1 0 .01 0zM3 23.500c0-5.500 2.500-8.500 7-8.500s7 3 7 8.500M18 6a3.700 3.700 0 0 1 0 7.200M20 15.500c3.300.6 5 3.400 5 8',
  },
  globe: { line: `${ROUND}M4 14h20M14 4c-7.300 6-7.300 14 0 20M14 4c7.300 6 7.300 14 0 20` },
} as const satisfies Record<string, Drawing>;

export type IconName = keyof typeof DRAWINGS | RareIconName | StudioIconName;

const more = new Map<string, Drawing>();
/** Those few pages show: a member's first page does without them. */
export function addDrawings(drawings: Readonly<Record<string, Drawing>>): void {
  for (const [name, drawing] of Object.entries(drawings)) more.set(name, drawing);
}

const known = (name: IconName): name is keyof typeof DRAWINGS => name in DRAWINGS;

export function drawingOf(name: IconName): Drawing {
  return known(name) ? DRAWINGS[name] : (more.get(name) ?? {});
}
