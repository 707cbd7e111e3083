/** Imported material into the draft: pictures are drawn anew and kept first, then everything goes in as one change. */
import type { DraftBlock, DraftPiece } from '../../../../authoring/draft/model.ts';
import { composeDraftBlocks } from '../../../../authoring/draft-text/compose-draft.ts';
import { newSentenceId } from '../../../../authoring/draft-text/new-id.ts';
import type { ImportedDocument, ImportedPicture } from '../../../../authoring/imported/document.ts';
import type { Attachments } from '../../shared/desk.ts';
import { takePicture, type TakenPicture } from '../../shared/take-picture.ts';
import { textOfBlock } from './block-lines.ts';

export interface Refused {
  readonly name: string;
  readonly fault: Extract<TakenPicture, { fault: unknown }>['fault'];
}

export interface KeptPictures {
  readonly pictures: ReadonlyMap<
    ImportedPicture,
    Extract<TakenPicture, { attachment: unknown }>['attachment']
  >;
  readonly refused: readonly Refused[];
}

export async function keepPictures(
  document: ImportedDocument,
  attachments: Attachments,
  onProgress?: (done: number, all: number) => void,
): Promise<KeptPictures> {
  const wanted = document.blocks.flatMap((block) =>
    block.type === 'figure' && block.picture !== null ? [block.picture] : [],
  );
  const pictures = new Map<ImportedPicture, Extract<TakenPicture, { attachment: unknown }>['attachment']>();
  const refused: Refused[] = [];
  for (const [index, picture] of wanted.entries()) {
    if (pictures.has(picture)) continue;
    const taken = await takePicture(picture.bytes, picture.name, attachments);
    if ('fault' in taken) refused.push({ name: picture.name, fault: taken.fault });
    // Without room the rest would only fail alike.
    if ('fault' in taken && (taken.fault === 'full' || taken.fault === 'refused')) break;
    if ('attachment' in taken) pictures.set(picture, taken.attachment);
    onProgress?.(index + 1, wanted.length);
  }
  return { pictures, refused };
}

export function draftBlocks(
  document: ImportedDocument,
  { pictures }: Pick<KeptPictures, 'pictures'>,
  before?: DraftPiece,
): DraftBlock[] {
  return composeDraftBlocks(document.blocks, { newId: newSentenceId, pictures, before });
}

/** Nothing has been written yet: what comes in takes the place of the empty block. */
export function isEmptyPiece({ blocks }: DraftPiece): boolean {
  return blocks.every((block) => block.type !== 'figure' && textOfBlock(block).trim() === '');
}

export type PutWhere = 'instead' | 'after';

/**
 * In place of the text, sentences that are the same keep their ids and with them their signing. A title is taken where there is none;
 * otherwise it stands as a heading, so that no word is lost.
 */
export function putInto(
  piece: DraftPiece,
  document: ImportedDocument,
  kept: Pick<KeptPictures, 'pictures'>,
  where: PutWhere,
): DraftPiece {
  const isEmpty = isEmptyPiece(piece);
  const ownsTitle = document.title !== null && (piece.title.trim() === '' || piece.title === document.title);
  const whole: ImportedDocument =
    document.title === null || ownsTitle
      ? document
      : {
          ...document,
          blocks: [
            { type: 'heading', level: 2, prose: { text: document.title, marks: [], emphasis: [] } },
            ...document.blocks,
          ],
        };
  const isInstead = where === 'instead' || isEmpty;
  const fresh = draftBlocks(whole, kept, isInstead ? piece : undefined);
  const hasAuthor = document.author !== null && piece.source.author.trim() === '';
  return {
    ...piece,
    title: ownsTitle ? (document.title ?? piece.title) : piece.title,
    source: hasAuthor ? { ...piece.source, author: document.author ?? '' } : piece.source,
    blocks: isInstead ? fresh : [...piece.blocks, ...fresh],
  };
}
