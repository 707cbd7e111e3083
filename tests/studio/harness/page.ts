/** What a test asks of the importers, in a page with the product's own policy. */
import { composeDraftBlocks } from '../../../src/authoring/draft-text/compose-draft.ts';
import { newSentenceId } from '../../../src/authoring/draft-text/new-id.ts';
import { preparePicture, PictureError } from '../../../src/authoring/images/prepare-picture.ts';
import { readHtmlText } from '../../../src/authoring/html/parse-html.ts';
import {
  ImportError,
  textOfImported,
  type ImportedBlock,
  type ImportedDocument,
} from '../../../src/authoring/imported/document.ts';
import { openDocument } from '../../../src/authoring/imported/open-document.ts';
import { DraftBlockSchema, sentencesOfDraftBlock, textOfDraft } from '../../../src/authoring/draft/model.ts';
import * as v from 'valibot';

interface Imported {
  readonly fault: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly kinds: Record<string, number>;
  readonly notices: readonly string[];
  readonly chapters: readonly { title: string | null; characters: number }[];
  readonly blocks: readonly ImportedBlock[];
  /** The text once it is a draft, and whether the draft is sound. */
  readonly drafted: string;
  readonly isSound: boolean;
}

async function load(name: string): Promise<File> {
  return new File([await (await fetch(`/files/${encodeURIComponent(name)}`)).arrayBuffer()], name);
}

function shown(document: ImportedDocument, chapters: Imported['chapters'] = []): Imported {
  const kinds: Record<string, number> = {};
  for (const { type } of document.blocks) kinds[type] = (kinds[type] ?? 0) + 1;
  const draft = composeDraftBlocks(document.blocks, { newId: newSentenceId, pictures: new Map() });
  return {
    fault: null,
    title: document.title,
    text: textOfImported(document.blocks),
    kinds,
    notices: document.notices.map(({ code }) => code),
    chapters,
    blocks: document.blocks,
    drafted: draft.map((block) => sentencesOfDraftBlock(block).map(textOfDraft).join('')).join(''),
    isSound: draft.every((block) => v.is(DraftBlockSchema, block)),
  };
}

const calls = {
  async importFile(name: string): Promise<Imported> {
    try {
      const opened = await openDocument(await load(name));
      if (opened.kind === 'document') return shown(opened.document);
      const { book } = opened;
      const read = await book.read(book.chapters.map(({ id }) => id));
      await book.close();
      return shown(
        read,
        book.chapters.map(({ title, characters }) => ({ title, characters })),
      );
    } catch (thrown) {
      if (!(thrown instanceof ImportError)) throw thrown;
      const nothing: ImportedDocument = { title: null, author: null, blocks: [], notices: [] };
      return { ...shown(nothing), fault: `${thrown.fault}` };
    }
  },
  async paste(html: string): Promise<Imported> {
    return shown(readHtmlText(html));
  },
  async picture(name: string) {
    try {
      const { bytes, type, width, height } = await preparePicture(await load(name));
      const all = new Uint8Array(await bytes.arrayBuffer());
      const bitmap = await createImageBitmap(bytes);
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const corner = [...(context?.getImageData(2, 2, 1, 1).data ?? [])];
      return {
        fault: null,
        type,
        width,
        height,
        size: all.length,
        latin1: new TextDecoder('latin1').decode(all),
        corner,
      };
    } catch (thrown) {
      if (!(thrown instanceof PictureError)) throw thrown;
      return { fault: thrown.fault };
    }
  },
};

Object.assign(window, { calls });
export type Calls = typeof calls;
