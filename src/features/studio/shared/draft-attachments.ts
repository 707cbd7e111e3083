/** A desk's files, over the attachment store. */
import * as v from 'valibot';
import { AttachmentIdSchema, type Attachment, type AttachmentId } from '../../../authoring/draft/model.ts';
import {
  addFile,
  openFile,
  removeFile,
  rescueFile,
  startRecording,
  unfinishedFiles,
} from '../../../storage/attachments/attachment-store.ts';
import { MediaStoreError } from '../../../storage/media/media-error.ts';
import { AttachmentError, type Attachments } from './desk.ts';

async function withFaults<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof MediaStoreError)
      throw new AttachmentError(error.fault === 'full' ? 'full' : 'refused', error.message);
    throw error;
  }
}

const asId = (id: string): AttachmentId => v.parse(AttachmentIdSchema, id);

export function attachmentsOf(issue: string): Attachments {
  return {
    add: (file, facts, onProgress) =>
      withFaults(async () => {
        const { name, type } = facts;
        const { id, bytes } = await addFile(file, { issue, name, type }, onProgress);
        return { ...facts, id: asId(id), bytes };
      }),
    record: (facts) =>
      withFaults(async () => {
        const recording = await startRecording({ ...facts, issue });
        const id = asId(recording.id);
        return {
          id,
          append: (bytes) => withFaults(() => recording.append(bytes)),
          writeAt: (position, bytes) => withFaults(() => recording.overwrite(position, bytes)),
          finish: (found) =>
            withFaults(async (): Promise<Attachment> => ({ ...found, id, bytes: await recording.finish() })),
          discard: () => withFaults(() => recording.discard()),
        };
      }),
    open: (id) => withFaults(async () => openFile(id)),
    unfinished: () =>
      withFaults(async () =>
        (await unfinishedFiles(issue)).map(({ id, name, bytes, startedMs }) => ({
          id: asId(id),
          name,
          bytes,
          startedMs,
        })),
      ),
    rescue: (id) =>
      withFaults(async () => {
        const { name, type, bytes } = await rescueFile(id);
        return { id, name, type, bytes };
      }),
    discard: (id) => withFaults(() => removeFile(id)),
    async room() {
      const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
      return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
    },
  };
}
