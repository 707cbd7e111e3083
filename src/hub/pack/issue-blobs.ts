/** What of the shelf belongs into a pack: for each issue its manifest and every native file, each named by the one above. */
import type { BlobRef } from '../../core/reading/model.ts';
import { verifyCatalogue, type Catalogue } from '../../core/shelf/catalogue.ts';
import { ShelfError } from '../../core/shelf/errors.ts';
import { parseManifest } from '../../core/shelf/manifest.ts';
import { verifyBlob } from '../../core/shelf/verify.ts';
import { HubError } from '../hub-error.ts';
import type { OpenShelf } from '../open-shelf.ts';

export interface SignedCatalogue {
  readonly jws: string;
  readonly catalogue: Catalogue;
}

/** @throws HubError `shelf-empty` or `catalogue-unreadable`. */
export async function readCatalogue({ store, freshKeys }: OpenShelf): Promise<SignedCatalogue> {
  const bytes = await store.read('catalogue.jws');
  if (bytes === null) throw new HubError('shelf-empty', {});
  const jws = new TextDecoder().decode(bytes);
  const { publicKey } = await freshKeys();
  const catalogue = await verifyCatalogue(jws, publicKey).catch((error: unknown) => {
    throw new HubError('catalogue-unreadable', { reason: error instanceof Error ? error.message : '' });
  });
  if (catalogue.issues.length === 0) throw new HubError('shelf-empty', {});
  return { jws, catalogue };
}

/** All issues where `ids` is empty. @throws HubError `no-such-issue`. */
export function chosenIssues({ issues }: Catalogue, ids: readonly string[]): Catalogue['issues'] {
  const known = new Map(issues.map((issue) => [issue.id, issue]));
  if (ids.length === 0) return issues;
  return [...new Set(ids)].map((id) => {
    const issue = known.get(id);
    if (issue === undefined) throw new HubError('no-such-issue', { id, known: [...known.keys()].join(', ') });
    return issue;
  });
}

/** @throws HubError `blob-missing` or `blob-damaged`. */
export async function blobsOf(
  { id, manifest }: Catalogue['issues'][number],
  { store }: OpenShelf,
): Promise<readonly BlobRef[]> {
  const bytes = await store.read(manifest.href);
  if (bytes === null) throw new HubError('blob-missing', { id, href: manifest.href });
  try {
    await verifyBlob(bytes, manifest);
    return [manifest, ...parseManifest(new TextDecoder().decode(bytes)).blobs];
  } catch (error) {
    throw error instanceof ShelfError ? new HubError('blob-damaged', { reason: error.message }) : error;
  }
}
