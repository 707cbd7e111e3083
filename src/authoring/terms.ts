/** terms.yaml: the glossary of the month. A faulty card is left out and named; the others stay. */
import * as v from 'valibot';
import { checkFields, parseYaml } from './fields.ts';
import { checkFilesExist, readTextFile, type Desk } from './folder-desk.ts';
import { TermFieldsSchema } from './folder-schemas.ts';
import type { ClipSource, TermSource } from './issue-source.ts';
import type { PinyinBook } from './pinyin-book.ts';
import { proposePinyin } from './pinyin.ts';
import { problem } from './problem-text.ts';

export const TERMS_FILE = 'terms.yaml';

/** Cards in the order of the file, each with the line it begins on. */
export async function readTerms(desk: Desk, book: PinyinBook): Promise<ReadonlyMap<TermSource, number>> {
  const terms = new Map<TermSource, number>();
  if (!(await desk.folder.exists(TERMS_FILE))) return terms;
  const text = await readTextFile(TERMS_FILE, desk);
  if (text === null) return terms;
  const { source, problem: broken } = parseYaml(text, TERMS_FILE);
  if (source === null) {
    desk.report(broken);
    return terms;
  }
  const items = checkFields(v.nullable(v.array(v.unknown())), source, desk.report) ?? [];
  const seen = new Set<string>();
  const files = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const fields = checkFields(TermFieldsSchema, source, desk.report, { value: item, at: [index] });
    if (fields === null) continue;
    const line = source.lineOf([index]);
    const at = { file: TERMS_FILE, line };
    if (seen.has(fields.id)) {
      desk.report(problem('term-repeated', at, { id: fields.id }));
      continue;
    }
    seen.add(fields.id);
    for (const part of ['picture', 'sign', 'audio'] as const) {
      const file = fields[part]?.file;
      if (file !== undefined && !files.has(file)) files.set(file, source.lineOf([index, part, 'file']));
    }
    const proposed = fields.pinyin === undefined ? proposePinyin(fields.word, book) : null;
    if (fields.pinyin === undefined && proposed === null) {
      desk.report(problem('term-pinyin', at, { id: fields.id, word: fields.word }));
    }
    const { sign, audio, pinyin, ...rest } = fields;
    terms.set(
      {
        ...rest,
        pinyin: pinyin ?? proposed ?? '',
        pinyinProposed: pinyin === undefined,
        ...(sign === undefined ? {} : { sign: clip(sign) }),
        ...(audio === undefined ? {} : { audio: clip(audio) }),
      },
      line,
    );
  }
  await checkFilesExist(files, TERMS_FILE, desk);
  return terms;
}

function clip({ file, placeholder }: { file: string; placeholder: boolean }): ClipSource {
  return placeholder ? { file, placeholder } : { file };
}
