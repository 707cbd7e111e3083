import { describe, expect, it } from 'vitest';
import type { PackSource } from '../../core/shelf/pack/pack-source.ts';
import { writeStoredZip, type FileToStore } from '../../core/shelf/pack/stored-zip.ts';
import { draftToFiles, openDraftFile, textFile } from './draft-file.ts';
import { attachment, draftIssue, draftPiece, draftTrack, signVideo } from './fixture.ts';
import type { Attachment } from './model.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const pattern = (length: number): Bytes => Uint8Array.from({ length }, (_, index) => (index * 7) % 251);
const inMemory = (bytes: Bytes) => ({
  size: bytes.byteLength,
  read: async (start: number, end: number) => bytes.slice(start, end),
});
const sourceOf = (bytes: Bytes): PackSource => ({
  size: bytes.byteLength,
  slice: async (start, end) => bytes.slice(start, end),
});

async function zip(files: readonly FileToStore[]): Promise<Bytes> {
  const parts: Bytes[] = [];
  for await (const part of writeStoredZip(files)) parts.push(part);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const brought = signVideo({ id: attachment('e').id, name: '原来的.mov' });
const MONTH = {
  issue: draftIssue(),
  pieces: [draftPiece({ tracks: [draftTrack({ original: brought })] })],
};
const bytesOf = ({ id }: Attachment): Bytes => pattern(id.startsWith('a') ? 9_000_000 : 1000);
const draftFile = async (): Promise<Bytes> =>
  zip((await draftToFiles(MONTH, async (file) => inMemory(bytesOf(file)))).files);

describe('a draft as a file', () => {
  it('comes back as it was, with every file it names, the original of a video too', async () => {
    const opened = await openDraftFile(sourceOf(await draftFile()));
    expect({ issue: opened.issue, pieces: opened.pieces }).toEqual(MONTH);
    expect([...opened.files.keys()].map((id) => id[0]).sort()).toEqual(['a', 'b', 'c', 'e']);
    const video = opened.files.get('a'.repeat(64));
    expect(Buffer.compare((await video?.bytes()) ?? new Uint8Array(), pattern(9_000_000))).toBe(0);
  });

  it('goes out without a file that is gone, and says which', async () => {
    const { lost } = await draftToFiles(MONTH, async (file) =>
      file.id === brought.id ? null : inMemory(bytesOf(file)),
    );
    expect(lost.map(({ name }) => name)).toEqual(['原来的.mov']);
  });

  it('is damaged when any byte of it is missing', async () => {
    const whole = await draftFile();
    for (const length of [whole.length - 1, whole.length - 300, 5_000_000, 100])
      await expect(openDraftFile(sourceOf(whole.slice(0, length)))).rejects.toMatchObject({
        fault: 'damaged',
      });
  });

  it('is damaged when a byte of a text or of a video is another', async () => {
    const whole = await draftFile();
    const text = whole.slice();
    text[200] = (text[200] ?? 0) ^ 1;
    await expect(openDraftFile(sourceOf(text))).rejects.toMatchObject({ fault: 'damaged' });
    const video = whole.slice();
    video[6_000_000] = (video[6_000_000] ?? 0) ^ 1;
    const opened = await openDraftFile(sourceOf(video));
    const broken = [...opened.files.values()].map((file) =>
      file.place().then(
        () => 'whole',
        () => 'broken',
      ),
    );
    expect((await Promise.all(broken)).filter((state) => state === 'broken')).toHaveLength(1);
  });

  it('is not a draft when it is anything else', async () => {
    const others = [pattern(5000), new Uint8Array(), await zip([textFile('issue.json', '{}')])];
    for (const other of others)
      await expect(openDraftFile(sourceOf(other))).rejects.toMatchObject({ fault: 'not-a-draft' });
  });

  it('is newer when this version of the app does not know its words', async () => {
    const head = { format: 'same-page-draft', version: 2, issue: MONTH.issue };
    const later = await zip([textFile('draft.json', JSON.stringify(head))]);
    await expect(openDraftFile(sourceOf(later))).rejects.toMatchObject({ fault: 'newer' });
    const odd = { format: 'same-page-draft', version: 1, issue: { ...MONTH.issue, mood: 'good' } };
    const unknown = await zip([textFile('draft.json', JSON.stringify(odd))]);
    await expect(openDraftFile(sourceOf(unknown))).rejects.toMatchObject({ fault: 'newer' });
  });
});
