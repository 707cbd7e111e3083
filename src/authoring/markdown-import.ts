/**
 * A Markdown file brought to the studio. The grammar is the issue folder's (ISSUE-FOLDER.md), but a stranger's file is not refused
 * for what we do not know: its words are kept where there is a block to hold them, and the lines in question are named.
 */
import { parse as parseYaml } from 'yaml';
import {
  createNotices,
  ImportError,
  type ImportedBlock,
  type ImportedDocument,
} from './imported/document.ts';
import { settleHeadings, type UnsettledBlock } from './imported/headings.ts';
import { readMarkdown, type BlockDraft } from './markdown.ts';
import { decodeText } from './txt.ts';

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;
/** What a file on a club's computer is told apart by, not shown to anybody. */
const COMMENT = /<!--[\s\S]*?-->/gu;

export function readMarkdownFile(bytes: Uint8Array): ImportedDocument {
  const { text, encoding, hasBadBytes } = decodeText(bytes);
  const front = FRONT_MATTER.exec(text);
  const fields = front === null ? null : fieldsOf(front[1] ?? '');
  const head = fields === null ? '' : (front?.[0] ?? '');
  const notices = createNotices();
  if (encoding !== 'utf-8') notices.add('encoding', encoding.toUpperCase());
  if (hasBadBytes) notices.add('bad-bytes');
  const source = text.slice(head.length).replaceAll(COMMENT, (comment) => {
    notices.add('comment');
    return comment.replaceAll(/[^\n]/gu, '');
  });
  const { blocks, problems } = readMarkdown(source, {
    file: '',
    lineOffset: head.split('\n').length - 1,
  });
  const lines = [...new Set(problems.filter(({ code }) => !HARMLESS.has(code)).map(({ line }) => line ?? 1))];
  if (lines.length > 0) notices.add('markdown', lines.slice(0, 12).join('、'));
  // The grammar has two levels and puts a first-level heading among the second, with a word about its line.
  const tops = new Set(problems.filter(({ code }) => code === 'heading-one').map(({ line }) => line));
  const settled = settleHeadings(blocks.map((block) => unsettled(block, tops.has(block.line))));
  for (const block of blocks) if (block.type === 'figure') notices.add('picture-missing');
  if (settled.blocks.length === 0) throw new ImportError('empty');
  const title = fields?.['title'] ?? settled.title;
  const kept =
    fields?.['title'] !== undefined && settled.title !== null && settled.title !== fields['title']
      ? [headingOf(settled.title), ...settled.blocks]
      : settled.blocks;
  return { title, author: fields?.['author'] ?? null, blocks: kept, notices: notices.all() };
}

/** What these say is settled otherwise: levels by us, breaks by joining, pictures by their own notice. */
const HARMLESS: ReadonlySet<string> = new Set([
  'heading-one',
  'heading-deep',
  'heading-skipped',
  'heading-empty',
  'figure-alt',
  'line-break',
]);

function headingOf(text: string): ImportedBlock {
  return { type: 'heading', level: 2, prose: { text, marks: [], emphasis: [] } };
}

/** Title and author of the front matter; null when it is none (a rule at the top of an ordinary text). */
function fieldsOf(yaml: string): Readonly<Record<string, string>> | null {
  try {
    const parsed: unknown = parseYaml(yaml);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
    return Object.fromEntries(
      Object.entries(parsed).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
  } catch {
    return null;
  }
}

function unsettled(draft: BlockDraft, isTop: boolean): UnsettledBlock {
  switch (draft.type) {
    case 'heading':
      return { type: 'heading', level: isTop ? 1 : draft.level, prose: draft.prose };
    case 'paragraph':
    case 'quotation':
      return {
        type: draft.type,
        prose: draft.prose,
        ...(draft.plain !== undefined && { plain: draft.plain }),
      };
    case 'list':
      return {
        type: 'list',
        ordered: draft.ordered,
        items: draft.items,
        ...(draft.plain !== undefined && { plain: draft.plain }),
      };
    case 'figure':
      return { type: 'figure', picture: null, alt: draft.alt, caption: draft.caption };
  }
}
