/** Runs in a tablet's page: the product's own export with a volume limit of the test's, which no button of the app has. */
import { exportIssues } from '../../src/library/export-issues.ts';
import { readShelfConfig } from '../../src/library/shelf-config.ts';

/** The volumes, base64. */
export async function exportVolumes(
  issues: readonly string[],
  volumeBytes: number,
): Promise<readonly string[]> {
  const volumes: Blob[] = [];
  await exportIssues({
    config: await readShelfConfig(),
    issues,
    volumeBytes,
    signal: undefined,
    onProgress: () => undefined,
    write: async (bytes, volume) => {
      volumes[volume - 1] = new Blob([volumes[volume - 1] ?? '', bytes]);
    },
  });
  return Promise.all(volumes.map(base64Of));
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^.*,/u, '')));
    reader.addEventListener('error', () => reject(new Error('unreadable')));
    reader.readAsDataURL(blob);
  });
}
