/** From what an import was refused with to the sentence that says so. */
import type { PackFault } from '../../core/shelf/pack/pack-error.ts';
import type { Translate } from '../../i18n/namespaces.ts';
import { ImportError, type ImportFault } from '../../library/library.ts';

/** A folder was dropped, and not alone. */
export class SeveralFiles extends Error {
  override readonly name = 'SeveralFiles';
}

/** By the same sentences the hub's command line says of a broken archive. */
const PACK_FAULTS = {
  'not-a-zip': true,
  truncated: true,
  unreadable: true,
  'multi-disk': true,
  junk: true,
  'zip64-lies': true,
  inconsistent: true,
  'too-many-entries': true,
  'too-large': true,
  unsafe: true,
  duplicate: true,
  overlap: true,
  encrypted: true,
  compressed: true,
  'unknown-entry': true,
  'wrong-size': true,
  'catalogue-missing': true,
  'catalogue-not-first': true,
} as const satisfies Record<PackFault, true>;

export function faultOf(error: unknown): ImportFault | 'several' {
  if (error instanceof SeveralFiles) return 'several';
  return error instanceof ImportError ? error.fault : 'interrupted';
}

/** Which of several files it is about. */
export function fileOf(error: unknown): string | null {
  return error instanceof ImportError ? error.file : null;
}

export function refusalText(error: unknown, t: Translate<'storage-room'>, pack: Translate<'pack'>): string {
  const ofArchive = error instanceof ImportError ? error.packFault : null;
  return isPackFault(ofArchive) ? pack(`fault.${ofArchive}`) : t(`import.fault.${faultOf(error)}`);
}

function isPackFault(name: string | null): name is PackFault {
  return name !== null && Object.hasOwn(PACK_FAULTS, name);
}
