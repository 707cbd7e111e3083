/** What a page shows of the hub: beside the work, never before it. On a machine without a hub it shows nothing at all. */
import { late } from '../../../../ui/late.tsx';

export const HubLine = late(async () => (await import('./HubLine.tsx')).HubLine);
export const HubBar = late(async () => (await import('./HubBar.tsx')).HubBar);
export const HubFiles = late(async () => (await import('./HubFiles.tsx')).HubFiles);
export const HubFilesOfPiece = late(async () => (await import('./HubFiles.tsx')).HubFilesOfPiece);
