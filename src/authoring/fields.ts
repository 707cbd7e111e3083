/** YAML and JSON by hand: values with the line each stands on, checked by a schema, every miss said with its cure. */
import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import type { Problem, SourcePath } from './issue-source.ts';
import { hintFor } from './field-hints.ts';
import { problem } from './problem-text.ts';

export type FieldPath = readonly (string | number)[];

/** A parsed file (or front matter) that still knows where everything stands. */
export interface FieldSource {
  readonly file: SourcePath;
  readonly value: unknown;
  /** 1-based line of a field, or of the nearest thing around it. */
  lineOf(path: FieldPath): number;
}

export type Parsed =
  | { readonly source: FieldSource; readonly problem: null }
  | { readonly source: null; readonly problem: Problem };

/** `lineOffset`: lines of the file before this text. */
export function parseYaml(text: string, file: SourcePath, lineOffset = 0): Parsed {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const error = document.errors[0];
  const lineAt = (offset: number): number => counter.linePos(offset).line + lineOffset;
  if (error !== undefined) {
    return {
      source: null,
      problem: problem('yaml-syntax', { file, line: lineAt(error.pos[0]) }, { detail: error.message }),
    };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch (thrown) {
    // Aliases: a short file could stand for a huge one, and nobody writes them by hand.
    return {
      source: null,
      problem: problem('yaml-syntax', { file, line: 1 + lineOffset }, { detail: String(thrown) }),
    };
  }
  const lineOf = (path: FieldPath): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
      if (Array.isArray(range)) return lineAt(Number(range[0]));
    }
    return 1 + lineOffset;
  };
  return { source: { file, value, lineOf }, problem: null };
}

export function parseJson(text: string, file: SourcePath): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    let lines: FieldSource | null | undefined;
    // JSON is YAML too, and only YAML's parser says where things stand; most files never need to know.
    const lineOf = (path: FieldPath): number => (lines ??= parseYaml(text, file).source)?.lineOf(path) ?? 1;
    return { source: { file, value, lineOf }, problem: null };
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    const position = /position (\d+)/u.exec(detail)?.[1];
    const line =
      position === undefined
        ? Number(/line (\d+)/u.exec(detail)?.[1] ?? 1)
        : text.slice(0, Number(position)).split('\n').length;
    return { source: null, problem: problem('json-syntax', { file, line }, { detail }) };
  }
}

/** The value (or the part of it at `at`) as the schema wants it; null when it is not, with every reason reported. */
export function checkFields<Schema extends v.GenericSchema>(
  schema: Schema,
  source: FieldSource,
  report: (problem: Problem) => void,
  { value = source.value, at = [] }: { readonly value?: unknown; readonly at?: FieldPath } = {},
): v.InferOutput<Schema> | null {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = [
      ...at,
      ...(issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))),
    ];
    const place = { file: source.file, line: source.lineOf(path) };
    const field =
      path
        .map((key) => (typeof key === 'number' ? `[${key + 1}]` : key))
        .join('.')
        .replaceAll('.[', '[') || source.file;
    const hint = hintFor(path);
    if (issue.type === 'strict_object' && issue.expected === 'never')
      report(problem('field-unknown', place, { field }));
    else if (issue.received === 'undefined') report(problem('field-missing', place, { field, ...hint }));
    else report(problem('field-wrong', place, { field, found: issue.received.slice(0, 60), ...hint }));
  }
  return null;
}
