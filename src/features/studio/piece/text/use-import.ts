/** Bringing a file in, step by step: chosen → read (with progress) → chapters, if it is a book → looked over → in the draft. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { OpenedEpub } from '../../../../authoring/epub/open-epub.ts';
import {
  ImportError,
  type ImportedDocument,
  type ImportFault,
} from '../../../../authoring/imported/document.ts';
import type { Desk } from '../../shared/desk.ts';
import { keepPictures, putInto, type PutWhere, type Refused } from './put-in.ts';

interface Failure {
  readonly name: string;
  readonly fault: ImportFault | 'failed';
}
export type ImportState =
  | { readonly state: 'choose'; readonly failure: Failure | null }
  | { readonly state: 'reading'; readonly name: string; readonly share: number }
  | { readonly state: 'chapters'; readonly name: string; readonly book: OpenedEpub }
  | { readonly state: 'ready'; readonly name: string; readonly document: ImportedDocument }
  | { readonly state: 'keeping'; readonly done: number; readonly all: number }
  | { readonly state: 'done'; readonly document: ImportedDocument; readonly refused: readonly Refused[] };

export interface Bringing {
  readonly now: ReadonlySignal<ImportState>;
  bring(file: File): void;
  pick(ids: readonly string[]): void;
  put(where: PutWhere): void;
  again(): void;
  /** Leaves a book's file alone again; whatever is still being read comes to nothing. */
  end(): void;
}

/** @param dropped A file that is there already: it is read at once. */
export function useImport(desk: Desk, dropped: File | null): Bringing {
  const bringing = useMemo(() => createImport(desk), [desk]);
  useEffect(() => {
    if (dropped !== null) bringing.bring(dropped);
    return () => bringing.end();
  }, [bringing, dropped]);
  return bringing;
}

export function createImport(desk: Desk): Bringing {
  const now = signal<ImportState>({ state: 'choose', failure: null });
  let book: OpenedEpub | null = null;
  /** A file chosen later makes what an earlier one still brings worthless. */
  let round = 0;

  const end = (): void => {
    round += 1;
    void book?.close();
    book = null;
  };
  type Show = (state: ImportState) => void;
  const run = async (
    name: string,
    work: (show: Show, isCurrent: () => boolean) => Promise<void>,
  ): Promise<void> => {
    const own = round;
    const isCurrent = (): boolean => round === own;
    const show: Show = (state) => {
      if (isCurrent()) now.value = state;
    };
    try {
      await work(show, isCurrent);
    } catch (thrown) {
      if (!(thrown instanceof ImportError)) console.error(thrown);
      const fault = thrown instanceof ImportError ? thrown.fault : 'failed';
      show({ state: 'choose', failure: { name, fault } });
    }
  };

  return {
    now,
    end,
    bring(file) {
      end();
      const { name } = file;
      now.value = { state: 'reading', name, share: 0 };
      void run(name, async (show, isCurrent) => {
        const { openDocument } = await import('../../../../authoring/imported/open-document.ts');
        const opened = await openDocument(file, (share) => show({ state: 'reading', name, share }));
        if (opened.kind === 'document') return show({ state: 'ready', name, document: opened.document });
        if (!isCurrent()) return opened.book.close();
        book = opened.book;
        show({ state: 'chapters', name, book });
      });
    },
    pick(ids) {
      const chosen = now.value;
      if (chosen.state !== 'chapters') return;
      const { name } = chosen;
      now.value = { state: 'reading', name, share: 0 };
      void run(name, async (show) => {
        const document = await chosen.book.read(ids, (share) => show({ state: 'reading', name, share }));
        show({ state: 'ready', name, document });
      });
    },
    put(where) {
      const read = now.value;
      if (read.state !== 'ready') return;
      const { document, name } = read;
      const all = document.blocks.filter((block) => block.type === 'figure').length;
      now.value = { state: 'keeping', done: 0, all };
      void run(name, async (show, isCurrent) => {
        const kept = await keepPictures(document, desk.attachments, (done) =>
          show({ state: 'keeping', done, all }),
        );
        if (!isCurrent()) return;
        desk.change('import', (piece) => putInto(piece, document, kept, where));
        show({ state: 'done', document, refused: kept.refused });
      });
    },
    again() {
      end();
      now.value = { state: 'choose', failure: null };
    },
  };
}
