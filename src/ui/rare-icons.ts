/** Icons of one page each, on the same grid as the others. Whoever shows one imports this file. */
import { addDrawings, LENS, type Drawing } from './icon-drawings.ts';

const DRAWINGS = {
  'line-focus': { line: 'M6 4.500h16M6 23.500h16M3 9h22v10H3zM7 14h14' },
  'zoom-in': { line: `${LENS}M12 8.500v7M8.500 12h7` },
  'zoom-out': { line: `${LENS}M8.500 12h7` },
  keyboard: {
    line: 'M3 7h22v14H3zM7.500 11.500h.1M11.800 11.500h.1M16.200 11.500h.1M20.500 11.500h.1M9 16.500h10',
  },
  'person-change': {
    line: 'M9.500 5a4 4 0 1 0 .01 0zM2.500 23c0-5.500 2.500-8.500 7-8.500 2.600 0 4.500 1 5.700 2.800M17 8.500h8l-3-3M25 13.500h-8l3 3',
  },
} as const satisfies Readonly<Record<string, Drawing>>;

export type RareIconName = keyof typeof DRAWINGS;

addDrawings(DRAWINGS);
