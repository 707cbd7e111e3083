import { describe, expect, it } from 'vitest';
import { findMatches, replaceAll, replaceMatch } from './find-state.ts';
import { countingIds, pieceOf, shown } from './fixture.ts';

const piece = pieceOf([
  ['heading', '老街'],
  ['paragraph', '老街很老。|我爱老街。', '老街。'],
  ['list', '老街/新城'],
]);

describe('find and replace', () => {
  it('finds in reading order: text, plain version beside it, lists', () =>
    expect(findMatches(piece, '老街').map(({ index, part, start }) => [index, part, start])).toEqual([
      [0, 'main', 0],
      [1, 'main', 0],
      [1, 'main', 7],
      [1, 'plain', 0],
      [2, 'main', 0],
    ]));
  it('finds small and capital letters alike, and nothing for nothing', () => {
    expect(findMatches(pieceOf([['paragraph', 'WiFi wifi']]), 'WIFI')).toHaveLength(2);
    expect(findMatches(piece, '')).toEqual([]);
  });
  it('replaces one, or all at once, ids kept', () => {
    const [, second] = findMatches(piece, '老街');
    expect(second && shown(replaceMatch(piece, second, '弄堂', countingIds()))[1]).toBe(
      'paragraph s2:弄堂很老。|s3:我爱老街。 [s4:老街。]',
    );
    expect(shown(replaceAll(piece, '老街', '弄堂', countingIds()))).toEqual([
      'heading s1:弄堂',
      'paragraph s2:弄堂很老。|s3:我爱弄堂。 [s4:弄堂。]',
      'list s5:弄堂/s6:新城',
    ]);
  });
  it('replacing by something that holds what was looked for ends', () =>
    expect(shown(replaceAll(pieceOf([['paragraph', '老老']]), '老', '老老', countingIds()))).toEqual([
      'paragraph s1:老老老老',
    ]));
});
