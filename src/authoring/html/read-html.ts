/**
 * A parsed document into blocks of prose. The document is inert (`parse-html.ts`): nothing in it ran, loaded or will. Every visible
 * character of prose comes out, in order; what is no prose is named in the notices.
 */
import type { ImportedBlock } from '../imported/document.ts';
import type { UnsettledBlock } from '../imported/headings.ts';
import { figureOf, imageOfDrawing } from './figures.ts';
import { readList, readWordList } from './lists.ts';
import {
  headingLevel,
  isBlock,
  isDropped,
  isElement,
  isHidden,
  isMedia,
  isStressed,
  isText,
  isWordListItem,
  isWordListMarker,
  nameOf,
} from './node-kinds.ts';
import { createProseBuffer, type ProseBuffer } from './prose-buffer.ts';
import { joinProse, proseOf } from './prose-parts.ts';
import type { Reading } from './reading.ts';
import { pinyinOfRuby } from './ruby.ts';
import { readTable } from './tables.ts';

interface Walk {
  readonly reading: Reading;
  readonly blocks: UnsettledBlock[];
  readonly buffer: ProseBuffer;
  /** Met inside running text; they stand after it. */
  readonly figures: Extract<ImportedBlock, { type: 'figure' }>[];
  kind: 'paragraph' | 'quotation';
}

/** The blocks of a document, or of one element of it. */
export function readHtml(root: Element, found: Pick<Reading, 'findPicture' | 'notices'>): UnsettledBlock[] {
  const reading: Reading = { ...found, inside: (element) => readInside(element, reading) };
  return reading.inside(root);
}

function readInside(element: Element, reading: Reading): UnsettledBlock[] {
  const walk: Walk = { reading, blocks: [], buffer: createProseBuffer(), figures: [], kind: 'paragraph' };
  visitChildren(element, walk);
  flush(walk);
  return walk.blocks;
}

function flush(walk: Walk): void {
  const prose = walk.buffer.take();
  if (prose !== null) walk.blocks.push({ type: walk.kind, prose });
  walk.blocks.push(...walk.figures.splice(0));
}

function visitChildren(element: Element, walk: Walk): void {
  const children = [...element.childNodes];
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (child === undefined) continue;
    if (isElement(child) && isWordListItem(child)) {
      flush(walk);
      const run = wordListFrom(children, index);
      walk.blocks.push(...readWordList(run.items, walk.reading));
      index = run.last;
    } else visit(child, walk);
  }
}

/** A list of Word's is the paragraphs that follow one another, with nothing but space between them. */
function wordListFrom(nodes: readonly ChildNode[], first: number): { items: Element[]; last: number } {
  const items: Element[] = [];
  let last = first;
  for (let index = first; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node === undefined) break;
    if (isElement(node) && isWordListItem(node)) {
      items.push(node);
      last = index;
    } else if (isElement(node) || (node.textContent ?? '').trim() !== '') {
      if (node.nodeType !== 8) break;
    }
  }
  return { items, last };
}

function visit(node: Node, walk: Walk): void {
  if (isText(node)) walk.buffer.add(node.data);
  else if (isElement(node) && !isHidden(node) && !isWordListMarker(node)) visitElement(node, walk);
}

function visitElement(element: Element, walk: Walk): void {
  const name = nameOf(element);
  const { notices } = walk.reading;
  const level = headingLevel(name);
  if (isDropped(name)) return;
  if (isMedia(name)) notices.add('media');
  else if (level !== null) visitHeading(element, level, walk);
  else if (name === 'br' || name === 'hr') flush(walk);
  else if (name === 'img') addFigure(element, walk);
  else if (name === 'svg') visitDrawing(element, walk);
  else if (name === 'math') walk.buffer.add(element.textContent ?? '');
  else if (name === 'ruby') visitRuby(element, walk);
  else if (name === 'blockquote') visitQuotation(element, walk);
  else if (name === 'ul' || name === 'ol') standAlone(walk, () => readList(element, walk.reading));
  else if (name === 'table') standAlone(walk, () => readTable(element, walk.reading));
  else if (name === 'figure') visitFigure(element, walk);
  else if (name === 'pre') visitLines(element, walk);
  else if (isBlock(name)) {
    flush(walk);
    visitChildren(element, walk);
    flush(walk);
  } else {
    if (name === 'object') notices.add('media');
    if (isStressed(element)) walk.buffer.emphasise(() => visitChildren(element, walk));
    else visitChildren(element, walk);
  }
}

function standAlone(walk: Walk, read: () => readonly UnsettledBlock[]): void {
  flush(walk);
  walk.blocks.push(...read());
}

function visitHeading(element: Element, level: number, walk: Walk): void {
  flush(walk);
  const inside = walk.reading.inside(element);
  const prose = joinProse(inside.flatMap(proseOf), ' ');
  if (prose !== null) walk.blocks.push({ type: 'heading', level, prose });
  walk.blocks.push(...inside.filter((block) => block.type === 'figure'));
}

function visitQuotation(element: Element, walk: Walk): void {
  flush(walk);
  const outer = walk.kind;
  walk.kind = 'quotation';
  visitChildren(element, walk);
  flush(walk);
  walk.kind = outer;
}

function addFigure(element: Element, walk: Walk): void {
  const figure = figureOf(element, walk.reading);
  if (figure !== null) walk.figures.push(figure);
}

function visitDrawing(element: Element, walk: Walk): void {
  const image = imageOfDrawing(element);
  if (image === null) walk.reading.notices.add('drawing');
  else addFigure(image, walk);
}

function visitFigure(element: Element, walk: Walk): void {
  flush(walk);
  const isOfPicture = element.querySelector('img, svg') !== null;
  const caption = [...element.children].find((child) => isOfPicture && nameOf(child) === 'figcaption');
  for (const child of element.childNodes) if (child !== caption) visit(child, walk);
  flush(walk);
  if (caption === undefined) return;
  const inside = walk.reading.inside(caption);
  const prose = joinProse(inside.flatMap(proseOf), ' ');
  const last = walk.blocks.at(-1);
  if (last?.type === 'figure' && last.caption === null && prose !== null)
    walk.blocks[walk.blocks.length - 1] = { ...last, caption: prose };
  else if (prose !== null) walk.blocks.push({ type: 'paragraph', prose });
  walk.blocks.push(...inside.filter((block) => block.type === 'figure'));
}

/** Ready-made lines: each is a paragraph. */
function visitLines(element: Element, walk: Walk): void {
  flush(walk);
  for (const line of (element.textContent ?? '').split(/\r\n|\r|\n/u)) {
    walk.buffer.add(line);
    flush(walk);
  }
}

/** `<ruby>字<rp>(</rp><rt>zì</rt><rp>)</rp></ruby>`, also with several characters and readings in turn. */
function visitRuby(element: Element, walk: Walk): void {
  let base = '';
  const settle = (above: string): void => {
    const pinyin = pinyinOfRuby(above);
    if (pinyin === null && above.trim() !== '') walk.reading.notices.add('ruby');
    if (pinyin === null) walk.buffer.add(base);
    else walk.buffer.addRuby(base, pinyin);
    base = '';
  };
  for (const child of element.childNodes) {
    if (isElement(child) && nameOf(child) === 'rt') settle(child.textContent ?? '');
    else if (isElement(child) && (isDropped(nameOf(child)) || isHidden(child))) continue;
    else if (isText(child) || isElement(child)) base += (child.textContent ?? '').replaceAll(/\s+/gu, ' ');
  }
  if (base.trim() !== '') settle('');
}
