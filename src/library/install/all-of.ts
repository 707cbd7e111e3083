/** Several packs as one source: the volumes of one, or what lies on a stick. */
import { SourceError, type BlobSource, type CarriedShelf } from './source.ts';

export function allOf(sources: readonly CarriedShelf[]): BlobSource {
  const [only] = sources;
  if (only && sources.length === 1) return only;
  return {
    kind: 'pack',
    name: sources.map(({ name }) => name).join('、'),
    async has(blob) {
      for (const source of sources) if (await source.has(blob)) return true;
      return false;
    },
    async *read(blob, start, signal) {
      for (const source of sources)
        if (await source.has(blob)) return yield* source.read(blob, start, signal);
      throw new SourceError('not-found', blob.href);
    },
  };
}
