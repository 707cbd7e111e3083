import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SentenceIdSchema } from '../../core/reading/model.ts';
import { textOfDraft, type DraftPiece, type DraftSentence, type DraftTrack } from '../draft/model.ts';
import { newSentenceId } from './new-id.ts';
import { rawWords } from './raw-words.ts';
import { canSplit, foldSentence, mergeSentences, splitSentence } from './split-merge.ts';

const idOf = (text: string) => v.parse(SentenceIdSchema, text);
const sentence = (id: string, text: string): DraftSentence => ({ id: idOf(id), words: rawWords(text) });
const track = (more: Partial<DraftTrack>): DraftTrack => ({
  id: 'csl',
  kind: 'sign',
  language: 'csl',
  title: '国家通用手语',
  performer: '手语老师',
  media: null,
  marks: [],
  consent: false,
  ...more,
});
const piece = (more: Partial<DraftPiece>): DraftPiece => ({
  version: 1,
  id: 'morning',
  kind: 'reading',
  title: '',
  language: 'zh-Hans',
  blocks: [],
  questions: [],
  source: { author: '', permission: '' },
  tracks: [],
  captions: [],
  consent: false,
  ...more,
});

describe('splitting a sentence by hand', () => {
  it('keeps the id with the beginning and gives the rest a new one', () => {
    const [first, second] = splitSentence(sentence('s1', '他走了，天黑了。'), 4, newSentenceId);
    expect([first.id, textOfDraft(first)]).toEqual(['s1', '他走了，']);
    expect(second !== undefined && textOfDraft(second)).toBe('天黑了。');
    expect(second?.id).toMatch(/^s[a-z0-9]{10}$/u);
  });

  it('keeps readings on both sides and only cuts the word it goes through', () => {
    const whole: DraftSentence = {
      id: idOf('s1'),
      words: [
        { text: '老街', pinyin: 'lǎojiē' },
        { text: '很长', pinyin: 'hěncháng', emphasis: true },
        { text: '吗', pinyin: 'ma' },
      ],
    };
    const [first, second] = splitSentence(whole, 3, newSentenceId);
    expect(first.words).toEqual([
      { text: '老街', pinyin: 'lǎojiē' },
      { text: '很', emphasis: true },
    ]);
    expect(second?.words).toEqual([
      { text: '长', emphasis: true },
      { text: '吗', pinyin: 'ma' },
    ]);
  });

  it('does nothing where one side would have no word', () => {
    expect(canSplit(sentence('s1', '走了。'), 2)).toBe(false);
    expect(splitSentence(sentence('s1', '走了。'), 0, newSentenceId)).toHaveLength(1);
  });

  it('is undone by merging', () => {
    const whole = sentence('s1', '他走了，天黑了。');
    const [first, second] = splitSentence(whole, 4, newSentenceId);
    expect(second !== undefined && mergeSentences(first, second)).toEqual(whole);
  });
});

describe('what hangs on a sentence that was merged away', () => {
  const merged = (more: Partial<DraftTrack>) =>
    foldSentence(piece({ tracks: [track(more)] }), idOf('s2'), idOf('s1')).tracks[0];

  it('its tap is dropped and the first span lasts as long as both did', () =>
    expect(
      merged({
        marks: [
          { sentence: idOf('s1'), start: 1, end: 2 },
          { sentence: idOf('s2'), start: 2, end: 5 },
        ],
      })?.marks,
    ).toEqual([{ sentence: 's1', start: 1, end: 5 }]));

  it('its tap is kept where the first had none', () =>
    expect(merged({ marks: [{ sentence: idOf('s2'), start: 2 }] })?.marks).toEqual([
      { sentence: 's1', start: 2 },
    ]));

  it('notes come together and captions point on', () => {
    expect(merged({ notes: { s1: '慢', s2: '大' } })?.notes).toEqual({ s1: '慢\n大' });
    const cues = [{ start: 0, end: 1, text: '好', sentence: idOf('s2') }];
    const folded = foldSentence(piece({ captions: [{ language: 'zh-Hans', cues }] }), idOf('s2'), idOf('s1'));
    expect(folded.captions[0]?.cues[0]?.sentence).toBe('s1');
  });
});
