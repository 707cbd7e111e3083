/** A pack on a stick or in the downloads, as a source. Slices of the picked file; it is never read whole. */
import { openPack, type Pack } from '../../core/shelf/pack/open-pack.ts';
import { SourceError, type CarriedShelf } from './source.ts';

/** @throws PackError for anything but a pack. */
export async function openPackSource(file: File): Promise<CarriedShelf> {
  const pack = await openPack({
    size: file.size,
    // Not `.stream()`: WebKit reads whole picked files into memory with it.
    slice: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
  });
  return packSource(pack, file.name);
}

function packSource(pack: Pack, name: string): CarriedShelf {
  return {
    kind: 'pack',
    name,
    catalogue: () => pack.catalogue(),
    has: (blob) => Promise.resolve(pack.find(blob) !== null),
    async *read(blob, start, signal) {
      if (pack.find(blob) === null) throw new SourceError('not-found', blob.href);
      yield* pack.read(blob, start, signal);
    },
  };
}
