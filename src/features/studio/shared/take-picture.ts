/** Pictures on their way into the draft: drawn anew (smaller, upright, without place and time), then kept on disk. */
import type { Attachment } from '../../../authoring/draft/model.ts';
import type { PictureFault } from '../../../authoring/images/prepare-picture.ts';
import { AttachmentError, type AttachmentFault, type Attachments } from './desk.ts';

export type PictureRefusal = PictureFault | AttachmentFault;
export type TakenPicture =
  | { readonly name: string; readonly attachment: Attachment }
  | { readonly name: string; readonly fault: PictureRefusal };

/** For the file picker. Which of them it can draw, the browser says. */
export const PICTURES = 'image/*,.heic,.heif';

export async function takePicture(
  bytes: Blob,
  name: string,
  attachments: Attachments,
): Promise<TakenPicture> {
  const { preparePicture, PictureError } = await import('../../../authoring/images/prepare-picture.ts');
  try {
    const { bytes: drawn, type, width, height } = await preparePicture(bytes);
    return { name, attachment: await attachments.add(drawn, { name, type, width, height }) };
  } catch (thrown) {
    if (thrown instanceof PictureError || thrown instanceof AttachmentError)
      return { name, fault: thrown.fault };
    throw thrown;
  }
}
