import { describe, expect, it } from 'vitest';
import { isPreviewFile } from './preview-file.ts';

const file = (name: string, head: string): File => new File([head], name);

describe('a month nobody has published yet', () => {
  it.each([
    ['2026-12-silent-world.issue.zip', 'PK\x03\x04…01-morning.json'],
    ['2026-12-silent-world.draft.zip', 'PK\x03\x04…draft.json'],
    ['2026-12-silent-world.PREVIEW.ZIP', 'PK\x03\x04…draft.json'],
    ['下载 (1).zip', 'PK\x03\x04…draft.json'],
  ])('%s is told from a pack', async (name, head) => {
    expect(await isPreviewFile(file(name, head))).toBe(true);
  });

  it.each([
    ['december.samepage.zip', 'PK\x03\x04…catalogue.jws'],
    ['december.issue.zip', 'PK\x03\x04…catalogue.jws'],
    ['照片.draft.zip', 'no archive at all'],
    ['别的.zip', 'PK\x03\x04…word/document.xml'],
  ])('%s is imported, or refused, as a pack', async (name, head) => {
    expect(await isPreviewFile(file(name, head))).toBe(false);
  });
});
