/** Pictures on their way into the draft: drawn anew (smaller, upright, without place and time), then kept on disk. */
import type { Attachment } from '../../../../authoring/draft/model.ts';
import type { PictureFault } from '../../../../authoring/images/prepare-picture.ts';
import { AttachmentError, type AttachmentFault, type Attachments } from '../../shared/desk.ts';

export type PictureRefusal = PictureFault | AttachmentFault;
export type TakenPicture =
  | { readonly name: string; readonly attachment: Attachment }
  | { readonly name: string; readonly fault: PictureRefusal };

export async function takePicture(
  bytes: Blob,
  name: string,
  attachments: Attachments,
): Promise<TakenPicture> {
  const { preparePicture, PictureError } = await import('../../../../authoring/images/prepare-picture.ts');
  try {
    const { bytes: drawn, type, width, height } = await preparePicture(bytes);
    return { name, attachment: await attachments.add(drawn, { name, type, width, height }) };
  } catch (thrown) {
    if (thrown instanceof PictureError || thrown instanceof AttachmentError)
      return { name, fault: thrown.fault };
    throw thrown;
  }
}

/** One after the other: each is large while it is being drawn. A full disk ends it, since the rest would fail alike. */
export async function takePictures(
  files: readonly { readonly name: string; readonly bytes: Blob }[],
  attachments: Attachments,
  onProgress?: (done: number) => void,
): Promise<TakenPicture[]> {
  const taken: TakenPicture[] = [];
  for (const { name, bytes } of files) {
    const one = await takePicture(bytes, name, attachments);
    taken.push(one);
    onProgress?.(taken.length);
    if ('fault' in one && (one.fault === 'full' || one.fault === 'refused')) break;
  }
  return taken;
}
