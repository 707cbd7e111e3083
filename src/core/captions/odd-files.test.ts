import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isBilingual, keepLanguage } from './bilingual.ts';
import { parseCaptions } from './parse.ts';

const data = join(process.cwd(), '../shared/data/captions');
const isMissing = !existsSync(join(data, 'odd/manifest.json'));
if (isMissing) console.warn('SKIPPED: ../shared/data/captions is not on this machine');

const anyNumber = -1;
/** Where the manifest leaves the choice to the importer (`cues: null`), this is ours. */
const ourChoice: Readonly<Record<string, number>> = {
  'invalid-utf8-bytes.srt': 14, // shown with �, reported
  'end-before-start.srt': 3, // times swapped
  'zero-length.srt': 3, // lengthened to the next cue, 1 s at most
  'fullwidth-times.srt': anyNumber, // read as if half-width
  'fullwidth-arrow.srt': 4,
  'missing-blank-line.srt': 14,
  'blank-line-inside-cue.srt': 2, // the lines after the blank one stay in their cue
  'trailing-garbage.srt': anyNumber, // the cut cue is left out
  'empty-cue.srt': 1, // a cue without text is left out
  'hour-60min.srt': 1, // 60 minutes are an hour
  'ass-content.srt': 1, // read as what it is, and said so
};

const ManifestSchema = v.object({ files: v.record(v.string(), v.object({ cues: v.nullable(v.number()) })) });

describe.skipIf(isMissing)('odd caption files from practice', () => {
  const manifest = isMissing
    ? { files: {} }
    : v.parse(ManifestSchema, JSON.parse(readFileSync(join(data, 'odd/manifest.json'), 'utf8')));
  const names = Object.keys(manifest.files).filter((name) => existsSync(join(data, 'odd', name)));

  it.each(names)('%s gives the cues a careful importer should give', (name) => {
    const { cues, problems } = parseCaptions(readFileSync(join(data, 'odd', name)), name);
    const expected = manifest.files[name]?.cues ?? ourChoice[name] ?? NaN;
    expect(expected === anyNumber ? cues.length > 0 : cues.length === expected).toBe(true);
    expect(cues.every((cue) => cue.end > cue.start && cue.text !== '')).toBe(true);
    // A wrong guess of the encoding would show as �; two files have it of their own.
    const mayHave = name === 'nul-bytes.vtt' || problems.some((problem) => problem.code === 'bad-bytes');
    expect(mayHave || !cues.some((cue) => cue.text.includes('\uFFFD'))).toBe(true);
  });

  it('reads every encoding into the very same captions', () => {
    const read = (name: string) =>
      parseCaptions(readFileSync(join(data, 'odd', name)), name).cues.map(({ start, end, text }) => ({
        start,
        end,
        text,
      }));
    const base = read('base.utf8.lf.srt');
    const names = [
      'gb18030.srt',
      'gbk.crlf.srt',
      'gbk.vtt',
      'utf16le-bom.srt',
      'bom.utf8.srt',
      'cr-only.srt',
      'no-index.srt',
      'bad-index.srt',
      'missing-hours.srt',
      'dot-millis.srt',
      'many-blank-lines.srt',
      'base.utf8.lf.vtt',
      'header-text.vtt',
    ];
    expect(names.map(read)).toEqual(names.map(() => base));
    expect(read('big5.srt')[1]?.text).toBe('今天我們讀《背影》。');
  });
});

describe.skipIf(isMissing)('real bilingual captions', () => {
  const folder = join(data, 'zh-srt');
  const names = isMissing
    ? []
    : [
        '00_welcome-to-the-hugging-face-course.srt',
        '16_the-tokenization-pipeline.srt',
        '60_what-is-the-bleu-metric.srt',
      ];

  it.each(names)('%s: one language is kept, and no caption of it is lost', (name) => {
    const { cues } = parseCaptions(readFileSync(join(folder, name)), name);
    expect(isBilingual(cues)).toBe(true);
    const chinese = keepLanguage(cues, 'chinese');
    const other = keepLanguage(cues, 'other');
    expect(chinese.length).toBeGreaterThan(cues.length * 0.97);
    expect(other.length).toBeGreaterThan(cues.length * 0.97);
    expect(chinese.filter((cue) => /\p{Script=Han}/u.test(cue.text)).length).toBeGreaterThan(
      cues.length * 0.9,
    );
    expect(other.some((cue) => /\p{Script=Han}/u.test(cue.text))).toBe(false);
  });
});
