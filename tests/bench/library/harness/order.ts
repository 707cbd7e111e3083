/** What the bench asks of the worker. */
import type { BlobRef } from '../../../../src/core/reading/model.ts';

export interface Order {
  /** `ours`: the library's own install. `bare`: the same bytes into the same store, hashed, with nothing written down. */
  readonly how: 'ours' | 'bare';
  readonly from: 'http' | 'pack';
  /** Absolute, ending in `/`. */
  readonly root: string;
  readonly issue: string;
  readonly manifest: BlobRef;
  readonly films: readonly BlobRef[];
  readonly pack: File | null;
}
