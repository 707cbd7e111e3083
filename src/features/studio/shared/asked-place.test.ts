// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { attachment, draftPiece, draftSentence, sentenceId } from '../../../authoring/draft/fixture.ts';
import { findAsked } from './asked-place.ts';
import { findingHref } from './finding-href.ts';
import { placeNameOf } from './place-name.ts';

const piece = draftPiece({
  blocks: [
    { type: 'paragraph', sentences: [draftSentence('s1'), draftSentence('s2')] },
    { type: 'figure', image: attachment('d'), alt: '', sentences: [] },
    { type: 'paragraph', sentences: [draftSentence('s3')], plain: [draftSentence('p1')] },
  ],
});
const page = (html: string): HTMLElement => {
  const root = document.createElement('div');
  root.innerHTML = html;
  return root;
};
const editor = page(
  '<li data-block="a" id="1"></li><li data-block="b" id="2"></li><li data-block="c" id="3"></li>',
);

describe('the place a finding leads to', () => {
  it('is the marked sentence, else the block it stands in, its plain version too', () => {
    const words = page('<li data-row="s2" id="row"></li>');
    expect(findAsked(words, { sentence: 's2' }, piece)?.id).toBe('row');
    expect(findAsked(editor, { sentence: 's2' }, piece)?.id).toBe('1');
    expect(findAsked(editor, { sentence: 'p1' }, piece)?.id).toBe('3');
  });

  it('is the picture itself, also when its block has moved since', () => {
    expect(findAsked(editor, { picture: attachment('d').id, block: '0' }, piece)?.id).toBe('2');
    expect(findAsked(editor, { block: '2' }, piece)?.id).toBe('3');
  });

  it('is nothing while the step has not drawn it', () => {
    expect(findAsked(page(''), { sentence: 's2', block: '0' }, piece)).toBeNull();
    expect(findAsked(editor, {}, piece)).toBeNull();
  });

  it('is called by what a person counts', () => {
    expect(placeNameOf({ file: '', piece: 'morning', sentence: sentenceId('s3') }, piece)).toEqual({
      kind: 'sentence',
      number: 3,
    });
    expect(placeNameOf({ file: '', piece: 'morning', block: 1 }, piece)).toEqual({
      kind: 'picture',
      number: 1,
    });
    expect(placeNameOf({ file: '', piece: 'morning', captions: 'zh-Hans', caption: 11 }, piece)).toEqual({
      kind: 'caption',
      number: 12,
    });
    expect(placeNameOf({ file: '', field: 'cover' }, undefined)).toBeNull();
  });

  it('is in the address of its button', () => {
    const where = { file: '', piece: 'morning', sentence: sentenceId('s3') };
    expect(findingHref('2026-12-silent-world', { step: 'words', piece: 'morning', where })).toBe(
      '/studio/2026-12-silent-world/morning/words?sentence=s3',
    );
  });
});
