/**
 * At start: records that cannot be ones go. Whatever wrote them, a month behind one of them counts as lost: it is said, found
 * again from what is on disk, or fetched. Left where they are, they would stop the installer for every other month too.
 */
import * as v from 'valibot';
import { BlobRefSchema } from '../../core/reading/model.ts';
import { withDatabase } from '../../storage/database.ts';

const HashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const TimeSchema = v.pipe(v.number(), v.finite());
const SummarySchema = v.object({
  id: v.string(),
  club: v.string(),
  month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/u)),
  title: v.string(),
  summary: v.string(),
  cover: BlobRefSchema,
  sizeBytes: CountSchema,
});

/** What the library's own code relies on; a later version may have written more beside it. */
const SOUND = {
  blobs: v.object({
    sha256: HashSchema,
    size: CountSchema,
    type: v.string(),
    verifiedChunks: CountSchema,
    sealedMs: v.nullable(TimeSchema),
    verifiedMs: v.nullable(TimeSchema),
  }),
  installs: v.object({
    issue: v.string(),
    manifest: BlobRefSchema,
    summary: SummarySchema,
    state: v.picklist(['queued', 'paused', 'failed']),
    order: v.pipe(v.number(), v.finite()),
    by: v.picklist(['policy', 'person']),
    mayCost: v.boolean(),
    isCarried: v.optional(v.literal(true)),
    carriedBy: v.optional(v.string()),
  }),
  installed: v.object({
    issue: v.string(),
    club: v.string(),
    manifest: BlobRefSchema,
    summary: SummarySchema,
    blobs: v.array(HashSchema),
    sizeBytes: CountSchema,
    installedMs: TimeSchema,
    verifiedMs: TimeSchema,
    missing: v.array(HashSchema),
    previous: v.array(HashSchema),
  }),
  libraryMeta: v.object({ name: v.string(), issues: v.array(v.string()) }),
} as const;

type Judged = keyof typeof SOUND;
const STORES = ['blobs', 'installs', 'installed', 'libraryMeta'] as const satisfies readonly Judged[];

export const isSound = (store: Judged, record: unknown): boolean => v.is(SOUND[store], record);

/** Before anything else reads them. Where all are sound, as always but once in a tablet's life, nothing is written. */
export function dropUnsound(): Promise<void> {
  return withDatabase(async (database) => {
    for (const store of STORES) {
      const [keys, records] = await Promise.all([database.getAllKeys(store), database.getAll(store)]);
      const unsound = keys.filter((_, at) => !isSound(store, records[at]));
      if (unsound.length === 0) continue;
      const dropping = database.transaction(store, 'readwrite', { durability: 'strict' });
      await Promise.all([...unsound.map((key) => dropping.store.delete(key)), dropping.done]);
    }
  });
}
