/** A pack on a stick or in the downloads, as a source. Slices of the picked file; it is never read whole. */
import { openPack, type Pack } from '../../core/shelf/pack/open-pack.ts';
import { readPart } from './read-part.ts';
import { SourceError, type CarriedShelf } from './source.ts';

/** @throws PackError for anything but a pack. */
export async function openPackSource(file: File): Promise<CarriedShelf> {
  const pack = await openPack({
    size: file.size,
    slice: (start, end, memory) => readPart(file, start, end, memory),
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
