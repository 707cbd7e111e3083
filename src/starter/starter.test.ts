import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readIssueFolder } from '../authoring/issue-folder.ts';
import type { BlockSource, IssueSource, PieceSource } from '../authoring/issue-source.ts';
import { inspectMedia } from '../authoring/media/inspect.ts';
import { judgeMedia } from '../authoring/media/judge.ts';
import { openNodeFolder } from '../authoring/node-folder.ts';
import { checkCaptions } from '../core/captions/checks.ts';
import { parseCaptions } from '../core/captions/parse.ts';
import type { Sentence } from '../core/reading/model.ts';
import { checkCues } from '../core/sync/check-cues.ts';
import { cuesFromVtt } from '../core/sync/cue-vtt.ts';
import { readStrip } from './strip.ts';

const here = import.meta.dirname;
const ids = readdirSync(join(here, 'issues')).sort();
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;

function sentencesOfBlock(block: BlockSource): readonly Sentence[] {
  return block.type === 'list' ? block.items.flatMap((item) => item.sentences) : block.sentences;
}

const sentencesOf = (piece: PieceSource): Sentence[] => piece.reading.blocks.flatMap(sentencesOfBlock);
const charactersOf = (piece: PieceSource): number =>
  sentencesOf(piece)
    .flatMap((sentence) => sentence.words)
    .map((word) => word.text)
    .join('').length;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The middle row of a stand-in's strip at a time, as grey bytes. */
function stripRow(file: string, seconds: number): Uint8Array {
  const args = ['-v', 'error', '-ss', String(seconds), '-i', file, '-frames:v', '1'];
  const { stdout } = spawnSync('ffmpeg', [
    ...args,
    '-vf',
    'crop=720:2:0:12',
    '-pix_fmt',
    'gray',
    '-f',
    'rawvideo',
    '-',
  ]);
  return new Uint8Array(stdout);
}

describe('the starter', () => {
  it('holds November and two earlier months of both clubs', () => {
    const clubs = ['new-sisters', 'silent-world'];
    expect(ids).toEqual(
      ['2026-09', '2026-10', '2026-11'].flatMap((month) => clubs.map((club) => `${month}-${club}`)),
    );
  });

  it('weighs no more than 15 MB', () => {
    const total = filesBelow(here).reduce((sum, file) => sum + statSync(file).size, 0);
    expect(total).toBeLessThanOrEqual(15 * 1024 * 1024);
  });
});

describe.each(ids)('%s', (id) => {
  const folder = join(here, 'issues', id);
  let issue: IssueSource;

  beforeAll(async () => {
    issue = await readIssueFolder(openNodeFolder(folder));
    // The dictionary is loaded once, which takes its time on a busy machine.
  }, 60_000);

  it('reads without a single complaint, every file in its place', () => {
    expect(issue.problems).toEqual([]);
    expect(issue.issue?.id).toBe(id);
  });

  it('keeps the ids of its sentences', () => {
    const stale = issue.writes.filter(
      ({ file, text }) =>
        !existsSync(join(folder, file)) || readFileSync(join(folder, file), 'utf8') !== text,
    );
    expect(stale.map(({ file }) => file)).toEqual([]);
  });

  it('explains six to sixteen words', () => {
    expect(issue.terms.length).toBeGreaterThanOrEqual(6);
    expect(issue.terms.length).toBeLessThanOrEqual(16);
  });

  it('has every kind of piece in November, with readings of 600 to 1,500 characters', () => {
    if (!id.startsWith('2026-11')) return;
    const kinds = new Set(issue.pieces.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['film', 'gallery', 'reading', 'recitation']);
    const lengths = issue.pieces.filter(({ kind }) => kind === 'reading').map(charactersOf);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(600);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1500);
  });

  it('ties every sentence of every track to its time', async () => {
    for (const piece of issue.pieces) {
      const sentences = sentencesOf(piece);
      for (const { file, cues: cueFile = '' } of piece.tracks) {
        const { durationSeconds } = await inspectMedia(join(folder, file));
        const { cues, problems } = cuesFromVtt(readFileSync(join(folder, cueFile), 'utf8'), sentences);
        const found = [...problems, ...checkCues(cues, { sentences, durationSeconds })];
        expect({ file, found, cues: cues.length }).toEqual({ file, found: [], cues: sentences.length });
      }
    }
  });

  it('carries media fit to be published, stand-ins said to be stand-ins', async () => {
    for (const { file, kind, placeholder } of issue.pieces.flatMap((piece) => piece.tracks)) {
      const findings = judgeMedia(await inspectMedia(join(folder, file)), kind);
      expect({ file, findings, placeholder }).toEqual({ file, findings: [], placeholder: kind !== 'film' });
    }
  });

  it('keeps the clips of its words small, fit and said to be stand-ins', async () => {
    const clips = issue.terms.flatMap(({ sign, audio }) => [
      ...(sign ? [{ ...sign, use: 'term' as const }] : []),
      ...(audio ? [{ ...audio, use: 'audio' as const }] : []),
    ]);
    for (const { file, use, placeholder } of clips) {
      const findings = judgeMedia(await inspectMedia(join(folder, file)), use);
      const isSmall = statSync(join(folder, file)).size <= 60 * 1024;
      expect({ file, findings, placeholder, isSmall }).toEqual({
        file,
        findings: [],
        placeholder: true,
        isSmall: true,
      });
    }
  });

  it('captions its film within the limits of numbers.md', () => {
    for (const piece of issue.pieces.filter(({ kind }) => kind === 'film')) {
      const [file] = piece.captions;
      const { cues, problems } = parseCaptions(
        readFileSync(join(folder, file?.file ?? '')),
        file?.file ?? '',
      );
      expect(problems).toEqual([]);
      expect(cues).toHaveLength(sentencesOf(piece).length);
      expect(checkCaptions(cues)).toEqual([]);
    }
  });

  it.skipIf(!hasFfmpeg)(
    'shows in its stand-ins the number of the sentence whose time it is',
    () => {
      for (const piece of issue.pieces) {
        const sentences = sentencesOf(piece);
        for (const track of piece.tracks.filter(({ kind }) => kind === 'sign')) {
          const { cues } = cuesFromVtt(readFileSync(join(folder, track.cues ?? ''), 'utf8'), sentences);
          for (const index of [0, 4, cues.length - 1]) {
            const start = cues[index]?.start ?? 0;
            const row = stripRow(join(folder, track.file), start + 0.04);
            const frame = Math.round((start + 0.04) * 25) % 256;
            expect({ file: track.file, ...readStrip((x) => row[Math.floor(x)] ?? 0) }).toEqual({
              file: track.file,
              sentence: index + 1,
              frame,
            });
          }
        }
      }
    },
    60_000,
  );
});
