/**
 * Tables as sentences one can sign and read aloud: a row is a paragraph, 「周一：休息」. A table that only arranges the page
 * (one column, or cells with whole passages in them) is read cell by cell.
 */
import type { UnsettledBlock } from '../imported/headings.ts';
import type { Prose } from '../prose.ts';
import { nameOf } from './node-kinds.ts';
import { joinProse, proseOf } from './prose-parts.ts';
import type { Reading } from './reading.ts';

const ENDS_WITH_MARK = /[，。、；：！？,.;:!?]$/u;

export function readTable(table: Element, reading: Reading): UnsettledBlock[] {
  const rows = rowsOf(table).map((row) => cellsOf(row).map((cell) => reading.inside(cell)));
  const captions = [...table.children].filter((child) => nameOf(child) === 'caption');
  const above = captions.flatMap((caption) => reading.inside(caption));
  const isLayout =
    rows.every((cells) => cells.length < 2) ||
    rows.some((cells) =>
      cells.some((inside) => inside.length > 2 || inside.some((block) => block.type === 'list')),
    );
  if (isLayout) return [...above, ...rows.flat(2)];
  reading.notices.add('table');
  return [...above, ...rows.flatMap(readRow)];
}

function readRow(cells: readonly (readonly UnsettledBlock[])[]): UnsettledBlock[] {
  const filled = cells
    .map((inside) =>
      joinProse(
        inside.flatMap((block) => (block.type === 'figure' ? [] : proseOf(block))),
        ' ',
      ),
    )
    .filter((prose) => prose !== null);
  const pictures = cells.flat().filter((block) => block.type === 'figure');
  const prose = joinCells(filled);
  return [...(prose === null ? [] : [{ type: 'paragraph' as const, prose }]), ...pictures];
}

function joinCells(cells: readonly Prose[]): Prose | null {
  const mark = cells.length === 2 ? '：' : '，';
  return cells.reduce<Prose | null>(
    (whole, cell) =>
      whole === null ? cell : joinProse([whole, cell], ENDS_WITH_MARK.test(whole.text) ? '' : mark),
    null,
  );
}

/** Its own rows, not those of a table inside it. Rows outside a tbody and cells outside a row are slips, but text. */
function rowsOf(table: Element): Element[] {
  return [...table.children].flatMap((child) => {
    const name = nameOf(child);
    if (name === 'caption' || name === 'colgroup' || name === 'col') return [];
    return ['thead', 'tbody', 'tfoot'].includes(name) ? [...child.children] : [child];
  });
}

function cellsOf(row: Element): Element[] {
  return nameOf(row) === 'tr' ? [...row.children] : [row];
}
