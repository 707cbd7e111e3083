/** One paragraph's Markdown (text, emphasis, word marks, term marks) into prose. */
import type { fromMarkdown } from 'mdast-util-from-markdown';
import * as v from 'valibot';
import { TermIdSchema, type TermId } from '../core/reading/model.ts';
import type { Problem } from './issue-source.ts';
import './mark-syntax.ts';
import { isPinyin } from './pinyin.ts';
import { problem } from './problem-text.ts';
import type { Mark, Prose } from './prose.ts';

export type FlowNode = ReturnType<typeof fromMarkdown>['children'][number];
export type InlineNode = Extract<FlowNode, { type: 'paragraph' }>['children'][number];

/** Where the Markdown stands: the file, and how many lines of it (front matter) come before. */
export interface Place {
  readonly file: string;
  readonly lineOffset: number;
  readonly report: (problem: Problem) => void;
}

export function lineOf(
  node: { readonly position?: { start: { line: number } } | undefined },
  place: Place,
): number | undefined {
  return node.position === undefined ? undefined : node.position.start.line + place.lineOffset;
}

interface Draft {
  text: string;
  marks: Mark[];
  emphasis: { start: number; end: number }[];
}

export function readInline(nodes: readonly InlineNode[], place: Place): Prose {
  const draft: Draft = { text: '', marks: [], emphasis: [] };
  for (const node of nodes) readNode(node, draft, place);
  return tidyProse(draft);
}

function readNode(node: InlineNode, draft: Draft, place: Place): void {
  const at = { file: place.file, line: lineOf(node, place) };
  switch (node.type) {
    case 'text':
      draft.text += node.value;
      return;
    case 'emphasis':
    case 'strong': {
      const start = draft.text.length;
      for (const child of node.children) readNode(child, draft, place);
      draft.emphasis.push({ start, end: draft.text.length });
      return;
    }
    case 'wordMark': {
      const pinyin = node.pinyin?.trim();
      if (pinyin !== undefined && !isPinyin(pinyin)) place.report(problem('pinyin-odd', at, { pinyin }));
      draft.marks.push({
        start: draft.text.length,
        end: draft.text.length + node.value.length,
        ...(pinyin === undefined ? {} : { pinyin }),
      });
      draft.text += node.value;
      return;
    }
    case 'strayBrace':
      place.report(problem('brace-stray', at, { brace: node.value }));
      draft.text += node.value;
      return;
    case 'link':
      readLink(node, draft, place);
      return;
    case 'break':
      place.report(problem('line-break', at));
      draft.text += '\n';
      return;
    case 'inlineCode':
      place.report(problem('code', at));
      draft.text += node.value;
      return;
    case 'html':
      place.report(problem('html', at, { found: node.value.slice(0, 40) }));
      return;
    case 'image':
      place.report(problem('figure-place', at));
      return;
    default:
      // Only reference links and footnotes are left, which need a definition; the definition itself is reported.
      if ('children' in node) for (const child of node.children) readNode(child, draft, place);
  }
}

function readLink(node: Extract<InlineNode, { type: 'link' }>, draft: Draft, place: Place): void {
  const at = { file: place.file, line: lineOf(node, place) };
  const start = draft.text.length;
  const inner = draft.marks.length;
  for (const child of node.children) readNode(child, draft, place);
  const term = v.safeParse(TermIdSchema, node.url.startsWith('term:') ? node.url.slice('term:'.length) : '');
  if (!term.success) {
    place.report(problem('link', at, { url: node.url.slice(0, 80) }));
    return;
  }
  if (node.title) place.report(problem('link-title', at, { title: node.title }));
  draft.marks.push(...markTerm(draft.marks.splice(inner), term.output, start, draft.text.length));
}

/** The whole link is the term; word marks inside it keep their words, and what lies between them is a word each. */
function markTerm(inner: readonly Mark[], term: TermId, start: number, end: number): Mark[] {
  const marks: Mark[] = [];
  let from = start;
  for (const mark of inner) {
    if (mark.start > from) marks.push({ start: from, end: mark.start, term });
    marks.push({ ...mark, term });
    from = mark.end;
  }
  if (end > from) marks.push({ start: from, end, term });
  return marks;
}

const LATIN = /[\p{Script=Latin}\p{N}]/u;
/** Latin words on two lines need the space between them; between Chinese a line end in the source means nothing. */
const needsSpace = (before: string, after: string): boolean =>
  LATIN.test(before) || LATIN.test(after)
    ? /[\p{Script=Latin}\p{N},.;:!?)%’”]/u.test(before) && /[\p{Script=Latin}\p{N}(“‘]/u.test(after)
    : false;

/** Joins the source's lines and trims the ends, moving marks and emphasis along. */
export function tidyProse(draft: Prose): Prose {
  const moved = Array.from({ length: draft.text.length + 1 }, () => 0);
  const body = /^\s*/u.exec(draft.text)?.[0].length ?? 0;
  const tail = draft.text.trimEnd().length;
  const breaks = new Map(
    [...draft.text.matchAll(/[ \t]*[\r\n]\s*/gu)].map((match) => [match.index, match[0].length]),
  );
  let text = '';
  let index = 0;
  const skip = (length: number, by: string): void => {
    for (let k = 0; k < length; k += 1) moved[index + k] = text.length;
    text += by;
    index += length;
  };
  while (index < draft.text.length) {
    const gap = breaks.get(index);
    if (index < body || index >= tail) skip(1, '');
    else if (gap !== undefined)
      skip(gap, needsSpace(text.at(-1) ?? '', draft.text[index + gap] ?? '') ? ' ' : '');
    else skip(1, draft.text[index] ?? '');
  }
  moved[draft.text.length] = text.length;
  const move = <T extends { start: number; end: number }>(spans: readonly T[]): T[] =>
    spans
      .map((span) => ({ ...span, start: moved[span.start] ?? 0, end: moved[span.end] ?? text.length }))
      .filter((span) => span.end > span.start);
  return { text, marks: move(draft.marks), emphasis: move(draft.emphasis) };
}
