/** What the page and the worker that writes the drafts' files say to each other. */
import type { MediaFault } from '../media/media-error.ts';

export type WriterCall =
  | { readonly do: 'open'; readonly file: string }
  /** Resolves when it is flushed. */
  | { readonly do: 'append'; readonly file: string; readonly bytes: Blob | Uint8Array<ArrayBuffer> }
  | {
      readonly do: 'overwrite';
      readonly file: string;
      readonly at: number;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  /** A whole file, chunk by chunk; what is there already is cut off first. */
  | { readonly do: 'copy'; readonly file: string; readonly from: Blob }
  /** Answers with the size. */
  | { readonly do: 'seal'; readonly file: string }
  | { readonly do: 'close'; readonly file: string }
  | { readonly do: 'remove'; readonly file: string }
  /** A small text beside the database, written whole. */
  | { readonly do: 'note'; readonly name: string; readonly text: string };

export interface WriterRequest {
  readonly number: number;
  readonly call: WriterCall;
}

export type WriterAnswer =
  | { readonly number: number; readonly kind: 'progress'; readonly bytes: number }
  | { readonly number: number; readonly kind: 'done'; readonly bytes: number }
  | {
      readonly number: number;
      readonly kind: 'failed';
      readonly fault: MediaFault;
      readonly message: string;
    };
