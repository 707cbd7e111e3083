/** A picture of an issue folder, looked into before it is published. */
import { readFile } from 'node:fs/promises';
import { refTo, type StagedBlob } from './blob.ts';
import { imageFacts } from './image-facts.ts';
import { svgFault } from './svg-safety.ts';

export type PictureFault =
  | { readonly code: 'picture-unknown' }
  | { readonly code: 'picture-unsafe'; readonly found: string }
  | { readonly code: 'cover-not-bitmap' };

/** @param path Absolute. */
export async function preparePicture(
  path: string,
  mustBeBitmap: boolean,
): Promise<StagedBlob | PictureFault> {
  const bytes = await readFile(path);
  const facts = imageFacts(bytes);
  if (facts === null) return { code: 'picture-unknown' };
  const { extension, type, width, height } = facts;
  if (extension === 'svg') {
    if (mustBeBitmap) return { code: 'cover-not-bitmap' };
    const found = svgFault(new TextDecoder().decode(bytes));
    if (found !== null) return { code: 'picture-unsafe', found };
  }
  return { ref: await refTo(bytes, extension, { type, width, height }), source: { path } };
}
