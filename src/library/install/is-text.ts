import type { BlobRef } from '../../core/reading/model.ts';
import { manifestType } from '../../core/shelf/feed.ts';
import { glossaryType, guidedType, readingType } from '../../core/shelf/manifest-schema.ts';

const TEXTS: ReadonlySet<string> = new Set([manifestType, readingType, glossaryType, guidedType, 'text/vtt']);

/** Texts are parsed whole and are many and small: records of the database. Media are files. */
export function isText({ type }: Pick<BlobRef, 'type'>): boolean {
  return TEXTS.has(type);
}
