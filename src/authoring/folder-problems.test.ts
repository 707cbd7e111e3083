import { beforeAll, describe, expect, it } from 'vitest';
import {
  FILM,
  GOOD,
  ISSUE,
  MORNING,
  openBook,
  read,
  readFiles,
  said,
  TERMS,
  type Files,
} from './folder-fixture.ts';
import { describeProblem, isAuthoringCode } from './problem-text.ts';
import { PROBLEM_TABLE } from './problem-table.ts';

beforeAll(openBook, 120_000);

describe('what is wrong is said with file and line', () => {
  const issue = (changes: object): Files => ({
    'issue.json': JSON.stringify({ ...ISSUE, ...changes }, null, 2),
  });
  const morning = (from: string, to: string): Files => ({ '01-morning.md': MORNING.replace(from, to) });
  const film = (from: string, to: string): Files => ({ '02-film.md': FILM.replace(from, to) });

  it.each<[string, Files, string]>([
    ['no issue.json', { 'issue.json': null }, 'issue.json file-missing'],
    ['broken JSON', { 'issue.json': '{\n  "id": "x",,\n}' }, 'issue.json:2 json-syntax'],
    ['an id of another month', issue({ month: '2026-12' }), 'issue.json:2 issue-id'],
    ['a missing title', issue({ title: undefined }), 'issue.json:1 field-missing'],
    ['an unknown field', issue({ colour: 'red' }), 'issue.json:24 field-unknown'],
    [
      'a day that does not exist',
      issue({ session: { ...ISSUE.session, date: '2026-02-30' } }),
      'issue.json:13 field-wrong',
    ],
    [
      'a session that ends before it starts',
      issue({ session: { ...ISSUE.session, end: '13:00' } }),
      'issue.json:15 session-times',
    ],
    ['a missing cover', { 'cover.png': null }, 'issue.json:9 file-missing'],
    ['a path out of the folder', issue({ pieces: ['../x.md'] }), 'issue.json:21 field-wrong'],
    ['a missing piece', issue({ pieces: ['09.md'] }), 'issue.json:21 file-missing'],
    [
      'a piece twice',
      issue({ pieces: ['01-morning.md', '02-film.md', '02-film.md'] }),
      'issue.json:23 piece-repeated',
    ],
    [
      'a piece of another kind of file',
      issue({ pieces: ['01-morning.ids.json'] }),
      'issue.json:21 piece-extension',
    ],
    ['no front matter', { '01-morning.md': '我。' }, '01-morning.md:1 front-matter-missing'],
    ['broken front matter', morning('kind: reading', 'kind: [reading'), '01-morning.md:4 yaml-syntax'],
    ['an unknown kind', morning('kind: reading', 'kind: story'), '01-morning.md:3 field-wrong'],
    ['a wrong day', morning('2026-11-03', '11月3日'), '01-morning.md:5 field-wrong'],
    ['an unsafe media path', morning('media/01-sign.mp4', '/etc/passwd'), '01-morning.md:11 field-wrong'],
    [
      'a signing space outside the frame',
      morning('width: 0.8', 'width: 0.95'),
      '01-morning.md:12 field-wrong',
    ],
    ['a missing media file', { 'media/01-sign.mp4': null }, '01-morning.md:10 file-missing'],
    ['a missing picture', { 'media/tap.webp': null }, '01-morning.md:22 file-missing'],
    ['a missing cue file', { 'cues/01-sign.vtt': null }, '01-morning.md:10 file-missing'],
    ['a sign track without cues', morning(' cues: cues/01-sign.vtt,', ''), '01-morning.md:10 track-cues'],
    [
      'a problem in the text, at its line in the file',
      morning('很窄。', '很窄。<b>'),
      '01-morning.md:16 html',
    ],
    ['no text at all', { '02-film.md': FILM.slice(0, FILM.indexOf('主持人')) }, '02-film.md:10 body-empty'],
    [
      'a film without its film',
      film('kind: film, language', 'kind: audio, language'),
      '02-film.md:1 film-track',
    ],
    [
      'a film track in a reading',
      morning('kind: sign,', 'kind: film,'),
      '01-morning.md:10 film-track-elsewhere',
    ],
    [
      'a film without cues or captions',
      film('captions:\n  - { language: zh-Hans, file: captions/02.vtt }\n', ''),
      '02-film.md:6 track-cues',
    ],
    [
      'two pieces with one id',
      film('id: film\n', 'id: old-street-morning\n'),
      '02-film.md:1 piece-id-repeated',
    ],
    ['a damaged ids file', { '01-morning.ids.json': '<<<<' }, '01-morning.ids.json:1 ids-damaged'],
    ['a term that has no card', { 'terms.yaml': null }, '01-morning.md:16 term-unknown'],
    [
      'a term nobody meets',
      { 'terms.yaml': `${TERMS}- { id: tap, word: 水龙头, explanation: 出水。 }\n` },
      'terms.yaml:5 term-unused',
    ],
    ['a term twice', { 'terms.yaml': TERMS + TERMS }, 'terms.yaml:5 term-repeated'],
    [
      'a term without explanation',
      { 'terms.yaml': TERMS.replace(/ {2}explanation.*\n/u, '') },
      'terms.yaml:1 field-missing',
    ],
    ['a term in tone digits', { 'terms.yaml': `${TERMS}  pinyin: long4tang2\n` }, 'terms.yaml:5 field-wrong'],
    ['a term that cannot be read', { 'terms.yaml': TERMS.replace('弄堂', 'WC') }, 'terms.yaml:1 term-pinyin'],
    ['a missing picture of a term', { 'media/longtang.svg': null }, 'terms.yaml:4 file-missing'],
    ['terms that are no list', { 'terms.yaml': 'id: longtang\n' }, 'terms.yaml:1 field-wrong'],
    ['a bomb of aliases', { 'terms.yaml': 'a: &a [x, x]\nb: &b [*a, *a]\n' }, 'terms.yaml:1 yaml-syntax'],
  ])('%s', async (_, changes, expected) => {
    expect(await said(changes)).toContain(expected);
  });

  it('all at once, file by file from the top', async () => {
    const all = await said({
      ...morning('## 早晨', '# 早晨'),
      ...film('kind: film\n', 'kind: opera\n'),
      'cover.png': null,
    });
    expect(all).toEqual([
      'issue.json:9 file-missing',
      '01-morning.md:14 heading-one',
      '02-film.md:3 field-wrong',
    ]);
  });

  it('even when a file is no text', async () => {
    const files = new Map(
      Object.entries(GOOD).map(([name, text]) => [name, new TextEncoder().encode(text ?? '')]),
    );
    files.set('02-film.md', new Uint8Array([0xff, 0xfe, 0xc4, 0xe3]));
    const { problems } = await readFiles(files);
    expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual(['02-film.md not-utf8']);
  });

  it('in a sentence with its parameters filled in, in Chinese and in English', async () => {
    const { problems } = await read({
      ...issue({ month: '2026-12', colour: 1, title: '' }),
      ...morning('很窄', '很{窄'),
    });
    expect(problems.length).toBeGreaterThan(2);
    for (const found of problems) {
      if (!isAuthoringCode(found.code)) throw new Error(found.code);
      const typed = { ...found, code: found.code };
      for (const language of ['zh', 'en'] as const)
        expect(describeProblem(typed, language)).not.toMatch(/\{[a-zA-Z]+\}|undefined/u);
    }
  });

  it('with the same parameters in both languages', () => {
    const names = (text: string): string[] =>
      [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? ''))].sort();
    for (const [code, [, zh, en]] of Object.entries(PROBLEM_TABLE)) {
      const english = names(en).map((name) => (name === 'expectedEn' ? 'expected' : name));
      expect([code, ...english]).toEqual([code, ...names(zh)]);
    }
  });
});
