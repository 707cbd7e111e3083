/** A shelf of one month of two pieces, published by the real command line, whose film is four chunks long. */
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seeded } from './seeded.ts';

export const BIG_ISSUE = '2026-11-silent-world';
const STARTER = `src/starter/issues/${BIG_ISSUE}`;
const PADDING_BYTES = 12_000_000;

export interface BigShelf {
  /** For `startHub({ dataFolder })`. */
  readonly dataFolder: string;
  /** Publishes the month again, with another film or another word in its captions. */
  revise(change: 'film' | 'captions'): Promise<void>;
  remove(): Promise<void>;
}

export async function publishBigIssue(paddingBytes = PADDING_BYTES): Promise<BigShelf> {
  const folder = await mkdtemp(path.join(tmpdir(), 'same-page-big-'));
  const dataFolder = path.join(folder, 'data');
  const issue = path.join(folder, BIG_ISSUE);
  await cp(STARTER, issue, { recursive: true });
  const about: { pieces: readonly string[] } = JSON.parse(await readFile(`${issue}/issue.json`, 'utf8'));
  about.pieces = ['02-film.md', '03-one-road.md'];
  await writeFile(`${issue}/issue.json`, JSON.stringify(about));
  await rm(`${issue}/terms.yaml`);
  for (const piece of about.pieces)
    await writeFile(`${issue}/${piece}`, asReleased(await readFile(`${issue}/${piece}`, 'utf8')));
  const film = await readFile(`${issue}/media/02-film.mp4`);
  const captions = await readFile(`${issue}/captions/02.vtt`, 'utf8');
  let revision = 0;

  async function publish(): Promise<void> {
    const run = spawnSync(process.execPath, ['dist/hub/issue.js', 'add', issue], {
      env: { ...process.env, SAME_PAGE_DATA: dataFolder },
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(`The month was not published:\n${run.stdout}${run.stderr}`);
  }

  await writeFile(`${issue}/media/02-film.mp4`, padded(film, revision, paddingBytes));
  await publish();
  return {
    dataFolder,
    async revise(change) {
      revision++;
      if (change === 'film')
        await writeFile(`${issue}/media/02-film.mp4`, padded(film, revision, paddingBytes));
      else
        await writeFile(
          `${issue}/captions/02.vtt`,
          captions.replace('现在呢', `现在呢${'呀'.repeat(revision)}`),
        );
      await publish();
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Stand-ins are for the starter only: here they are given out as what they stand for, and no word has a card. */
function asReleased(piece: string): string {
  return piece
    .replace(
      /(cues\/\d+-sign\.vtt.*?)placeholder: true/su,
      '$1review: { by: 聋人读者, date: 2026-10-20 }, consent: true',
    )
    .replaceAll(/, placeholder: true/gu, '')
    .replaceAll(/\[([^\]]+)\]\(term:[a-z]+\)/gu, '$1');
}

/** An MP4 may carry a box of nothing at its end: any length, and no picture is encoded again for it. */
function padded(film: Buffer, seed: number, bytes: number): Buffer {
  const random = seeded(seed + 1);
  const box = Buffer.alloc(bytes);
  for (let at = 8; at + 4 <= box.length; at += 4) box.writeUInt32LE(Math.floor(random() * 2 ** 32), at);
  box.writeUInt32BE(box.length, 0);
  box.write('free', 4, 'latin1');
  return Buffer.concat([film, box]);
}
