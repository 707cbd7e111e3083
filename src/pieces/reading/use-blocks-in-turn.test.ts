import { describe, expect, it } from 'vitest';
import { reading, sentence, sentenceId } from './fixture.ts';
import { firstBlocks } from './use-blocks-in-turn.ts';

const long = reading({
  blocks: Array.from({ length: 40 }, (_, index) => ({
    type: 'paragraph',
    sentences: [sentence(`s${index + 1}`, Array.from({ length: 20 }, () => '早上').join('|'))],
  })),
});

describe('the blocks shown first', () => {
  it('are a screen of words', () => {
    expect(firstBlocks(long, null)).toHaveLength(4);
    expect(firstBlocks(long, sentenceId('s1'))).toHaveLength(4);
  });

  it('reach a screen past the sentence the reader opens at, with everything before it', () => {
    expect(firstBlocks(long, sentenceId('s11'))).toHaveLength(14);
  });

  it('are all of them where the text is short, the end is near or the sentence is not of this text', () => {
    expect(firstBlocks(reading(), sentenceId('s1'))).toHaveLength(reading().blocks.length);
    expect(firstBlocks(long, sentenceId('s38'))).toHaveLength(40);
    expect(firstBlocks(long, sentenceId('s99'))).toHaveLength(40);
  });
});
