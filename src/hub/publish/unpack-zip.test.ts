import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build } from '../../core/shelf/pack/hostile-fixture.ts';
import { dataPaths } from '../config.ts';
import { issueFiles, issueId, openWorkshop, type Workshop } from '../fixture.ts';
import type { ExitCode } from '../command.ts';
import { runIssueCommand } from '../issue-command.ts';

let workshop: Workshop;
let said: string[];
beforeEach(async () => {
  workshop = await openWorkshop();
  said = [];
});
afterEach(() => workshop.clear());

/** Zipped as the studio does it, or with a folder around it. */
async function zipOf(more: Readonly<Record<string, string | null>> = {}, around = ''): Promise<string> {
  const files = Object.entries({ ...issueFiles(), ...more }).filter(([, content]) => content !== null);
  const entries = files.map(([name, content]) => ({
    name: around + name,
    data: typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content ?? []),
  }));
  await writeFile(path.join(workshop.root, `${issueId}.issue.zip`), build(entries));
  return `${issueId}.issue.zip`;
}

const issue = (...args: string[]): Promise<ExitCode> => {
  const note = (line: string): void => void said.push(line);
  return runIssueCommand(args, workshop.config, { out: note, err: note, cwd: workshop.root });
};
const leftBehind = (): Promise<string[]> =>
  readdir(dataPaths(workshop.config.data).temporary).catch(() => []);

describe('issue -- add <zip>', () => {
  it.each(['', '十一月/'])('publishes it as the folder it was made of (%j around it)', async (around) => {
    expect(await issue('add', await zipOf({}, around))).toBe(0);
    expect(said.join('\n')).toContain(`✓ ${issueId} 已经发布：坐公交`);
    expect(await leftBehind()).toEqual([]);
  });

  it('says when sentences have no ids that survive edits', async () => {
    await issue('add', await zipOf());
    expect(said.join('\n')).toMatch(/没有句子编号（01-bus\.ids\.json）/u);
  });

  it('names file and line inside it when something is to be mended, and publishes nothing', async () => {
    expect(await issue('add', await zipOf({ 'bus.svg': null }))).toBe(1);
    expect(said.join('\n')).toContain(`${issueId}.issue.zip/01-bus.md:13`);
    expect(said.join('\n')).toContain('没有发布');
    expect(await leftBehind()).toEqual([]);
  });

  it.each([
    ['that leads out of the folder', '../evil.md', '不能用的文件名'],
    ['without an issue', '', 'issue.json'],
  ])('refuses one %s with a sentence, and nothing is left behind', async (_what, name, words) => {
    const file = name === '' ? await zipOf({ 'issue.json': null }) : await zipOf({ [name]: 'x' });
    expect(await issue('add', file)).toBe(1);
    expect(said.join('\n')).toContain(words);
    expect(await leftBehind()).toEqual([]);
    expect(await readdir(workshop.root)).not.toContain('evil.md');
  });

  it('refuses what is no archive, and what is not there', async () => {
    await writeFile(path.join(workshop.root, 'page.zip'), '<!doctype html>');
    expect(await issue('add', 'page.zip')).toBe(1);
    expect(await issue('add', 'nothing.zip')).toBe(1);
    expect(said.join('\n')).toMatch(/这不是压缩包[\s\S]*没有 .*nothing\.zip/u);
  });
});

it('issue -- list says the fingerprint a tablet would show', async () => {
  await issue('list');
  expect(said.at(-1)).toMatch(/^书架的钥匙 key: ([0-9a-f]{4} ){7}[0-9a-f]{4}$/u);
});
