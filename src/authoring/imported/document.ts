/**
 * What every way in (Word, e-book, text file, clipboard) is turned into before it becomes blocks of a draft: running text with
 * marks, pictures as bytes nobody has looked at yet, and what could not come along. There is no place in it for markup.
 */
import type { Prose } from '../prose.ts';

/** A picture as it was found; `images/prepare-picture.ts` decides what it really is. */
export interface ImportedPicture {
  readonly name: string;
  readonly bytes: Blob;
}

export type ImportedBlock =
  | { readonly type: 'heading'; readonly level: 2 | 3; readonly prose: Prose }
  | {
      readonly type: 'paragraph' | 'quotation';
      readonly prose: Prose;
      readonly plain?: readonly Prose[];
    }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Prose[])[];
      readonly plain?: readonly Prose[];
    }
  | {
      readonly type: 'figure';
      /** Null where only its place and its description are known. */
      readonly picture: ImportedPicture | null;
      readonly alt: string;
      readonly caption: Prose | null;
    };

/** What was left behind or changed, to be said to the person: sentences in `studio-text`, `import.notice.*`. */
export type NoticeCode =
  /** Pictures that lie outside: on the network, in another file. */
  | 'picture-outside'
  | 'picture-missing'
  /** Video, sound, programs, forms, embedded pages. */
  | 'media'
  | 'drawing'
  | 'table'
  | 'footnote'
  /** Reading aids over characters that are no pinyin. */
  | 'ruby'
  | 'list-flattened'
  | 'joined-lines'
  | 'encoding'
  | 'bad-bytes'
  /** Lines of a Markdown file that hold something we do not know; `detail` names them. */
  | 'markdown'
  | 'comment';

export interface Notice {
  readonly code: NoticeCode;
  readonly count: number;
  readonly detail?: string;
}

export interface ImportedDocument {
  /** Null where the source names none. */
  readonly title: string | null;
  readonly author: string | null;
  readonly blocks: readonly ImportedBlock[];
  readonly notices: readonly Notice[];
}

/** Why a file cannot be taken in; the cure is in `studio-text`, `import.fault.*`. */
export type ImportFault =
  | 'empty'
  | 'too-large'
  /** Announces itself as one thing and is another, or is cut off. */
  | 'damaged'
  | 'old-word'
  | 'pdf'
  | 'wps'
  | 'picture'
  | 'media'
  | 'unknown'
  /** Encrypted or protected by its seller. */
  | 'locked'
  | 'no-text';

export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly fault: ImportFault;
  constructor(fault: ImportFault, detail?: string) {
    super(detail ?? fault);
    this.fault = fault;
  }
}

/** Counts notices of the same kind instead of repeating them. */
export function createNotices(): {
  add(code: NoticeCode, detail?: string): void;
  all(): Notice[];
} {
  const counts = new Map<NoticeCode, Notice>();
  return {
    add: (code, detail) => {
      const before = counts.get(code);
      const details = [before?.detail, detail].filter((each) => each !== undefined);
      counts.set(code, {
        code,
        count: (before?.count ?? 0) + 1,
        ...(details.length > 0 && { detail: details.join('、') }),
      });
    },
    all: () => [...counts.values()],
  };
}

/** All the text a document holds, for measuring and for promises about loss. */
export function textOfImported(blocks: readonly ImportedBlock[]): string {
  return blocks
    .flatMap((block) => {
      if (block.type === 'list') return block.items.flatMap((item) => item.map(({ text }) => text));
      if (block.type === 'figure') return block.caption === null ? [] : [block.caption.text];
      return [block.prose.text];
    })
    .join('\n');
}
