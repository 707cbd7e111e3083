import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { captionProblemTexts } from '../../../core/checks/caption-problem-text.ts';
import { cuesOf, withCues } from './captions-state.ts';
import { filmPiece } from './fixture.ts';
import { chosenCues, readCaptionFile } from './import-state.ts';

const read = (text: string, name = 'a.srt') => readCaptionFile(new TextEncoder().encode(text), name);
const srt = (...texts: string[]) =>
  texts.map((text, i) => `${i + 1}\n00:00:0${i},000 --> 00:00:0${i},900\n${text}\n`).join('\n');

describe('a caption file that was brought', () => {
  it('in two languages is asked which one, and says how many captions had none of it', () => {
    const file = read(srt('欢迎\nWelcome', '再见\nBye', '［掌声］'));
    expect(file.isBilingual).toBe(true);
    expect(chosenCues(file, 'chinese')).toMatchObject({
      left: 0,
      cues: [{ text: '欢迎' }, { text: '再见' }, {}],
    });
    expect(chosenCues(file, 'other')).toMatchObject({
      left: 1,
      cues: [{ text: 'Welcome' }, { text: 'Bye' }],
    });
    expect(chosenCues(file, 'both').cues).toHaveLength(3);
  });

  it('that players refuse for its form can still be taken', () => {
    const file = read('00:00:01.000 --> 00:00:02.000\n好\n', 'a.vtt');
    expect(file.cues).toEqual([]);
    expect(file.problems.map(({ code }) => code)).toEqual(['missing-header']);
    expect(chosenCues(file, 'both').cues).toEqual([{ start: 1, end: 2, text: '好' }]);
  });

  it('says each kind of trouble once, what was left out first', () => {
    const file = read(
      '1\n00:00:02,000 --> 00:00:01,000\n一\n\n2\n00:00:04,000 --> 00:00:03,000\n二\n\n3\n00:00:xx --> 00:00:09,000\n三\n',
    );
    expect(file.problems).toMatchObject([
      { code: 'bad-time', times: 1 },
      { code: 'end-before-start', times: 2 },
    ]);
  });
});

const data = join(process.cwd(), '../shared/data/captions');
const isMissing = !existsSync(data);
if (isMissing) console.warn('SKIPPED: ../shared/data/captions is not on this machine');

describe.skipIf(isMissing)('all real and odd files', () => {
  const files = isMissing
    ? []
    : ['odd', 'zh-srt'].flatMap((folder) =>
        readdirSync(join(data, folder))
          .filter((name) => /\.(?:srt|vtt)$/u.test(name))
          .map((name) => join(folder, name)),
      );

  it.each(files)('%s goes into a draft, or a sentence says why not', (file) => {
    const bytes = readFileSync(join(data, file));
    const imported = readCaptionFile(bytes, file);
    const { cues } = chosenCues(imported, imported.isBilingual ? 'chinese' : 'both');
    const isEmptyFile = /empty\.(?:srt|vtt)$/u.test(file);
    expect(imported.cues.length > 0 || isEmptyFile || imported.problems.length > 0).toBe(true);
    for (const { code } of imported.problems) {
      const { 'zh-Hans': hans, 'zh-Hant': hant, en } = captionProblemTexts[code];
      expect(hans && hant && en).toBeTruthy();
    }
    const kept = cuesOf(withCues(filmPiece([]), cues));
    expect(kept).toHaveLength(cues.length);
    expect(kept.length > 0 || isEmptyFile || imported.problems[0]?.severity === 'error').toBe(true);
    for (const cue of kept) expect(cue.end).toBeGreaterThan(cue.start);
  });
});
