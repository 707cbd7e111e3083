// @vitest-environment happy-dom
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ReadingSchema, SentenceIdSchema, type Reading } from '../../reading/model.ts';
import type { Cue, Track } from '../../sync/track.ts';
import { club, issueToWrite, pieceSummary, ref } from '../fixture.ts';
import { epubFiles } from './epub.ts';
import { allVideosBytes, largestVideoBytes } from './media.ts';
import type { EpubPiece, EpubSource } from './source.ts';

const reading: Reading = v.parse(ReadingSchema, {
  version: 1,
  kind: 'recitation',
  title: '老街 & 新城',
  language: 'zh-Hans',
  blocks: [
    { type: 'heading', level: 2, sentences: [{ id: '1-head', words: [{ text: '早晨' }] }] },
    {
      type: 'paragraph',
      sentences: [
        {
          id: 's2',
          words: [
            { text: '弄堂', pinyin: 'lòngtáng', term: 'longtang' },
            { text: '很窄', pinyin: 'hěn zhǎi', emphasis: true },
            { text: '。' },
          ],
        },
      ],
      plain: [{ id: 'p1', words: [{ text: '路很窄。' }] }],
    },
    { type: 'figure', image: ref('1a', 'png', 'image/png'), alt: '两排房子', sentences: [] },
  ],
  terms: [],
  questions: ['您住过弄堂吗？'],
});
const longtang = v.parse(ReadingSchema.entries.terms, [
  { id: 'longtang', word: '弄堂', pinyin: 'lòngtáng', explanation: '小巷子。' },
]);

const cue = (sentence: string, start: number, end: number): Cue => ({
  sentence: v.parse(SentenceIdSchema, sentence),
  start,
  end,
});
const track = (kind: Track['kind'], more: Partial<Track> = {}): Track => ({
  id: kind,
  kind,
  language: kind === 'sign' ? 'csl' : 'zh-Hans',
  title: { sign: '国家通用手语', audio: '诵读', film: '影片' }[kind],
  performer: { sign: '手语老师', audio: '朗读者', film: '图画' }[kind],
  placeholder: false,
  media:
    kind === 'audio' ? ref('2b', 'm4a', 'audio/mp4') : ref(kind === 'sign' ? '3c' : '4d', 'mp4', 'video/mp4'),
  cues: [cue('1-head', 0, 1.5), cue('s2', 1.5, 4.2504)],
  ...more,
});

const piece = (tracks: readonly Track[], more: Partial<EpubPiece> = {}): EpubPiece => ({
  summary: pieceSummary({ id: 'street', kind: 'recitation', title: reading.title }),
  reading,
  tracks,
  captions: [],
  ...more,
});
const bookOf = (
  pieces: readonly EpubPiece[],
  more: Partial<EpubSource> = {},
): ReadonlyMap<string, string> => {
  const { issue } = issueToWrite();
  const cover = { bitmap: ref('18', 'png', 'image/png'), alt: '一笔画' };
  const source = {
    issue,
    club,
    modified: '2026-11-01T08:00:00.123Z',
    cover,
    terms: longtang,
    pieces,
    ...more,
  };
  return new Map(epubFiles(source).map((file) => [file.name, 'text' in file ? file.text : file.blob.type]));
};
const parse = (xml: string | undefined): Document =>
  new DOMParser().parseFromString(xml?.replace(/<link[^>]*>/u, '') ?? '', 'application/xhtml+xml');
const features = (book: ReadonlyMap<string, string>): string[] =>
  [...(book.get('EPUB/package.opf') ?? '').matchAll(/accessibilityFeature">([a-zA-Z]+)</gu)].map(
    ([, f]) => f ?? '',
  );

describe('the book of an issue', () => {
  const book = bookOf([piece([track('audio'), track('sign')])]);
  const text = parse(book.get('EPUB/01-street.xhtml'));

  it('begins with its media type, as other programs recognise it', () => {
    expect([...book][0]).toEqual(['mimetype', 'application/epub+zip']);
  });

  it('names every file it has in its package, and has every file it names', () => {
    const packaged = book.get('EPUB/package.opf') ?? '';
    const named = [...packaged.matchAll(/<item [^>]*href="([^"]+)"/gu)].map(([, name]) => `EPUB/${name}`);
    const present = [...book.keys()].filter((name) => name.startsWith('EPUB/') && !name.endsWith('.opf'));
    expect(named.sort()).toEqual(present.sort());
  });

  it('has every sentence, plain ones too, under an id XML allows', () => {
    for (const id of ['s_1-head', 's_s2', 's_p1']) expect(text.getElementById(id)?.id).toBe(id);
  });

  it('leads a term to its card, and shows pinyin only where there is a card or the club’s rules want it', () => {
    expect(text.querySelector('a')?.getAttribute('href')).toBe('glossary.xhtml#t_longtang');
    expect(parse(book.get('EPUB/glossary.xhtml')).getElementById('t_longtang')).not.toBeNull();
    expect([...text.querySelectorAll('rt')].map((rt) => rt.textContent)).toEqual(['lòngtáng']);
    const learners = { ...club, requires: { ...club.requires, recitation: ['pinyin'] as const } };
    const all = parse(bookOf([piece([])], { club: learners }).get('EPUB/01-street.xhtml'));
    expect([...all.querySelectorAll('rt')].map((rt) => rt.textContent)).toEqual(['lòngtáng', 'hěn zhǎi']);
  });

  it('reads a recitation along, sentence by sentence, and says exactly how long that is', () => {
    const smil = book.get('EPUB/01-street.smil') ?? '';
    expect(smil).toContain('<text src="01-street.xhtml#s_s2"/>');
    expect(smil).toContain('clipBegin="1.500s" clipEnd="4.250s"');
    expect(book.get('EPUB/package.opf')).toContain('<meta property="media:duration">4.250s</meta>');
  });

  it('never gives a video an overlay, and carries the times of its sentences as text instead', () => {
    const signed = bookOf([piece([track('sign')])]);
    expect([...signed.keys()].filter((name) => name.endsWith('.smil'))).toEqual([]);
    const cues = signed.get('EPUB/cues/1-sign.vtt') ?? '';
    expect(cues).toContain('s_s2\n00:00:01.500 --> 00:00:04.250');
    expect(signed.get('EPUB/01-street.xhtml')).toContain(
      '<track kind="metadata" label="sentences" src="cues/1-sign.vtt"/>',
    );
  });

  it('is the same to the byte when it is made again', () => {
    expect([...bookOf([piece([track('audio'), track('sign')])])]).toEqual([...book]);
  });
});

describe('what the book claims', () => {
  it('is sign language only of a signer who is in it', () => {
    expect(features(bookOf([piece([track('sign')])]))).toContain('signLanguage');
    expect(features(bookOf([piece([track('sign', { placeholder: true })])]))).not.toContain('signLanguage');
    const large = track('sign', { media: ref('3c', 'mp4', 'video/mp4', { size: largestVideoBytes + 1 }) });
    expect(features(bookOf([piece([large])]))).not.toContain('signLanguage');
  });

  it('is text in step with sound only where a recitation is read along', () => {
    expect(features(bookOf([piece([track('audio')])]))).toContain('synchronizedAudioText');
    expect(features(bookOf([piece([track('film')])]))).not.toContain('synchronizedAudioText');
    expect(features(bookOf([piece([track('audio', { cues: [] })])]))).not.toContain('synchronizedAudioText');
  });

  it('is captions only where every film has them', () => {
    const captions = [{ language: 'zh-Hans', file: ref('5e', 'vtt', 'text/vtt') }];
    expect(features(bookOf([piece([track('film')], { captions })]))).toContain('closedCaptions');
    const other = piece([track('film', { media: ref('6f', 'mp4', 'video/mp4') })]);
    expect(features(bookOf([piece([track('film')], { captions }), other]))).not.toContain('closedCaptions');
  });
});

describe('what does not fit into the book', () => {
  it('is said on its page, with its size, and its file is not there', () => {
    const media = ref('3c', 'mp4', 'video/mp4', { size: largestVideoBytes + 1 });
    const book = bookOf([piece([track('sign', { media })])]);
    expect([...book.values()]).not.toContain('video/mp4');
    expect(book.get('EPUB/01-street.xhtml')).toContain('「国家通用手语」（67 MB）太大，没有放进电子书');
    expect(book.get('EPUB/01-street.xhtml')).not.toContain('<video');
  });

  it('is what comes after the whole book is full', () => {
    const films = Array.from({ length: 5 }, (_, index) =>
      piece([track('film', { media: ref(`${index}7`, 'mp4', 'video/mp4', { size: allVideosBytes / 4 }) })]),
    );
    const sizes = [...bookOf(films).values()].filter((type) => type === 'video/mp4');
    expect(sizes).toHaveLength(4);
  });

  it('is sound no reading app has to play', () => {
    const wav = ref('2b', 'wav', 'audio/wav');
    const book = bookOf([piece([track('audio', { media: wav })])]);
    expect([...book.values()]).not.toContain('audio/wav');
    expect(book.get('EPUB/01-street.xhtml')).toContain('声音格式电子书放不了');
  });

  it('is no character XML forbids', () => {
    const odd = { ...reading, title: 'a\u0000\u0008<b>\uD800' };
    const page = bookOf([piece([], { reading: odd })]).get('EPUB/01-street.xhtml') ?? '';
    expect(page).toContain('<h1 id="title">a&lt;b&gt;</h1>');
  });
});
