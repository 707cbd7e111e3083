/** Lists, flattened to one depth as the model has it; pictures in them stand after the list. */
import type { UnsettledBlock } from '../imported/headings.ts';
import type { Prose } from '../prose.ts';
import { isElement, isHidden, isWordListMarker, nameOf } from './node-kinds.ts';
import { proseOf } from './prose-parts.ts';
import type { Reading } from './reading.ts';

type Item = readonly Prose[];

export function readList(list: Element, reading: Reading): UnsettledBlock[] {
  const items: Item[] = [];
  const pictures: UnsettledBlock[] = [];
  for (const child of list.childNodes) {
    if (!isElement(child)) {
      // Text straight in a list is an author's slip, not nothing.
      const text = (child.nodeType === 3 ? (child.textContent ?? '') : '').trim();
      if (text !== '') items.push([{ text, marks: [], emphasis: [] }]);
      continue;
    }
    if (isHidden(child)) continue;
    const inside =
      nameOf(child) === 'ul' || nameOf(child) === 'ol' ? readList(child, reading) : reading.inside(child);
    addItems(inside, items, pictures, reading);
  }
  return [...listOf(items, nameOf(list) === 'ol'), ...pictures];
}

function addItems(
  inside: readonly UnsettledBlock[],
  items: Item[],
  pictures: UnsettledBlock[],
  reading: Reading,
): void {
  let own: Prose[] = [];
  const settle = (): void => {
    if (own.length > 0) items.push(own);
    own = [];
  };
  for (const block of inside) {
    if (block.type === 'figure') pictures.push(block);
    else if (block.type === 'list') {
      reading.notices.add('list-flattened');
      settle();
      items.push(...block.items);
    } else own.push(...proseOf(block));
  }
  settle();
}

function listOf(items: readonly Item[], ordered: boolean): UnsettledBlock[] {
  return items.length === 0 ? [] : [{ type: 'list', ordered, items }];
}

/** Word's paragraphs that are list items; whether it counts is seen from what stands in front of them. */
export function readWordList(paragraphs: readonly Element[], reading: Reading): UnsettledBlock[] {
  const markers = paragraphs.map((paragraph) => markerOf(paragraph));
  const ordered = markers.every((marker) => /[\p{L}\p{N}]/u.test(marker) && !/^[oO]$/u.test(marker));
  const items: Item[] = [];
  const pictures: UnsettledBlock[] = [];
  for (const paragraph of paragraphs) addItems(reading.inside(paragraph), items, pictures, reading);
  return [...listOf(items, ordered), ...pictures];
}

function markerOf(paragraph: Element): string {
  const marker = [...paragraph.querySelectorAll('span')].find(isWordListMarker);
  return (marker?.textContent ?? '').replaceAll('\u00A0', ' ').trim();
}
