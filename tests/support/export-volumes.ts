/** Runs in a tablet's page: the product's own export with a volume limit of the test's, which no button of the app has. */
import { openPackSink } from '../../src/features/storage-room/pack-sink.ts';
import { exportIssues } from '../../src/library/export-issues.ts';
import { readShelfConfig } from '../../src/library/shelf-config.ts';

/** More than one file of a stick holds: the product then makes several. */
const MANY_BYTES = 8 * 2 ** 30;

interface Wanted {
  readonly label: string;
  readonly issues: readonly string[];
  readonly volumeBytes: number;
}

/** Saved where the product saves them: in a folder the person picks, or among the downloads. Resolves to their names. */
export async function saveVolumes({ label, issues, volumeBytes }: Wanted): Promise<readonly string[]> {
  const sink = await openPackSink(label, MANY_BYTES);
  if (sink === null) throw new Error('The question where to put them was closed');
  await exportIssues({
    config: await readShelfConfig(),
    issues,
    volumeBytes,
    signal: undefined,
    onProgress: () => undefined,
    write: (bytes, volume) => sink.write(bytes, volume),
  });
  return sink.finish();
}
