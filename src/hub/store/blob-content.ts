/** The content of a blob, checked against its name while it goes by. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { BlobRef } from '../../core/reading/model.ts';
import type { BlobSource } from './store.ts';

const pieceBytes = 1 << 20;

function piecesOf(source: BlobSource): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if ('bytes' in source) return [source.bytes];
  if ('open' in source) return source.open();
  return createReadStream(source.path, { highWaterMark: pieceBytes });
}

/**
 * The pieces of the source; its end is only reached when they were what `ref` promises, so that a file changed under our
 * hands is never sealed under the old name.
 */
export async function* checkedPieces(
  { href, sha256, size }: Pick<BlobRef, 'href' | 'sha256' | 'size'>,
  source: BlobSource,
): AsyncGenerator<Uint8Array, void> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of piecesOf(source)) {
    hash.update(piece);
    bytes += piece.byteLength;
    yield piece;
  }
  if (bytes !== size || hash.digest('hex') !== sha256)
    throw new Error(`${href} changed while it was published`);
}
