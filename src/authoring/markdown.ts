/**
 * A piece's Markdown into blocks of prose, exactly as ISSUE-FOLDER.md says; everything else is a problem with its line
 * and cure. Words that stand in something refused are kept wherever there is a block to hold them, so that a person sees
 * the piece as it will be once the problem is mended.
 */
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';
import { readFigure } from './figure.ts';
import { lineOf, readInline, type FlowNode, type Place } from './inline.ts';
import type { Problem, SourcePath } from './issue-source.ts';
import { markFromMarkdown, markSyntax } from './mark-syntax.ts';
import { problem } from './problem-text.ts';
import type { Prose } from './prose.ts';

interface Lined {
  /** 1-based line of the file. */
  readonly line: number;
}
/** A block before its prose is cut into sentences. `plain` holds the paragraphs of its plain version. */
export type BlockDraft =
  | (Lined & { readonly type: 'heading'; readonly level: 2 | 3; readonly prose: Prose })
  | (Lined & { readonly type: 'paragraph' | 'quotation'; readonly prose: Prose; plain?: readonly Prose[] })
  | (Lined & {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Prose[])[];
      plain?: readonly Prose[];
    })
  | (Lined & {
      readonly type: 'figure';
      readonly image: SourcePath;
      readonly alt: string;
      readonly caption: Prose | null;
    });

type Node<Type extends FlowNode['type']> = Extract<FlowNode, { type: Type }>;

/**
 * Only containers (`:::`): the inline and leaf forms would eat 「12:30」 and 「主持人:词」. And no underlined headings: a line of
 * dashes below a paragraph is nearly always meant as a rule.
 */
const syntax = [
  { flow: { 58: [directive().flow?.[58] ?? []].flat().filter((construct) => construct.concrete) } },
  markSyntax,
  { disable: { null: ['setextUnderline'] } },
];

export function readMarkdown(
  source: string,
  { file, lineOffset }: { readonly file: SourcePath; readonly lineOffset: number },
): { readonly blocks: BlockDraft[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const place: Place = { file, lineOffset, report: (found) => void problems.push(found) };
  // The grammar wants the name right after the colons; people put a space there.
  const text = source.replaceAll(/^( {0,3}:{3,})[ \t]+(?=\S)/gmu, '$1');
  const root = fromMarkdown(text, {
    extensions: syntax,
    mdastExtensions: [directiveFromMarkdown(), markFromMarkdown],
  });
  const blocks: BlockDraft[] = [];
  for (const node of root.children) readFlow(node, blocks, text, place);
  checkHeadings(blocks, place);
  return { blocks, problems };
}

function readFlow(node: FlowNode, blocks: BlockDraft[], source: string, place: Place): void {
  const line = lineOf(node, place) ?? 1;
  const at = { file: place.file, line };
  switch (node.type) {
    case 'heading':
      readHeading(node, line, blocks, place);
      return;
    case 'paragraph':
      readParagraph(node, line, blocks, source, place);
      return;
    case 'blockquote':
      for (const child of node.children) {
        if (child.type !== 'paragraph')
          place.report(problem('quotation-content', { file: place.file, line: lineOf(child, place) }));
        const inner: BlockDraft[] = [];
        readFlow(child, inner, source, place);
        for (const block of inner)
          blocks.push(block.type === 'paragraph' ? { ...block, type: 'quotation' } : block);
      }
      return;
    case 'list':
      blocks.push(...readList(node, line, place));
      return;
    case 'containerDirective':
      readContainer(node, line, blocks, source, place);
      return;
    case 'code':
      place.report(problem('code', at));
      pushProse(literal(node.value), line, blocks);
      return;
    case 'html':
      place.report(problem('html', at, { found: node.value.slice(0, 40) }));
      return;
    case 'thematicBreak':
      place.report(problem('rule', at));
      return;
    case 'definition':
      place.report(problem('footnote', at));
      return;
    default:
      place.report(problem('html', at, { found: node.type }));
  }
}

function readHeading(node: Node<'heading'>, line: number, blocks: BlockDraft[], place: Place): void {
  const at = { file: place.file, line };
  const prose = readInline(node.children, place);
  if (prose.text === '') {
    place.report(problem('heading-empty', at));
    return;
  }
  if (node.depth === 1) place.report(problem('heading-one', at));
  if (node.depth > 3) place.report(problem('heading-deep', at));
  blocks.push({ type: 'heading', level: node.depth < 3 ? 2 : 3, prose, line });
}

function checkHeadings(blocks: readonly BlockDraft[], place: Place): void {
  let level = 1;
  for (const block of blocks) {
    if (block.type !== 'heading') continue;
    if (block.level > level + 1)
      place.report(problem('heading-skipped', { file: place.file, line: block.line }));
    level = block.level;
  }
}

const TABLE_RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$/mu;

function readParagraph(
  { children, position }: Node<'paragraph'>,
  line: number,
  blocks: BlockDraft[],
  source: string,
  place: Place,
): void {
  const [only, ...others] = children;
  if (only?.type === 'image' && others.length === 0) {
    const figure = readFigure(only, line, place);
    if (figure !== null) blocks.push(figure);
    return;
  }
  const at = { file: place.file, line };
  const raw = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  if (TABLE_RULE.test(raw)) place.report(problem('table', at));
  const prose = readInline(children, place);
  const written = source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  if (count(raw, /\*/gu) > count(written, /\\\*/gu)) place.report(problem('asterisk-stray', at));
  if (/^#{1,6}[^#\s]/u.test(written)) place.report(problem('heading-space', at));
  if (/^[:：]{3}/u.test(prose.text))
    place.report(problem('container-unknown', at, { name: prose.text.slice(3, 12).trim() }));
  pushProse(prose, line, blocks);
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

function pushProse(prose: Prose, line: number, blocks: BlockDraft[]): void {
  if (prose.text !== '') blocks.push({ type: 'paragraph', prose, line });
}

function readList(list: Node<'list'>, line: number, place: Place): BlockDraft[] {
  const start = list.start ?? 1;
  if (list.ordered === true && start !== 1)
    place.report(problem('list-start', { file: place.file, line }, { start }));
  const nested: BlockDraft[] = [];
  const items = list.children.map((item) =>
    item.children.flatMap((child): Prose[] => {
      const at = { file: place.file, line: lineOf(child, place) };
      if (child.type === 'paragraph') {
        const prose = readInline(child.children, place);
        return prose.text === '' ? [] : [prose];
      }
      place.report(problem(child.type === 'list' ? 'list-nested' : 'list-content', at));
      if (child.type === 'list') nested.push(...readList(child, at.line ?? line, place));
      return [];
    }),
  );
  const filled = items.filter((item) => item.length > 0);
  return [
    ...(filled.length === 0
      ? []
      : [{ type: 'list' as const, ordered: list.ordered === true, items: filled, line }]),
    ...nested,
  ];
}

function readContainer(
  node: Node<'containerDirective'>,
  line: number,
  blocks: BlockDraft[],
  source: string,
  place: Place,
): void {
  const at = { file: place.file, line };
  if (node.name !== 'plain' || Object.keys(node.attributes ?? {}).length > 0) {
    place.report(problem('container-unknown', at, { name: node.name }));
  }
  const end = source.slice(0, node.position?.end.offset ?? 0).split(/\r\n|\r|\n/u);
  if (!/^\s*:{3,}\s*$/u.test(end.at(-1) ?? '') || end.length === node.position?.start.line)
    place.report(problem('container-open', at));
  const inner: BlockDraft[] = [];
  for (const child of node.children) readFlow(child, inner, source, place);
  const prose = inner.flatMap((block) => (block.type === 'paragraph' ? [block.prose] : []));
  if (prose.length === 0 || prose.length < inner.length) place.report(problem('plain-content', at));
  const replaced = blocks.at(-1);
  if (replaced === undefined || replaced.type === 'heading' || replaced.type === 'figure') {
    place.report(problem('plain-nowhere', at));
    blocks.push(...inner);
  } else if (replaced.plain !== undefined) {
    place.report(problem('plain-twice', at));
    blocks.push(...inner);
  } else if (prose.length > 0) {
    replaced.plain = prose;
    blocks.push(...inner.filter((block) => block.type !== 'paragraph'));
  }
}

function literal(text: string): Prose {
  return { text: text.replaceAll(/\s*\n\s*/gu, ' ').trim(), marks: [], emphasis: [] };
}
