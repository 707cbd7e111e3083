/** The studio's own icons, on the same grid as the others. */
import { addDrawings, type Drawing } from '../icon-drawings.ts';

const DRAWINGS = {
  undo: { line: 'M9.500 5.500 4.500 10.500l5 5M5 10.500h11.500a6 6 0 0 1 0 12H10' },
  redo: { line: 'm18.500 5.500 5 5-5 5M23 10.500H11.500a6 6 0 0 0 0 12H18' },
  grip: { bold: 'M10 7h.1M18 7h.1M10 14h.1M18 14h.1M10 21h.1M18 21h.1' },
  add: { bold: 'M14 5.500v17M5.500 14h17' },
  edit: { line: 'M5 23l1.200-5.500L18.500 5.200l4.300 4.300L10.500 21.800zM15.500 8.200l4.300 4.300' },
  erase: { line: 'M10 23.500 3.500 17 15 5.500l8 8-10 10zM9.500 11l8 8M12 23.500h12' },
} as const satisfies Readonly<Record<string, Drawing>>;

export type StudioIconName = keyof typeof DRAWINGS;

/** Once, before the first page of the studio is drawn. */
export function addStudioIcons(): void {
  addDrawings(DRAWINGS);
}
