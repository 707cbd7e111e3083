import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignIds, NO_IDS, parseIdsFile, writeIdsFile, type IdsFile } from './ids.ts';

const first = (texts: readonly string[]): IdsFile => assignIds(NO_IDS, { s: texts, p: [] }).file;
const edit = (known: IdsFile, texts: readonly string[]): readonly string[] =>
  assignIds(known, { s: texts, p: [] }).ids.s;

const street = ['我是在虹镇老街长大的。', '那里的弄堂很窄。', '妈妈带我去给水站排队。', '现在那里是新城。'];

describe('sentence ids', () => {
  it('number a new text from one', () => {
    expect(edit(NO_IDS, street)).toEqual(['s1', 's2', 's3', 's4']);
  });

  it('stay when a neighbour is added, removed or rewritten', () => {
    const known = first(street);
    expect(edit(known, ['今天讲老街。', ...street])).toEqual(['s5', 's1', 's2', 's3', 's4']);
    expect(edit(known, street.toSpliced(1, 1))).toEqual(['s1', 's3', 's4']);
    expect(edit(known, street.with(1, '孩子们在楼下跳橡皮筋。'))).toEqual(['s1', 's5', 's3', 's4']);
  });

  it('stay with a sentence that is edited in its place', () => {
    const known = first(street);
    expect(edit(known, street.with(2, '每天早上，妈妈带我去给水站排队拎水。'))).toEqual([
      's1',
      's2',
      's3',
      's4',
    ]);
    expect(edit(known, street.with(0, '我是在虹镇老街长大的！'))).toEqual(['s1', 's2', 's3', 's4']);
  });

  it('follow a sentence that moves', () => {
    const moved = edit(first(street), [street[3] ?? '', street[0] ?? '', street[1] ?? '', street[2] ?? '']);
    expect(moved).toEqual(['s4', 's1', 's2', 's3']);
  });

  it('go with the likest part when a sentence is cut in two', () => {
    const known = first(['早上，妈妈带我去给水站排队拎水，我很高兴。', '后来拆迁了。']);
    expect(edit(known, ['早上，妈妈带我去给水站排队拎水。', '我很高兴。', '后来拆迁了。'])).toEqual([
      's1',
      's3',
      's2',
    ]);
  });

  it('tell equal sentences apart by their order', () => {
    expect(edit(first(['好。', '走吧。', '好。']), ['好。', '等一等。', '走吧。', '好。'])).toEqual([
      's1',
      's4',
      's2',
      's3',
    ]);
  });

  it('keep plain versions in a row of their own', () => {
    const { ids, file } = assignIds(NO_IDS, { s: ['甲。'], p: ['乙。', '丙。'] });
    expect(ids).toEqual({ s: ['s1'], p: ['p1', 'p2'] });
    expect(file.next).toEqual({ s: 2, p: 3 });
  });

  it('are read back as they were written', () => {
    const known = assignIds(NO_IDS, { s: [...street, '他说：“好”'], p: ['乙。'] }).file;
    expect(parseIdsFile(writeIdsFile(known))).toEqual(known);
    expect(parseIdsFile(writeIdsFile(NO_IDS))).toEqual(NO_IDS);
  });

  it('are refused from a damaged file instead of guessed', () => {
    expect(parseIdsFile('<<<<<<< HEAD')).toBeNull();
    expect(
      parseIdsFile('{"version":1,"next":{"s":1,"p":1},"s":[["s1","甲"],["s1","乙"]],"p":[]}'),
    ).toBeNull();
    expect(parseIdsFile('{"version":1,"next":{"s":1,"p":1},"s":[["x1","甲"]],"p":[]}')).toBeNull();
  });

  const texts = fc.array(
    fc.string({ unit: fc.constantFrom(...'一二三四五六七八九十百千，。'), minLength: 1, maxLength: 9 }),
    {
      maxLength: 14,
    },
  );

  it('are unique, and never handed out a second time in any history of edits', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 6 }), (history) => {
        let known = NO_IDS;
        const retired = new Set<string>();
        for (const version of history) {
          const { file, ids } = assignIds(known, { s: version, p: [] });
          expect(ids.s).toHaveLength(version.length);
          expect(new Set(ids.s).size).toBe(ids.s.length);
          for (const id of ids.s) expect(retired.has(id)).toBe(false);
          for (const [id] of known.s) if (!ids.s.includes(id)) retired.add(id);
          known = file;
        }
      }),
    );
  });

  it('do not change at all when the text does not', () => {
    fc.assert(
      fc.property(texts, (version) => {
        const known = first(version);
        const again = assignIds(known, { s: version, p: [] });
        expect(again.file).toEqual(known);
      }),
    );
  });

  it('of every untouched sentence stay when one is inserted, removed or replaced', () => {
    const distinct = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom(...'一二三四五六七八九十'), minLength: 2, maxLength: 9 }),
      {
        minLength: 1,
        maxLength: 14,
      },
    );
    const change = fc.record({
      at: fc.nat(14),
      remove: fc.nat(1),
      insert: fc.constantFrom([], ['春夏秋冬。'], ['东南。', '西北。']),
    });
    fc.assert(
      fc.property(distinct, change, (version, { at, remove, insert }) => {
        const known = first(version);
        const place = at % version.length;
        const ids = edit(known, version.toSpliced(place, remove, ...insert));
        const untouched = version
          .map((_, index) => `s${index + 1}`)
          .filter((_, index) => index < place || index >= place + remove);
        expect(ids.filter((_, index) => index < place || index >= place + insert.length)).toEqual(untouched);
      }),
    );
  });
});
