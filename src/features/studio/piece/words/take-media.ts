/** Files for a card: looked into before they are kept, so that nothing unusable gets onto it. */
import type { Attachment } from '../../../../authoring/draft/model.ts';
import { AttachmentError, type Attachments } from '../../shared/desk.ts';

export type SignFault = 'not-video' | 'damaged' | 'full' | 'refused';
export type PictureRefusal =
  'empty' | 'too-large' | 'svg' | 'heic' | 'not-shown' | 'not-picture' | 'broken' | 'full' | 'refused';

/** Drawn anew: smaller, upright, without place and time. */
export async function takePicture(
  file: File,
  attachments: Attachments,
): Promise<Attachment | { readonly fault: PictureRefusal }> {
  const { preparePicture, PictureError } = await import('../../../../authoring/images/prepare-picture.ts');
  try {
    const { bytes, type, width, height } = await preparePicture(file);
    return await attachments.add(bytes, { name: file.name, type, width, height });
  } catch (error) {
    if (error instanceof PictureError || error instanceof AttachmentError) return { fault: error.fault };
    throw error;
  }
}

/** Kept as it came, with what was found in it; the checks say what members would trip over. */
export async function takeSign(
  file: File,
  attachments: Attachments,
): Promise<Attachment | { readonly fault: SignFault }> {
  const [{ inspectMedia }, { MediaError }] = await Promise.all([
    import('../../../../authoring/media/inspect.ts'),
    import('../../../../authoring/media/media-error.ts'),
  ]);
  try {
    const facts = await inspectMedia(file);
    if (facts.kind !== 'video') return { fault: 'not-video' };
    return await attachments.add(file, {
      name: file.name,
      type: facts.mimeType,
      width: facts.width,
      height: facts.height,
      durationSeconds: facts.durationSeconds,
      frameRate: facts.frameRate,
      hasAudio: facts.hasAudio,
      keyFrameSeconds: facts.maxKeyFrameGapSeconds,
    });
  } catch (error) {
    if (error instanceof AttachmentError) return { fault: error.fault };
    if (error instanceof MediaError)
      return { fault: error.code === 'media-not-media' ? 'not-video' : 'damaged' };
    throw error;
  }
}
