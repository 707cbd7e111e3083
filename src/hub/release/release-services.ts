/** Everything of the hub that publishes, opened on one data folder; its routes. */
import path from 'node:path';
import { Hono } from 'hono';
import { attachmentFolder, type AttachmentFolder } from '../drafts/attachment-folder.ts';
import type { HubDrafts } from '../drafts/draft-store.ts';
import type { OpenShelf } from '../open-shelf.ts';
import type { ApiEnv } from '../people/access.ts';
import { openReleases } from './open-releases.ts';
import { packRoutes } from './pack-routes.ts';
import { previewLinks, type PreviewLinks } from './preview-links.ts';
import { previewRoutes } from './preview-routes.ts';
import type { ReleaseDesk } from './release-desk.ts';
import { releaseRoutes } from './release-routes.ts';
import { systemClock, type Clock } from './scheduler.ts';

export interface ReleaseServices {
  readonly shelf: OpenShelf;
  readonly drafts: Pick<HubDrafts, 'read'>;
  readonly attachments: Pick<AttachmentFolder, 'find'>;
  readonly releases: ReleaseDesk;
  readonly links: PreviewLinks;
}

interface Surroundings {
  /** Absolute. */
  readonly data: string;
  readonly shelf: OpenShelf;
  readonly drafts: Pick<HubDrafts, 'read' | 'takenOffBy'>;
  readonly clock?: Clock;
  onError(error: unknown): void;
}

/** The scheduler runs from here on, whoever is signed in, until `releases.close`. */
export async function openReleaseServices({
  data,
  shelf,
  drafts,
  clock = systemClock,
  onError,
}: Surroundings): Promise<ReleaseServices> {
  const folder = path.join(data, 'releases');
  const attachments = attachmentFolder(data);
  return {
    shelf,
    drafts,
    attachments,
    releases: await openReleases({ folder, shelf, drafts, attachments, clock, onError }),
    links: previewLinks(path.join(folder, 'previews'), shelf.temporary, () => clock.nowMs()),
  };
}

export function publishRoutes({
  shelf,
  drafts,
  attachments,
  releases,
  links,
}: ReleaseServices): Hono<ApiEnv> {
  const { clubs } = shelf;
  const { journal } = releases;
  return new Hono<ApiEnv>()
    .route('/', releaseRoutes({ releases }))
    .route('/', previewRoutes({ links, drafts, attachments, clubs, journal }))
    .route('/', packRoutes({ shelf }));
}
