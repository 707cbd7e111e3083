/**
 * The files of drafts: bytes under `<data>/attachments/sha256/ab/<hash>`, once however many drafts name them, and for each attachment id one
 * small record under `<data>/attachments/ids/` saying which bytes are its. An id is a random number for life, so its record never changes.
 */
import { createReadStream } from 'node:fs';
import { readFile, rename, rm, stat, open } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { AttachmentIdSchema } from '../../authoring/draft/model.ts';
import { durableWrite, makeFolder, syncFolder } from '../store/durable-write.ts';
import { ifThere } from '../store/if-there.ts';
import { createHash } from 'node:crypto';

const RecordSchema = v.strictObject({
  version: v.literal(1),
  club: v.string(),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  bytes: v.number(),
  /** As it was found to be, not as it was claimed. */
  type: v.string(),
});
export type AttachmentRecord = v.InferOutput<typeof RecordSchema>;

export interface StoredAttachment {
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly type: string;
}

export interface AttachmentFolder {
  /** Null where there is none of that id, or it is another club's. */
  find(club: string, id: string): Promise<StoredAttachment | null>;
  /** What is known under an id, whoever's it is and whether its bytes are here or not. */
  record(id: string): Promise<AttachmentRecord | null>;
  /** Moves a verified file in, or lets go of it where its bytes are here already. Durable when it resolves. */
  keep(id: string, record: Omit<AttachmentRecord, 'version'>, file: string): Promise<void>;
}

export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}

/** @param data The hub's data folder, absolute. */
export function attachmentFolder(data: string): AttachmentFolder {
  const root = path.join(data, 'attachments');
  const bytesOf = (sha256: string): string => path.join(root, 'sha256', sha256.slice(0, 2), sha256);
  const recordOf = (id: string): string => path.join(root, 'ids', id.slice(0, 2), `${id}.json`);

  async function readRecord(id: string): Promise<AttachmentRecord | null> {
    if (!v.is(AttachmentIdSchema, id)) return null;
    const text = await ifThere(() => readFile(recordOf(id), 'utf8'));
    return text === null ? null : v.parse(RecordSchema, JSON.parse(text));
  }

  return {
    record: readRecord,
    async find(club, id) {
      const record = await readRecord(id);
      if (record?.club !== club) return null;
      const { sha256, bytes, type } = record;
      const file = bytesOf(sha256);
      const size = await stat(file).then(
        (found) => found.size,
        () => null,
      );
      return size === bytes ? { path: file, bytes, sha256, type } : null;
    },
    async keep(id, record, file) {
      const target = bytesOf(record.sha256);
      const size = await stat(target).then(
        (found) => found.size,
        () => null,
      );
      if (size === record.bytes) await rm(file, { force: true });
      else await moveDurably(file, target);
      await durableWrite(recordOf(id), path.join(data, 'temporary'), (handle) =>
        handle.writeFile(JSON.stringify({ version: 1, ...record } satisfies AttachmentRecord)),
      );
    },
  };
}

async function moveDurably(from: string, to: string): Promise<void> {
  await makeFolder(path.dirname(to));
  const handle = await open(from, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(from, to);
  await syncFolder(path.dirname(to));
}
