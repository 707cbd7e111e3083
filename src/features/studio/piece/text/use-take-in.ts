/** What is pasted, dropped or chosen as pictures: read, pictures drawn anew and kept, then put in where the caret was. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ImportedDocument, Notice } from '../../../../authoring/imported/document.ts';
import { newSentenceId } from '../../../../authoring/draft-text/new-id.ts';
import type { Desk } from '../../shared/desk.ts';
import { pasteBlocks } from './block-edits.ts';
import type { Part } from './block-lines.ts';
import { clipOf, isPlainInsert, readClip, type Clip } from './paste.ts';
import { draftBlocks, keepPictures, type Refused } from './put-in.ts';
import type { TextActions } from './use-text.ts';

export type Said =
  | { readonly state: 'working'; readonly done: number; readonly all: number }
  | {
      readonly state: 'done';
      readonly blocks: number;
      readonly notices: readonly Notice[];
      readonly refused: readonly Refused[];
      readonly isFailed: boolean;
    };

interface TakeIn {
  readonly desk: Desk;
  readonly actions: TextActions;
  /** A document was dropped: it wants looking over first. */
  readonly onDocument: (file: File) => void;
}

const NOTHING = { notices: [], refused: [], isFailed: false } as const;

export function useTakeIn({ desk, actions, onDocument }: TakeIn) {
  const [said, say] = useState<Said | null>(null);
  const taking = useMemo(() => {
    const put = async (
      read: () => Promise<ImportedDocument>,
      key: string | null,
      at: number,
    ): Promise<void> => {
      try {
        const document = await read();
        const kept = await keepPictures(document, desk.attachments, (done, all) =>
          say({ state: 'working', done, all }),
        );
        // A picture nobody can show is no picture; in a page that was pasted its place is kept and asks for one.
        const blocks = draftBlocks(document, kept).filter(
          (block) => block.type !== 'figure' || block.image !== null || block.alt !== '',
        );
        const index = key === null ? -1 : actions.indexOf(key);
        const now = desk.piece.peek();
        if (blocks.length > 0) {
          const { piece, last } = pasteBlocks(
            now,
            index < 0 ? now.blocks.length : index,
            at,
            blocks,
            newSentenceId,
          );
          actions.change('add', () => piece, { index: last, at: Number.MAX_SAFE_INTEGER });
        }
        const isSilent = document.notices.length === 0 && kept.refused.length === 0 && blocks.length === 1;
        const state = { ...NOTHING, state: 'done', blocks: blocks.length } as const;
        say(isSilent ? null : { ...state, notices: document.notices, refused: kept.refused });
      } catch (thrown) {
        console.error(thrown);
        say({ ...NOTHING, state: 'done', blocks: 0, isFailed: true });
      }
    };
    const putPictures = (files: readonly File[], key: string | null): void => {
      const blocks = files.map(
        (file) =>
          ({ type: 'figure', picture: { name: file.name, bytes: file }, alt: '', caption: null }) as const,
      );
      const document: ImportedDocument = { title: null, author: null, blocks, notices: [] };
      void put(async () => document, key, Number.MAX_SAFE_INTEGER);
    };
    const putClip = (clip: Clip, key: string | null, at: number) => void put(() => readClip(clip), key, at);
    const here = (): string | null => actions.caret.peek()?.key ?? null;
    return {
      dismiss: () => say(null),
      pictures: (files: readonly File[]) => putPictures(files, here()),
      paste(event: ClipboardEvent, key: string, part: Part, at: number) {
        const clip = clipOf(event.clipboardData);
        // Into a plain version or a caption only words go, as the field takes them.
        if (!desk.canWrite.peek() || part === 'plain' || isPlainInsert(clip)) return;
        event.preventDefault();
        putClip(clip, key, at);
      },
      pasteAnywhere(event: ClipboardEvent) {
        const { target } = event;
        const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
        if (isField || event.defaultPrevented || !desk.canWrite.peek()) return;
        event.preventDefault();
        putClip(clipOf(event.clipboardData), here(), Number.MAX_SAFE_INTEGER);
      },
      drop(event: DragEvent) {
        event.preventDefault();
        const files = [...(event.dataTransfer?.files ?? [])];
        const pictures = files.filter(({ type }) => type.startsWith('image/'));
        const [document] = files.filter((file) => !pictures.includes(file));
        if (pictures.length > 0) putPictures(pictures, here());
        if (document !== undefined) onDocument(document);
      },
    };
  }, [desk, actions, onDocument]);

  useEffect(() => {
    document.addEventListener('paste', taking.pasteAnywhere);
    return () => document.removeEventListener('paste', taking.pasteAnywhere);
  }, [taking]);

  return { ...taking, said };
}
