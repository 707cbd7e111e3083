/** What the readers of a document's parts share. */
import type { createNotices, ImportedPicture } from '../imported/document.ts';
import type { UnsettledBlock } from '../imported/headings.ts';

/** The picture at an address of the document, or why there is none. Nothing is ever fetched. */
export type FindPicture = (address: string) => ImportedPicture | 'outside' | 'missing';

export interface Reading {
  readonly findPicture: FindPicture;
  readonly notices: ReturnType<typeof createNotices>;
  /** The blocks of an element's content. */
  readonly inside: (element: Element) => UnsettledBlock[];
}
