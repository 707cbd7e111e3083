import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SentenceIdSchema, type SentenceId } from '../../core/reading/model.ts';
import { textOfDraft, type DraftSentence } from '../draft/model.ts';
import { editLines, textOfLines, type Lines } from './edit-sentences.ts';
import type { NewId } from './new-id.ts';
import { rawWords } from './raw-words.ts';

const idOf = (text: string): SentenceId => v.parse(SentenceIdSchema, text);
const counting = (): NewId => {
  let count = 0;
  return (prefix) => idOf(`${prefix}-new-${(count += 1)}`);
};
/** 「他走了。|天黑了。」: one sentence between bars, ids s1, s2 …; `/` begins a line. */
const lines = (marked: string): DraftSentence[][] => {
  let count = 0;
  return marked.split('/').map((line) =>
    line
      .split('|')
      .filter((text) => text !== '')
      .map((text) => ({ id: idOf(`s${(count += 1)}`), words: rawWords(text) })),
  );
};
const shown = (all: Lines): string =>
  all.map((line) => line.map((each) => `${each.id}:${textOfDraft(each)}`).join('|')).join('/');
const edit = (before: string | Lines, text: string, baseline?: Lines): DraftSentence[][] =>
  editLines(typeof before === 'string' ? lines(before) : before, text, {
    newId: counting(),
    prefix: 's',
    baseline,
  });

describe('typing in a block', () => {
  it.each([
    [
      'within a sentence changes that one only',
      '他走了。|天黑了。',
      '他走远了。天黑了。',
      's1:他走远了。|s2:天黑了。',
    ],
    [
      'a stop cuts there, and the beginning keeps its id',
      '他走了天黑了。',
      '他走了。天黑了。',
      's1:他走了。|s-new-1:天黑了。',
    ],
    [
      'away from a stop joins, and the first id stays',
      '他走了。|天黑了。',
      '他走了天黑了。',
      's1:他走了天黑了。',
    ],
    ['at the end goes on with the last sentence', '他走了。|天黑', '他走了。天黑了', 's1:他走了。|s2:天黑了'],
    [
      'a new sentence at the end leaves the others alone',
      '他走了。',
      '他走了。天黑了。',
      's1:他走了。|s-new-1:天黑了。',
    ],
    [
      'a closing mark between two belongs to the first',
      '“走吧。|天黑了。',
      '“走吧。”天黑了。',
      's1:“走吧。”|s2:天黑了。',
    ],
    ['deleting all leaves nothing', '他走了。', '', ''],
    ['only space is no sentence', '他走了。', '  ', ''],
    ['a line break in a list makes an item', '苹果/梨', '苹果\n香蕉\n梨', 's1:苹果/s-new-1:香蕉/s2:梨'],
    ['an empty item may stand while it is being written', '苹果', '苹果\n', 's1:苹果/'],
  ])('%s', (_, before, text, after) => expect(shown(edit(before, text))).toBe(after));

  it('what was split by hand stays split while the block is typed in', () =>
    expect(shown(edit('他走了，|天黑了。|再见。', '他走了，天黑了。再见吧。'))).toBe(
      's1:他走了，|s2:天黑了。|s3:再见吧。',
    ));

  it('what was merged by hand stays merged', () =>
    expect(shown(edit('他走了！他没回来。|再见。', '他走了！他没回来。再见吧。'))).toBe(
      's1:他走了！他没回来。|s2:再见吧。',
    ));

  it('a sentence typed in front, key by key, does not take the id of the one behind it', () => {
    const baseline = lines('天黑了。');
    let now: Lines = baseline;
    for (const text of ['他天黑了。', '他走天黑了。', '他走了天黑了。', '他走了。天黑了。'])
      now = edit(now, text, baseline);
    expect(shown(now)).toBe('s-new-1:他走了。|s1:天黑了。');
  });

  it('an input method that puts a whole phrase after one character does not lose the sentence', () =>
    expect(shown(edit('好', '好久不见今天天气真好啊'))).toBe('s1:好久不见今天天气真好啊'));

  it('keeps confirmed readings, terms and emphasis outside the change, and leaves the changed words unread', () => {
    const before: DraftSentence[][] = [
      [
        {
          id: idOf('s1'),
          words: [
            { text: '长乐路', pinyin: 'Chánglè Lù' },
            { text: '很' },
            { text: '长', pinyin: 'cháng', emphasis: true },
            { text: '。' },
          ],
        },
      ],
    ];
    const [after] = edit(before, '长乐路不很长。')[0] ?? [];
    expect(after?.words).toEqual([
      { text: '长乐路', pinyin: 'Chánglè Lù' },
      { text: '不' },
      { text: '很' },
      { text: '长', pinyin: 'cháng', emphasis: true },
      { text: '。' },
    ]);
  });

  it('untouched sentences stay the same objects, so that nothing else is drawn anew', () => {
    const before = lines('他走了。|天黑了。|再见。');
    const after = edit(before, '他走了。天都黑了。再见。');
    expect(after[0]?.[0]).toBe(before[0]?.[0]);
    expect(after[0]?.[2]).toBe(before[0]?.[2]);
  });

  const text = fc
    .array(fc.constantFrom(...'他走了天黑再见。。！？，“”…\n 　A1', '𠮷', '👍🏽'), { maxLength: 24 })
    .map((parts) => parts.join(''));

  it('never loses a character, never gives one id twice, and keeps no sentence without a letter beside its stop', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (versions) => {
        const newId = counting();
        const baseline: Lines = [[]];
        let now: Lines = baseline;
        for (const version of versions) {
          now = editLines(now, version, { newId, prefix: 's', baseline });
          const kept = version.split('\n').map((line) => (line.trim() === '' ? '' : line));
          expect(textOfLines(now)).toBe(kept.join('\n'));
          const ids = now.flat().map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(
            now.flat().every(({ words }) => words.length > 0 && words.every((word) => word.text !== '')),
          ).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });
});
